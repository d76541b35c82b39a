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

from cds_service.knowledge.expression_conditions import (
    Absent,
    Age,
    All,
    Always,
    Among,
    AnyOf,
    Arguments,
    AtLeast,
    BothSides,
    ClauseHeld,
    Condition,
    Count,
    Distinct,
    Filter,
    FocalIs,
    FocalPart,
    Named,
    NamedSelection,
    Not,
    OneSide,
    Only,
    OnMedication,
    OnRecord,
    OrderIs,
    PatternFires,
    Regions,
    RegionSet,
    ResultIs,
    Selection,
    SexIs,
    Signs,
    Some,
    Union,
)
from cds_service.knowledge.expression_values import ANY_NUMBER, BARE, NO, OPEN, YES, Compare

__all__ = [
    "BARE",
    "NO",
    "OPEN",
    "YES",
    "Absent",
    "AbsentHere",
    "After",
    "Age",
    "All",
    "AllTests",
    "Always",
    "Among",
    "AnyOf",
    "AnyTest",
    "Arguments",
    "At",
    "AtLeast",
    "Beside",
    "BothSides",
    "ClassIs",
    "ClauseHeld",
    "Compare",
    "Condition",
    "ConditionHere",
    "Count",
    "DayOf",
    "Days",
    "Distinct",
    "Earlier",
    "Filter",
    "FirstRow",
    "FlagIs",
    "FocalIs",
    "FocalPart",
    "GradeIs",
    "GradeText",
    "InFocalLimb",
    "InMuscle",
    "InRegions",
    "Join",
    "Named",
    "NamedSelection",
    "NamedTest",
    "Not",
    "NotTest",
    "OnMedication",
    "OnRecord",
    "OneSide",
    "Only",
    "OnsetStated",
    "OrderIs",
    "PatternFires",
    "RecordedBilateral",
    "RegionIs",
    "RegionSet",
    "Regions",
    "ResultIs",
    "Selection",
    "SexIs",
    "SideIs",
    "SideOfCondition",
    "SignIs",
    "Signs",
    "Sited",
    "Some",
    "SourceIs",
    "Test",
    "Union",
    "WeightIs",
    "When",
]

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
    before: Compare = ANY_NUMBER
    age: Compare = ANY_NUMBER
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
