"""Selections and conditions of the rule language as values; ``expressions`` gives them out with the finding tests."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from cds_service.knowledge.expression_values import ANY_NUMBER, Compare

if TYPE_CHECKING:
    from cds_service.knowledge.expressions import Days, Test

# ---- selections ----

Arguments = tuple[tuple[str, "tuple[str, ...] | Selection"], ...]
"""What a term was called with, by parameter, for its words: keys or numbers as written, or a selection."""

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
    ended: Compare = ANY_NUMBER


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
