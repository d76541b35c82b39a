"""Patterns and precedence as values (knowledge.md 3.3, 3.4, 4.1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cds_service.knowledge import expressions as e
from cds_service.knowledge.examples import Example

IndicatorWord = Literal["info", "warning", "critical"]
Stage = Literal["pattern", "overlay", "nothing_remains"]


@dataclass(frozen=True, slots=True)
class Row:
    """A text that is said when its condition holds (None: always). ``sign_list``: the signs of a selection instead."""

    when: e.Condition | None
    text: str
    sign_list: e.Selection | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """Rows of which the first that applies is said."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Suggests:
    """Actions that a pattern asks for while ``when`` holds."""

    actions: tuple[str, ...]
    strength: Literal["must", "may"]
    when: e.Condition | None
    note: str
    despite_result: bool


ValueKind = Literal[
    "regions", "parts", "number_of_regions", "sides", "signs", "newest_day", "earlier_day", "comparison", "result",
    "not_recorded", "first", "focal", "medications",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Value:
    """How a placeholder of a pattern's texts is filled in.

    ``otherwise``: what is said where no side can be told, or instead of all regions by name.
    """

    kind: ValueKind
    sets: tuple[e.RegionSet, ...] = ()
    selection: e.Selection | None = None
    choice: Choice | None = None
    word: str = ""
    words: frozenset[str] = frozenset()
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """While ``when`` holds, some used finding must pass ``used``; else the pattern does not fire."""

    when: e.Condition
    used: e.Test


@dataclass(frozen=True, slots=True)
class AnsweredBy:
    """What answers an emergency (D7): results of these actions, or confirmed conditions ``from_day`` days old."""

    imaging: frozenset[str]
    conditions: frozenset[str]
    from_day: int


@dataclass(frozen=True, slots=True)
class PatternContent:
    """One pattern. ``indicator``: the first row that applies. ``uses_dropped``: it looks at the record before
    contradictions are dropped."""

    key: str
    title: str
    tier: int
    stage: Stage
    indicator: tuple[tuple[e.Condition | None, IndicatorWord], ...]
    counting: e.Test | None
    fires: e.Condition
    needs: tuple[Need, ...]
    localization: tuple[Choice, ...]
    suggests: tuple[Suggests, ...]
    values: tuple[tuple[str, Value], ...]
    summary: Choice
    lines: tuple[Row, ...]
    answered_by: AnsweredBy | None
    uses_dropped: bool
    differential: str
    wrong: str
    references: tuple[str, ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class SpecificFirst:
    """P4: when one of ``fires`` fires, and ``when`` holds, ``silences`` are not shown."""

    fires: frozenset[str]
    silences: frozenset[str]
    when: e.Condition | None


@dataclass(frozen=True, slots=True)
class KnownDisease:
    """P3 and its kin: what a diagnosis on record silences."""

    when: e.Condition
    rule: str
    tiers: frozenset[int]
    silences: frozenset[str]


@dataclass(frozen=True, slots=True)
class Precedence:
    """Everything of ``precedence.yaml``. ``order``: the table order of knowledge.md 3.3."""

    order: tuple[str, ...]
    specific_first: tuple[SpecificFirst, ...]
    emergency_tier: int
    silences_nothing: frozenset[str]
    kept_in_emergency: frozenset[str]
    removes_tiers: dict[str, frozenset[int]]
    known_disease: tuple[KnownDisease, ...]
    newest_days: int
    newest_tier: int
    newest_not_for: frozenset[str]
    end_of_life: e.Condition
    kept_at_end_of_life: frozenset[str]
    dropped_at_end_of_life: frozenset[str]
    end_of_life_summary: str
    palliative: e.Condition
    palliative_summary: str
    palliative_drops: str
    palliative_line: str
    answered_summary: str
    never_answered: frozenset[str]
    kept_when_answered: frozenset[str]
    kept_when: e.Condition
    separators: tuple[tuple[str, e.Condition], ...]
    ranked_tiers: frozenset[int]
    """Tiers whose first card ranks the places of a lesion, but for ``never_ranked``."""
    never_ranked: frozenset[str]
    criteria_tiers: frozenset[int]
    """Tiers whose first card carries the criteria fields; ``criteria_printed`` patterns print them too (W9)."""
    criteria_printed: frozenset[str]
