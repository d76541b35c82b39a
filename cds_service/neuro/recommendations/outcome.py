"""What is suggested, what is not and why: the values between reasoning and cards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cds_service.neuro.case import OrderOnRecord
from cds_service.neuro.outcome import FiredPattern, Indicator, Strength

ActionStatus = Literal["suggested", "requested", "resulted", "declined", "superseded", "not-applicable"]
"""The contract's ``actions[].status``: ``requested``, an order covers it; ``superseded``, another action does."""


@dataclass(frozen=True, slots=True)
class RecommendedAction:
    """One action that at least one shown pattern asks for, and what became of it.

    ``asked_by`` are pattern keys in the order of cards. ``because`` is the record that settled it, ``on_record`` those
    that are only printed (D1). ``settled`` and ``declined`` are members of a composite that need no new order.
    ``notes`` are sentences for the card; ``reason`` says in words why it is not suggested as asked.
    """

    key: str
    strength: Strength
    status: ActionStatus
    asked_by: tuple[str, ...]
    notes: tuple[str, ...] = ()
    because: OrderOnRecord | None = None
    on_record: tuple[OrderOnRecord, ...] = ()
    settled: frozenset[str] = frozenset()
    declined: frozenset[str] = frozenset()
    reason: str = ""

    @property
    def is_open_must(self) -> bool:
        """A must that nothing on record and no other action has answered."""
        return self.strength == "must" and self.status == "suggested"


@dataclass(frozen=True, slots=True)
class CardPlan:
    """One card: its pattern, the indicator after D6, and the actions that stand on this card and no other."""

    pattern: FiredPattern
    indicator: Indicator
    actions: tuple[RecommendedAction, ...] = ()


@dataclass(frozen=True, slots=True)
class Recommendations:
    """Cards in order, patterns that only get a line (P7), and every action that was asked for.

    ``nothing_remains``: no must is left, so warning cards became info (D6).
    """

    cards: tuple[CardPlan, ...] = ()
    also_matched: tuple[FiredPattern, ...] = ()
    actions: tuple[RecommendedAction, ...] = ()
    nothing_remains: bool = False

    @property
    def must_suggest(self) -> tuple[str, ...]:
        """Keys of the complete must list after P8 and 4.3, advice included (knowledge.md 7)."""
        return tuple(action.key for action in self.actions if action.is_open_must)

    @property
    def dropped(self) -> tuple[RecommendedAction, ...]:
        """Every action that was asked for and is not suggested, each with its reason."""
        return tuple(action for action in self.actions if action.status != "suggested")
