"""The stage as a whole: patterns in, suggestions and cards in order out (P0: union, P8, 4.3, P7)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from cds_service.knowledge.actions import ActionContent
from cds_service.knowledge.done_when import DoneWhen
from cds_service.neuro.case import Case
from cds_service.neuro.outcome import FiredPattern, Reasoning
from cds_service.neuro.recommendations.asked import union_of, withheld_by
from cds_service.neuro.recommendations.conflicts import resolve
from cds_service.neuro.recommendations.on_record import Record, judge
from cds_service.neuro.recommendations.outcome import Recommendations, RecommendedAction
from cds_service.neuro.recommendations.placing import calmed, in_card_order, place, with_cards


class CompositeOrders(Protocol):
    """Which members of a composite order settle it (orders.csv, ``done_when``)."""

    @property
    def done_when(self) -> Mapping[str, DoneWhen]:
        """The expression over its members, by action."""


class ActionKnowledge(Protocol):
    """The part of the content that this stage reads."""

    @property
    def actions(self) -> ActionContent:
        """Actions and the rules over them."""

    @property
    def terminology(self) -> CompositeOrders:
        """Composite orders."""


def recommend(reasoning: Reasoning, case: Case, knowledge: ActionKnowledge, as_of: date) -> Recommendations:
    """What to suggest for the shown patterns on the day ``as_of``, and on which card (4.1 P7, P8; 4.3)."""
    shown = in_card_order(reasoning.shown)
    actions = _actions(shown, reasoning, case, knowledge, as_of)
    nothing_remains = not any(action.is_open_must for action in actions)
    if nothing_remains:
        shown = in_card_order(_work_up_in_progress(shown, reasoning))
    with_card = with_cards(shown, knowledge.actions.rules.most_cards)
    return Recommendations(
        cards=place(with_card, actions),
        also_matched=tuple(pattern for pattern in shown if pattern not in with_card),
        actions=(*actions, *withheld_by(shown)),
        nothing_remains=nothing_remains,
    )


def _actions(
    shown: tuple[FiredPattern, ...], reasoning: Reasoning, case: Case, knowledge: ActionKnowledge, as_of: date
) -> tuple[RecommendedAction, ...]:
    """Every action asked for, in the order of the patterns that ask, with what became of it."""
    union = union_of(shown)
    indicators = [pattern.indicator for pattern in shown]
    kept, gone = resolve(union, knowledge.actions.rules, case.patient.age_years, indicators)
    record = Record(
        content=knowledge.actions,
        done_when=knowledge.terminology.done_when,
        orders=case.orders,
        findings=reasoning.findings,
        shown=frozenset(pattern.key for pattern in shown),
        as_of=as_of,
    )
    return (*(judge(asked, record) for asked in kept.values()), *gone)


def _work_up_in_progress(shown: tuple[FiredPattern, ...], reasoning: Reasoning) -> tuple[FiredPattern, ...]:
    """D6: warnings become info, and the pattern that says what is pending joins them where it may."""
    pending = (reasoning.if_nothing_remains,) if reasoning.if_nothing_remains else ()
    return (*calmed(shown), *pending)
