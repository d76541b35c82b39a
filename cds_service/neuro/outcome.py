"""What the clinical core concludes from a case: values for recommendations, cards and explanations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from cds_service.neuro.case import CodedEvidence, Grade, Side, Source

Indicator = Literal["info", "warning", "critical"]
Ternary = Literal["yes", "no", "unknown"]
Strength = Literal["must", "may"]


@dataclass(frozen=True, slots=True)
class ReadFinding:
    """A finding after scales were converted: what cards print and rules refer to by ``id``.

    ``sign_class`` as in knowledge.md 1.2 (``UMN``, ``LMN``, ``sensory`` …); ``region`` empty where none can be derived.
    ``active``: neither stale nor replaced by a newer record (knowledge.md 4.2). ``replaced`` and ``stale`` say why not.
    """

    id: str
    sign: str
    sign_class: str
    present: bool
    site: str
    side: Side
    region: str
    recorded: date | None
    onset: date | None
    grade: Grade | None
    source: Source
    active: bool
    stale: bool = False
    replaced: bool = False
    evidence: tuple[CodedEvidence, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Localization:
    """Where findings point, in words, with the findings (ids) explained, left over, and speaking against it."""

    text: str
    site: str = ""
    side: str = ""
    explains: tuple[str, ...] = ()
    unexplained: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedAction:
    """An action that a pattern asks for, before orders and conflicts are considered."""

    action: str
    strength: Strength
    note: str = ""
    despite_result: bool = False
    """Its own result does not take it away (a repeat is asked for); an open order does."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What answers an emergency (knowledge.md D7): words, its day and its source."""

    text: str
    day: date
    evidence: tuple[CodedEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class FiredPattern:
    """A pattern that fired and is shown, with its words filled in.

    ``order`` is its place in the table of knowledge.md 3.3. ``used`` are ids of the findings it rests on.
    ``lines`` are further sentences for the card (limits, "derived from dates", "palliative care on record" …).
    ``withheld``: no action may be suggested (answered emergency, end of life).
    ``goals_first``: palliative care on record.
    """

    key: str
    title: str
    tier: int
    order: int
    indicator: Indicator
    summary: str
    used: tuple[str, ...]
    localization: tuple[Localization, ...]
    asked: tuple[AskedAction, ...]
    differential: str = ""
    wrong: str = ""
    lines: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    answer: Answer | None = None
    withheld: bool = False
    goals_first: bool = False
    separators: tuple[str, ...] = ()
    """Examinations that would best tell the leading places of the lesion apart, as sentences."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Why an expression held or not: ``text`` names the clause, ``because`` findings or what is missing."""

    text: str
    result: Ternary
    because: tuple[str, ...] = ()
    children: tuple[Trace, ...] = ()


@dataclass(frozen=True, slots=True)
class PatternOutcome:
    """The three-valued result of one pattern before silencing (knowledge.md N8)."""

    pattern: str
    result: Ternary
    because: tuple[str, ...]
    trace: Trace | None = None


@dataclass(frozen=True, slots=True)
class Silenced:
    """A pattern that fired and is not shown, and the rule that says so (``P1``, ``P4`` …) in words."""

    pattern: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reasoning:
    """Everything the core concluded.

    ``shown`` in P7 order without what D6 adds; ``if_nothing_remains`` is the pattern (a content flag names it) that is
    shown when no must action of any shown pattern is left (D6), None where it may not be shown.
    ``not_recorded`` are the missing separators in words (knowledge.md N3); ``guards`` are logged, they make no
    card. ``criteria`` are the fields of knowledge.md 5 by key, for the first card.
    """

    findings: tuple[ReadFinding, ...] = ()
    outcomes: tuple[PatternOutcome, ...] = ()
    shown: tuple[FiredPattern, ...] = ()
    silenced: tuple[Silenced, ...] = ()
    if_nothing_remains: FiredPattern | None = None
    guards: tuple[str, ...] = ()
    not_recorded: tuple[str, ...] = ()
    criteria: Mapping[str, str] = field(default_factory=dict)
