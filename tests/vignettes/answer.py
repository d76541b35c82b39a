"""What the service answered, in the words of a vignette's expectations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cds_service.neuro.outcome import FiredPattern, Reasoning
from cds_service.neuro.recommendations import Recommendations
from tests.vignettes.vignette import Expected

RATIONALE = "org.motor-neuron-signs.rationale"
_INDICATORS = ("none", "info", "warning", "critical")


@dataclass(frozen=True, slots=True)
class Answer:
    """The patterns shown, the actions suggested, the highest indicator and the joined localization texts."""

    patterns: frozenset[str]
    must: frozenset[str]
    may: frozenset[str]
    indicator: str
    localization: str


def answer_of_core(reasoning: Reasoning, recommendations: Recommendations) -> Answer:
    """The answer before it is a card."""
    shown = [card.pattern for card in recommendations.cards] + list(recommendations.also_matched)
    suggested = [action for action in recommendations.actions if action.status == "suggested"]
    return Answer(
        patterns=frozenset(pattern.key for pattern in shown),
        must=frozenset(recommendations.must_suggest),
        may=frozenset(action.key for action in suggested if action.strength == "may"),
        indicator=_highest(card.indicator for card in recommendations.cards),
        localization="\n".join(_texts(shown)),
    )


def answer_of_cards(cards: Iterable[Mapping[str, Any]]) -> Answer:
    """The answer as an EHR reads it: from the cards and their rationale extension alone."""
    cards = list(cards)
    rationales = [card["extension"][RATIONALE] for card in cards]
    suggested = [
        action for rationale in rationales for action in rationale.get("actions", ()) if action["status"] == "suggested"
    ]
    return Answer(
        patterns=frozenset(key for r in rationales for key in (r["pattern"], *r.get("alsoMatched", ()))),
        must=frozenset(action["key"] for action in suggested if action["strength"] == "must"),
        may=frozenset(action["key"] for action in suggested if action["strength"] == "may"),
        indicator=_highest(card["indicator"] for card in cards),
        localization="\n".join(place["text"] for r in rationales for place in r.get("localization", ())),
    )


def misses(answer: Answer, expected: Expected) -> list[str]:
    """In words, everything in which the answer is not what is expected; empty when it is."""
    found = [
        *_difference("patterns", answer.patterns, expected.patterns),
        *_difference("must suggest", answer.must, expected.must),
        *(f"suggests {key}, which it must not" for key in sorted((answer.must | answer.may) & expected.must_not)),
        *(f"localization does not say {part!r}" for part in expected.localization if part not in answer.localization),
    ]
    if answer.indicator != expected.indicator:
        found.append(f"indicator is {answer.indicator}, not {expected.indicator}")
    return found


def _difference(what: str, got: frozenset[str], wanted: frozenset[str]) -> list[str]:
    extra = [f"{what}: {key} is not expected" for key in sorted(got - wanted)]
    return extra + [f"{what}: {key} is missing" for key in sorted(wanted - got)]


def _texts(patterns: Iterable[FiredPattern]) -> list[str]:
    return [place.text for pattern in patterns for place in pattern.localization]


def _highest(indicators: Iterable[str]) -> str:
    return max(indicators, key=_INDICATORS.index, default="none")
