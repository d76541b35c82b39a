"""Facts: findings of one side each, and the view of the record in which rules look for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from cds_service.knowledge.clinical import Anatomy, ConditionContent
from cds_service.neuro.case import Case, Grade

FactSide = Literal["left", "right", "unknown"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A finding as rules see it: one sign, one side. A bilateral finding is two facts of one ``id`` (knowledge.md 1.1).

    ``recorded`` and ``onset`` are days before the day counted from. ``number``: the grade as a number, larger is better
    (so a scale on which more points are worse has negative numbers).
    ``weight`` is the weight in this record (U4, age), ``base_weight`` that of the sign table.
    """

    id: str
    sign: str
    sign_class: str
    base_weight: str
    weight: str
    present: bool
    site: str
    region: str | None
    side: FactSide
    recorded: int | None
    onset: int | None
    bilateral: bool
    problem: bool
    statement: str
    grade: Grade | None
    number: Decimal | None
    flags: frozenset[str]
    raw: str
    active: bool = True
    stale: bool = False


class Outcome(NamedTuple):
    """Value of an expression (NO, OPEN, BARE, YES) and the findings (ids) it rests on."""

    value: int
    used: tuple[str, ...]


class Decided(NamedTuple):
    """What is known of a pattern that was decided earlier."""

    fires: bool
    clauses: frozenset[str]
    critical: bool


@dataclass(slots=True)
class Decisions:
    """Patterns decided so far, and those that silencing left (P0). Grows while patterns are evaluated."""

    decided: dict[str, Decided] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)


class Surroundings(NamedTuple):
    """What every view of one patient shares."""

    case: Case
    as_of: date
    anatomy: Anatomy
    conditions: Mapping[str, ConditionContent]
    no_site: frozenset[str]


class View:
    """The facts that rules may see, indexed by sign; remembers the outcome of every expression it was asked."""

    def __init__(self, around: Surroundings, facts: Iterable[Fact], decisions: Decisions) -> None:
        self.around = around
        self.decisions = decisions
        self.facts = tuple(facts)
        self.active: dict[str, list[Fact]] = defaultdict(list)
        self.absent: dict[str, list[Fact]] = defaultdict(list)
        self.stale: dict[str, list[Fact]] = defaultdict(list)
        self.history: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            if fact.recorded is None:
                continue
            self.history[fact.sign].append(fact)
            if fact.active:
                (self.active if fact.present else self.absent)[fact.sign].append(fact)
            elif fact.stale and fact.present:
                self.stale[fact.sign].append(fact)
        self.remembered: dict[int, Outcome] = {}
        self.selected: dict[int, list[tuple[Fact, int]]] = {}
        self.focus: object = None

    def without(self, hidden: set[Fact]) -> View:
        """The same record with some active positives out of sight (they stay history)."""
        kept = [fact for fact in self.facts if fact not in hidden]
        view = View(self.around, kept, self.decisions)
        view.history = self.history
        return view

    def with_decisions(self, decisions: Decisions) -> View:
        """The same facts with nothing remembered: after more patterns were decided."""
        view = View(self.around, self.facts, decisions)
        view.history = self.history
        return view

    # ---- days ----

    def duration(self, fact: Fact) -> int | None:
        """Days since onset if stated, else since the oldest positive record of the same sign, site and side (3.2)."""
        if fact.onset is not None:
            return fact.onset
        return self._oldest(fact, same_place=True)

    def first_recorded(self, fact: Fact) -> int | None:
        """Days since the oldest positive record of the same sign and side, same site or one containing it (3.2)."""
        return self._oldest(fact, same_place=False)

    def _oldest(self, fact: Fact, same_place: bool) -> int | None:
        anatomy = self.around.anatomy
        days = [
            other.recorded
            for other in self.history.get(fact.sign, ())
            if other.present
            and other.recorded is not None
            and other.side == fact.side
            and (other.site == fact.site or (not same_place and anatomy.covers(other.site, fact.site)))
        ]
        return max(days, default=fact.recorded)

    def days_ago(self, day: date | None) -> int | None:
        """Whole days before the day counted from; a day ahead counts as today."""
        return None if day is None else max(0, (self.around.as_of - day).days)


def covers(view: View, negative: Fact, fact: Fact) -> bool:
    """Whether an explicit negative covers a finding's place and side (4.2, 4.5).

    A negative of the whole body covers both sides; otherwise the side must be the same, and a finding of unknown side
    is covered by a negative that was recorded for both.
    """
    anatomy = view.around.anatomy
    if not anatomy.covers(negative.site, fact.site):
        return False
    content = anatomy.sites.get(negative.site)
    if content is not None and content.everywhere:
        return True
    return negative.side == fact.side or (fact.side == "unknown" and negative.bilateral)


Selected = list[tuple[Fact, int]]
"""Findings of a selection with their values."""

NOTHING = Outcome(0, ())
"""The outcome NO."""


def ids(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The finding ids of facts, once each, in order."""
    return tuple(dict.fromkeys(fact.id for fact in facts))
