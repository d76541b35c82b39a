"""P7 and D6: which patterns get a card, in which order, and on which card an action stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cds_service.neuro.outcome import FiredPattern, Indicator
from cds_service.neuro.recommendations.asked import is_critical
from cds_service.neuro.recommendations.outcome import CardPlan, RecommendedAction

_URGENCY: dict[Indicator, int] = {"critical": 0, "warning": 1, "info": 2}


def in_card_order(patterns: Iterable[FiredPattern]) -> tuple[FiredPattern, ...]:
    """P7: indicator, then tier, then the order of the table of patterns."""
    return tuple(sorted(patterns, key=lambda pattern: (_URGENCY[pattern.indicator], pattern.tier, pattern.order)))


def calmed(patterns: Iterable[FiredPattern]) -> tuple[FiredPattern, ...]:
    """D6: a warning is shown as info; not what is critical by its own conditions, nor what asked for nothing."""
    return tuple(replace(pattern, indicator="info") if _can_be_calmed(pattern) else pattern for pattern in patterns)


def _can_be_calmed(pattern: FiredPattern) -> bool:
    asked_for_something = any(asked.strength == "must" for asked in pattern.asked)
    return pattern.indicator == "warning" and not is_critical(pattern) and asked_for_something


def with_cards(patterns: Sequence[FiredPattern], most: int) -> tuple[FiredPattern, ...]:
    """The patterns that get a card: every critical one, others up to ``most`` cards in all."""
    critical = [pattern for pattern in patterns if pattern.indicator == "critical"]
    others = [pattern for pattern in patterns if pattern.indicator != "critical"]
    return (*critical, *others[: max(0, most - len(critical))])


def place(patterns: Sequence[FiredPattern], actions: Iterable[RecommendedAction]) -> tuple[CardPlan, ...]:
    """A card for each of ``patterns``, each action on the first that asks for it.

    What only a pattern without a card asks for stands on the last card: it is the least urgent of those shown.
    """
    places: dict[str, list[RecommendedAction]] = {pattern.key: [] for pattern in patterns}
    for action in actions if patterns else ():
        home = next((key for key in places if key in action.asked_by), patterns[-1].key)
        places[home].append(action)
    return tuple(
        CardPlan(pattern=pattern, indicator=pattern.indicator, actions=tuple(places[pattern.key]))
        for pattern in patterns
    )
