"""What the shipped content answers about a record in words: the questions that the tables of patterns ask."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from cds_service.neuro.case import Case
from cds_service.neuro.outcome import FiredPattern, Reasoning
from cds_service.neuro.reasoning import reason
from cds_service.neuro.recommendations import Recommendations, recommend
from tests.spec.notation import case_of
from tests.vignettes.routes import TODAY, shipped_knowledge

RANK = ("none", "info", "warning", "critical")
"""Indicators from the calmest on; ``none``: no card."""


def beside(record: str, rows: Mapping[str, str]) -> pytest.MarkDecorator:
    """A test that is asked once for every row: the lines of the row stand beside ``record``."""
    cases = [(f"{record}; {added}", result) for added, result in rows.items()]
    names = [f"{added or 'nothing else'} -> {result or 'nothing'}" for added, result in rows.items()]
    return pytest.mark.parametrize(("record", "result"), cases, ids=names)


def records(rows: Mapping[str, str]) -> pytest.MarkDecorator:
    """A test that is asked once for every row: the row is the whole record."""
    return beside("", rows)


def concluded(record: str | Case) -> tuple[Reasoning, Recommendations]:
    """Everything that the core concludes from a record of today."""
    return _of_words(record) if isinstance(record, str) else _of_case(record)


@cache
def _of_words(record: str) -> tuple[Reasoning, Recommendations]:
    return _of_case(case_of(record, TODAY))


def _of_case(case: Case) -> tuple[Reasoning, Recommendations]:
    knowledge = shipped_knowledge()
    reasoning = reason(case, knowledge, TODAY)
    return reasoning, recommend(reasoning, case, knowledge, TODAY)


def result_of(pattern: str, record: str) -> str:
    """``yes``, ``no`` or ``unknown``: what the pattern's own text gives, before anything is silenced."""
    return next(outcome.result for outcome in concluded(record)[0].outcomes if outcome.pattern == pattern)


def shown(record: str) -> str:
    """The keys of the patterns that are shown, in alphabetical order."""
    return " ".join(sorted(_on_cards(record)))


def is_shown(pattern: str, record: str) -> str:
    """``shown``, ``silenced`` (it fires and another rule takes it away), or what its text gives."""
    if pattern in _on_cards(record):
        return "shown"
    result = result_of(pattern, record)
    return "silenced" if result == "yes" else result


def indicator(pattern: str, record: str) -> str:
    """The indicator with which the pattern is shown, before D6; ``none`` where it is not."""
    fired = _fired(pattern, record)
    return fired.indicator if fired else "none"


def musts(pattern: str, record: str) -> str:
    """The actions that the pattern asks for, in alphabetical order."""
    return _asked(pattern, record, "must")


def mays(pattern: str, record: str) -> str:
    """The actions that the pattern lists to be considered, in alphabetical order."""
    return _asked(pattern, record, "may")


def asks_for(action: str, pattern: str, record: str) -> str:
    """``must``, ``may`` or ``no``: whether the pattern asks for one action."""
    asked = {strength for strength in ("must", "may") if action in _asked(pattern, record, strength).split()}
    return "must" if "must" in asked else "may" if asked else "no"


def suggested(record: str) -> str:
    """The musts that remain of all shown patterns together (P8, 4.3), in alphabetical order."""
    return " ".join(sorted(concluded(record)[1].must_suggest))


def is_suggested(action: str, record: str) -> str:
    """The status of one action in the union of all shown patterns; ``not asked`` where none asks for it."""
    for one in concluded(record)[1].actions:
        if one.key == action:
            return one.status if one.status != "suggested" else one.strength
    return "not asked"


def localization(pattern: str, record: str) -> str:
    """The pattern's own texts of where it localizes to, joined by a bar; ranked candidate sites are not among them."""
    fired = _fired(pattern, record)
    return " | ".join(place.text for place in fired.localization if not place.site) if fired else "none"


def summary(pattern: str, record: str) -> str:
    """The pattern's summary."""
    fired = _fired(pattern, record)
    return fired.summary if fired else "none"


def highest(record: str | Case) -> str:
    """The highest indicator of all cards, ``none`` without a card."""
    return max((card.indicator for card in concluded(record)[1].cards), key=RANK.index, default="none")


def _on_cards(record: str) -> frozenset[str]:
    recommendations = concluded(record)[1]
    cards = (card.pattern.key for card in recommendations.cards)
    return frozenset(cards) | {pattern.key for pattern in recommendations.also_matched}


def _fired(pattern: str, record: str) -> FiredPattern | None:
    return next((fired for fired in concluded(record)[0].shown if fired.key == pattern), None)


def _asked(pattern: str, record: str, strength: str) -> str:
    fired = _fired(pattern, record)
    asked = {one.action for one in fired.asked if one.strength == strength} if fired else set()
    return " ".join(sorted(asked))
