"""The rule language as values: three kinds of expression that compose (README of fhir_mappings/).

* a **finding test** is about one finding,
* a **selection** is about the record and gives findings,
* a **condition** is about the patient and holds or not.

Every expression has one of four values, in this order, so that ``all`` is the smallest, ``any`` the largest and
``not`` the mirror:

====== ===== =======================================================================
value  name  meaning
====== ===== =======================================================================
0      NO    something recorded speaks against it
1      OPEN  does not hold, but only for want of a record (knowledge.md N8)
2      BARE  holds because something is not recorded (N2: "no X")
3      YES   holds by what is recorded
====== ===== =======================================================================
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

NO, OPEN, BARE, YES = 0, 1, 2, 3

Arguments = tuple[tuple[str, "tuple[str, ...] | Selection"], ...]
"""What a term was called with, by parameter, for its words: keys or numbers as written, or a selection."""

# ---- finding tests ----


@dataclass(frozen=True, slots=True)
class AnyTest:
    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class AllTests:
    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class NotTest:
    test: Test


@dataclass(frozen=True, slots=True)
class NamedTest:
    """A test term by its name; ``test`` is its expression with the arguments filled in."""

    name: str
    test: Test
    arguments: Arguments = ()


@dataclass(frozen=True, slots=True)
class FirstRow:
    """A decision list: the first row whose test holds decides (``then`` true or false); none: false."""

    rows: tuple[tuple[Test, bool], ...]


@dataclass(frozen=True, slots=True)
class SignIs:
    signs: frozenset[str]


@dataclass(frozen=True, slots=True)
class ClassIs:
    classes: frozenset[str]


@dataclass(frozen=True, slots=True)
class WeightIs:
    """``base``: the weight of the table, before rules that depend on other signs (U4)."""

    weights: frozenset[str]
    base: bool = False


@dataclass(frozen=True, slots=True)
class RegionIs:
    regions: frozenset[str]


@dataclass(frozen=True, slots=True)
class InRegions:
    """The finding lies in a region where the region set holds."""

    set: RegionSet


@dataclass(frozen=True, slots=True)
class Sited:
    """Whether a place is stated (``region``: a place with a region)."""

    wanted: bool
    region: bool = False


@dataclass(frozen=True, slots=True)
class SideIs:
    """``unknown`` matches only findings of unknown side. ``or_unknown``: an unknown side may be this side."""

    side: Literal["left", "right", "unknown"]
    or_unknown: bool = False


@dataclass(frozen=True, slots=True)
class At:
    """The place itself or one inside it; ``exactly``: the place itself."""

    sites: frozenset[str]
    exactly: bool = False


@dataclass(frozen=True, slots=True)
class InMuscle:
    """The place is a muscle of the muscle table."""

    wanted: bool


@dataclass(frozen=True, slots=True)
class InFocalLimb:
    """The finding lies in the one limb (and side) to which the motor signs are confined (1.7)."""


@dataclass(frozen=True, slots=True)
class SourceIs:
    source: Literal["examined", "problem"]


@dataclass(frozen=True, slots=True)
class Compare:
    """A comparison of a number: every bound that is given must hold."""

    at_most: Decimal | None = None
    at_least: Decimal | None = None
    less_than: Decimal | None = None
    more_than: Decimal | None = None


DayOf = Literal["recorded", "onset", "duration", "first_recorded", "recorded_or_begun"]


@dataclass(frozen=True, slots=True)
class Days:
    """An age in days before the day counted from. ``recorded_or_begun``: some stated date of the two satisfies it."""

    of: DayOf
    compare: Compare


@dataclass(frozen=True, slots=True)
class OnsetStated:
    wanted: bool


@dataclass(frozen=True, slots=True)
class After:
    """The finding's date lies ``by`` days or more after the day of a condition on record."""

    of: DayOf
    conditions: frozenset[str]
    by: int


@dataclass(frozen=True, slots=True)
class GradeIs:
    """A grade of a scale within bounds; without a scale, of whatever scale (joins compare the scale)."""

    scale: str
    compare: Compare
    scale_only: bool = False


@dataclass(frozen=True, slots=True)
class GradeText:
    """A bare grade that is one of the texts, or a level in ``first``..``last`` (``T2`` to ``T12``)."""

    texts: frozenset[str]
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class FlagIs:
    flag: str


@dataclass(frozen=True, slots=True)
class RecordedBilateral:
    pass


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier record of the same sign and side, at that place or one containing it, said.

    ``absent``: explicitly not there; ``better_by``: so many full grades better on ``scale``. ``before``: days before
    the finding's own record; ``age``: days before the day counted from; ``after_condition``: later than that day.
    """

    absent: bool
    better_by: Decimal | None = None
    scale: str = ""
    before: Compare = Compare()
    age: Compare = Compare()
    after_conditions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AbsentHere:
    """An active explicit negative of one of the signs covers this finding's place and side (L1 a)."""

    signs: frozenset[str]


Join = Literal["region", "side", "limb", "site", "day", "statement", "scale", "sign", "raw", "exact_side", "not_later"]


@dataclass(frozen=True, slots=True)
class Beside:
    """There is another finding of ``selection`` that agrees in every join.

    ``side`` as a join: equal, or one of them unknown (L2); ``exact_side``: equal. ``raw``: read from the same graded
    input. ``not_later``: the other was first recorded on the same day or before. ``other_side``: the opposite side
    instead. ``different``: joins in which the two must differ (``statement``, ``sign``).
    """

    selection: Selection
    same: tuple[Join, ...]
    different: tuple[Join, ...] = ()
    other_side: bool = False


@dataclass(frozen=True, slots=True)
class ConditionHere:
    """A condition on record of this finding's limb and side (any where the condition states none)."""

    condition: OnRecord


@dataclass(frozen=True, slots=True)
class SideOfCondition:
    """The finding is on the side of such a condition, wherever that has a side (P6, 3.4 hemifacial)."""

    condition: OnRecord
    same: bool


@dataclass(frozen=True, slots=True)
class When:
    """A condition about the patient inside a finding test."""

    condition: Condition


Test = (
    AnyTest | AllTests | NotTest | NamedTest | FirstRow | SignIs | ClassIs | WeightIs | RegionIs | InRegions |
    Sited | SideIs | At | SourceIs | Days | OnsetStated | After | GradeIs | GradeText | FlagIs | RecordedBilateral
    | Earlier | AbsentHere | Beside | ConditionHere | SideOfCondition | When | InMuscle | InFocalLimb
)  # fmt: skip

# ---- selections ----

Among = Literal["active", "absent", "recorded", "stale"]
"""``active``: active positives; ``absent``: active explicit negatives; ``recorded``: both; ``stale``: positives past
their window."""


@dataclass(frozen=True, slots=True)
class Signs:
    """Findings of these signs; None for every sign."""

    signs: frozenset[str] | None
    among: Among = "active"


@dataclass(frozen=True, slots=True)
class Union:
    selections: tuple[Selection, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    of: Selection
    tests: tuple[Test, ...]
    excluding: Selection | None = None


@dataclass(frozen=True, slots=True)
class NamedSelection:
    name: str
    selection: Selection
    arguments: Arguments = ()


Selection = Signs | Union | Filter | NamedSelection

# ---- conditions ----


@dataclass(frozen=True, slots=True)
class All:
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    condition: Condition


@dataclass(frozen=True, slots=True)
class Named:
    """A condition term, or a clause that its pattern or term names; the trace and the localization speak of it by
    ``name``."""

    name: str
    condition: Condition
    arguments: Arguments = ()
    clause: bool = False


@dataclass(frozen=True, slots=True)
class AtLeast:
    number: int
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Some:
    selection: Selection


@dataclass(frozen=True, slots=True)
class Absent:
    """An explicit negative of ``signs`` for every finding of ``covering``: its place, or (``regions``) all its region.

    Without ``covering``: some explicit negative at one of ``sites`` (or containing it).
    """

    signs: frozenset[str]
    covering: Selection | None = None
    regions: bool = False
    sites: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Only:
    """Every finding of the selection passes the test; holds for an empty selection."""

    selection: Selection
    test: Test


Distinct = Literal["finding", "sign", "region", "side", "site", "limb", "statement", "trunk_nerve"]


@dataclass(frozen=True, slots=True)
class Count:
    selection: Selection
    distinct: Distinct
    compare: Compare


@dataclass(frozen=True, slots=True)
class BothSides:
    """Left and right are recorded in the selection."""

    selection: Selection


@dataclass(frozen=True, slots=True)
class OneSide:
    """The selection names at most one side; findings of unknown side name none."""

    selection: Selection


@dataclass(frozen=True, slots=True)
class RegionSet:
    """A condition asked for each region: the set of regions where it holds."""

    name: str
    by_region: tuple[tuple[str, Condition], ...]


@dataclass(frozen=True, slots=True)
class Regions:
    """A comparison of region sets: their union (or what is in both), ``among`` these regions, by number, or inside or
    equal to named regions."""

    sets: tuple[RegionSet, ...]
    both: bool
    compare: Compare | None
    among: frozenset[str]
    within: frozenset[str] | None = None
    equal: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Age:
    """Age in months within bounds. Unknown age: ``unknown`` says whether it counts as met (N5)."""

    months: Compare
    unknown_counts: bool


@dataclass(frozen=True, slots=True)
class SexIs:
    sex: str


@dataclass(frozen=True, slots=True)
class OnRecord:
    """A condition on record (1.9). ``every``: all entries of the keys pass (and there is one).

    ``day`` compares the one day that speaks for the keys (content says whether the oldest or the newest entry)."""

    keys: frozenset[str]
    verification: str = "confirmed"
    history: Literal["yes", "no", "any"] = "any"
    days: tuple[Days, ...] = ()
    or_undated: bool = False
    has_side: bool | None = None
    every: bool = False
    day: Compare | None = None


@dataclass(frozen=True, slots=True)
class OnMedication:
    keys: frozenset[str]
    ended: Compare = Compare()


@dataclass(frozen=True, slots=True)
class ResultIs:
    """The newest result of a field, no older than ``age``, is a word of ``words`` or compares; or it fell."""

    field: str
    age: Compare
    words: frozenset[str] = frozenset()
    compare: Compare | None = None
    fell_by: Decimal | None = None
    days: int = 1
    """On so many different days (of results no older than ``age``)."""


FocalPart = Literal["root", "nerve", "territory", "plexus"]


@dataclass(frozen=True, slots=True)
class FocalIs:
    """What the focal algorithm (1.7) says of one limb: a root with its sensory sign, a nerve, the loss of that nerve's
    territory, or a plexus; or the limb itself."""

    part: FocalPart | None
    limb: str = ""


@dataclass(frozen=True, slots=True)
class OrderIs:
    """An action is on record with one of the statuses, so many days ago."""

    actions: frozenset[str]
    statuses: frozenset[str]
    age: Compare


@dataclass(frozen=True, slots=True)
class PatternFires:
    """One of the patterns was decided yes (``shown``: and is not silenced)."""

    patterns: frozenset[str]
    shown: bool = False
    critical: bool = False


@dataclass(frozen=True, slots=True)
class ClauseHeld:
    """A named clause of a pattern held (``rapid_flaccid_weakness`` by (b) alone)."""

    pattern: str
    clause: str


@dataclass(frozen=True, slots=True)
class Always:
    pass


Condition = (
    All | AnyOf | Not | Named | AtLeast | Some | Absent | Only | Count | BothSides | OneSide | Regions | Age
    | SexIs | OnRecord | OnMedication | ResultIs | OrderIs | FocalIs | PatternFires | ClauseHeld | Always
)  # fmt: skip
