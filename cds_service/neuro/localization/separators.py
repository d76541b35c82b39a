"""Which examination would best separate the leading candidates: the expected gain of information, computed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import exp, log

from cds_service.knowledge.clinical import Anatomy
from cds_service.knowledge.lesion_content import FeatureContent
from cds_service.knowledge.lesions import Lesions, Place, compared
from cds_service.neuro.facts import FactSide
from cds_service.neuro.localization.likelihood import Candidate, Scale
from cds_service.neuro.localization.observations import Observation


@dataclass(frozen=True, slots=True)
class Examination:
    """One thing to examine, and for each leading candidate the chance that it is abnormal."""

    feature: str
    place: Place
    side: FactSide
    chances: tuple[float, ...]


def best_examinations(
    leading: Sequence[Candidate], observations: Sequence[Observation], scale: Scale
) -> list[Examination]:
    """The examinations not yet done that tell most, each given those before; none where too little would be gained."""
    content = scale.content
    examinations = list(_examinations(leading, observations, scale))
    best = max(candidate.score for candidate in leading)
    beliefs = [[exp(candidate.score - best) for candidate in leading]]
    examinations = [one for one in examinations if max(one.chances) > min(one.chances)]
    chosen: list[Examination] = []
    while examinations and len(chosen) < content.examinations:
        gains = [(_gain(beliefs, examination.chances), -number) for number, examination in enumerate(examinations)]
        gain, number = max(gains)
        if gain < float(content.least_gain):
            break
        examination = examinations[-number]
        chosen.append(examination)
        examinations = [other for other in examinations if not _same_test(other, examination)]
        beliefs = [after for belief in beliefs for after in _outcomes(belief, examination.chances)]
    return chosen


def _same_test(one: Examination, other: Examination) -> bool:
    return (one.feature, one.place) == (other.feature, other.place)


def _outcomes(belief: Sequence[float], chances: Sequence[float]) -> list[list[float]]:
    """The beliefs after the examination was abnormal, and after it was normal (not scaled to one)."""
    return [
        [weight * chance for weight, chance in zip(belief, chances, strict=True)],
        [weight * (1 - chance) for weight, chance in zip(belief, chances, strict=True)],
    ]


def _gain(beliefs: Sequence[Sequence[float]], chances: Sequence[float]) -> float:
    """How much the examination is expected to lower the uncertainty between the candidates, in nats."""
    total = sum(sum(belief) for belief in beliefs)
    before = sum(_uncertainty(belief) for belief in beliefs)
    after = sum(_uncertainty(outcome) for belief in beliefs for outcome in _outcomes(belief, chances))
    return round((before - after) / total, 9)


def _uncertainty(belief: Sequence[float]) -> float:
    """Entropy times weight of a belief that is not scaled to one."""
    weight = sum(belief)
    return -sum(part * log(part / weight) for part in belief if part > 0) if weight > 0 else 0.0


def _examinations(
    leading: Sequence[Candidate], observations: Sequence[Observation], scale: Scale
) -> Iterator[Examination]:
    for name, feature in scale.content.features.items():
        for place in _places(name, feature, scale.lesions, scale.anatomy):
            open_sides = [
                Examination(name, place, side, _chances(name, place, side, leading, scale))
                for side in _sides(feature, leading)
                if not _known(name, place, side, observations, scale.anatomy)
            ]
            if len({examination.chances for examination in open_sides}) == 1 < len(open_sides):
                yield replace(open_sides[0], side="unknown")  # the sides do not differ: the text names none
            else:
                yield from open_sides


def _chances(name: str, place: Place, side: FactSide, leading: Sequence[Candidate], scale: Scale) -> tuple[float, ...]:
    background = scale.background[name]
    frequencies = (scale.frequency(one.lesion, one.side, name, place, side, present=True) for one in leading)
    return tuple(1 - (1 - frequency) * (1 - background) for frequency in frequencies)


def _sides(feature: FeatureContent, leading: Sequence[Candidate]) -> tuple[FactSide, ...]:
    if feature.sided == "no" or all(candidate.side == "unknown" for candidate in leading):
        return ("unknown",)
    return ("left", "right")


def _places(name: str, feature: FeatureContent, lesions: Lesions, anatomy: Anatomy) -> list[Place]:
    sites = anatomy.sites
    known, elsewhere = lesions.places.get(name, frozenset()), lesions.content.not_at_bedside
    if feature.examined == "muscles":
        return [key for key, site in sites.items() if site.is_muscle and key not in elsewhere]
    if feature.examined == "reflexes":
        return [key for key, site in sites.items() if site.muscle and key in known and key not in elsewhere]
    if feature.examined == "skin":
        return [compared(skin) for skin in lesions.content.skin if compared(skin) in known]
    return [*feature.unplaced.values(), ""][:1] if feature.examined == "once" else []


def _known(name: str, place: Place, side: FactSide, observations: Sequence[Observation], anatomy: Anatomy) -> bool:
    return any(
        seen.feature == name
        and bool(seen.ids)
        and seen.side in (side, "unknown")
        and (seen.place == place or anatomy.covers(seen.place, place) or anatomy.contains(place, seen.place))
        for seen in observations
    )
