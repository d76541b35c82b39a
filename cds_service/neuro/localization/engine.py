"""From findings to ranked places of a lesion, and the examinations that would tell the leading ones apart.

    localized = localize(view, clinical)

``localized.candidates`` are ``Localization`` values, best first, for the first card; ``localized.separators`` are
sentences. What a lesion does is content (``anatomy/``, ``localization.yaml``); how it is weighed is in ``likelihood``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cds_service.knowledge.clinical import Anatomy
from cds_service.knowledge.lesions import Lesions
from cds_service.knowledge.model import Clinical
from cds_service.neuro.facts import Fact, View
from cds_service.neuro.localization.likelihood import Candidate, LesionSide, Scale
from cds_service.neuro.localization.observations import Observation, observe
from cds_service.neuro.localization.separators import best_examinations
from cds_service.neuro.localization.telling import Telling
from cds_service.neuro.outcome import Localization


@dataclass(frozen=True, slots=True)
class Localized:
    """Candidate places, best first, and sentences on what to examine next. Both empty where nothing points anywhere."""

    candidates: tuple[Localization, ...] = ()
    separators: tuple[str, ...] = ()


def localize(view: View, clinical: Clinical) -> Localized:
    """The leading candidates for the active findings of a view."""
    facts = [fact for group in view.active.values() for fact in group]
    negatives = [fact for group in view.absent.values() for fact in group]
    return localize_facts(facts, negatives, clinical.lesions, clinical.anatomy)


def localize_facts(facts: Sequence[Fact], negatives: Sequence[Fact], lesions: Lesions, anatomy: Anatomy) -> Localized:
    """The leading candidates for active positives and explicit negatives."""
    observations = observe(facts, negatives, lesions, anatomy)
    scale = Scale(lesions, anatomy)
    ranked = ranked_candidates(observations, scale)
    leading = _leading(ranked, scale) if ranked else []
    if not leading:
        return Localized()
    telling = Telling(leading, scale)
    examinations = best_examinations(leading, observations, scale) if len(leading) > 1 else []
    return Localized(
        tuple(telling.localization(candidate) for candidate in leading),
        tuple(telling.examination(examination) for examination in examinations),
    )


def ranked_candidates(observations: Sequence[Observation], scale: Scale) -> list[Candidate]:
    """The leading lesions that explain something, best first; equals in the order of the content, left before right."""
    features = scale.content.features
    if not any(seen.present and features[seen.feature].localizes == "yes" for seen in observations):
        return []
    one_sided = _sides(observations)
    sided = [(lesion, side) for lesion in scale.lesions.lesions for side in (one_sided if lesion.sided else _MIDDLE)]
    scores = scale.scores(sided, observations)
    ranked: list[Candidate] = []
    for number in sorted(range(len(sided)), key=lambda number: -round(scores[number], 9)):
        lesion, side = sided[number]
        candidate = scale.candidate(lesion, side, scores[number], observations)
        if candidate.explains:
            ranked.append(candidate)
        if len(ranked) > scale.content.shown:  # one more than is shown tells whether the last one shown has an equal
            break
    return ranked


_MIDDLE: tuple[LesionSide, ...] = ("both",)


def _sides(observations: Sequence[Observation]) -> tuple[LesionSide, ...]:
    """The sides a lesion may have: where no finding has a side, none can be told."""
    return ("left", "right") if any(seen.present and seen.side != "unknown" for seen in observations) else ("unknown",)


def _leading(ranked: Sequence[Candidate], scale: Scale) -> list[Candidate]:
    """Those that are shown. Equals are shown together or not at all: which of two sides comes first means nothing."""
    shown = scale.content.shown
    least = ranked[0].score - float(scale.content.leading_within)
    left_out = round(ranked[shown].score, 9) if len(ranked) > shown else None
    return [
        candidate for candidate in ranked[:shown] if candidate.score >= least and round(candidate.score, 9) != left_out
    ]
