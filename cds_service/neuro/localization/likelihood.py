"""How well a lesion predicts what was found: log-likelihood against chance.

For each observation the lesion gives the chance that the feature is found: its own frequency and the background
together, ``1 - (1 - frequency)(1 - background)``. The score of a lesion is its prior plus, for every observation, the
logarithm of that chance (or, where the feature is absent, of its complement) over the same for the background alone.
Findings that a lesion leaves unexplained therefore add nothing, findings it explains add, normal findings where it
should do harm subtract; what silence implies to be normal subtracts by its weight. Observations are taken as
independent of each other given the lesion; that is a simplification.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import Literal

from cds_service.knowledge.clinical import Anatomy
from cds_service.knowledge.lesions import Frequencies, Lesion, Lesions, Place
from cds_service.neuro.facts import FactSide
from cds_service.neuro.localization.observations import Observation

LesionSide = Literal["left", "right", "both", "unknown"]
SidedLesion = tuple[Lesion, LesionSide]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A lesion on a side with its score, and what it explains, leaves over and has against it (ids of findings)."""

    lesion: Lesion
    side: LesionSide
    score: float
    explains: tuple[str, ...]
    unexplained: tuple[str, ...]
    against: tuple[str, ...]


class Scale:
    """Weighs lesions against observations."""

    def __init__(self, lesions: Lesions, anatomy: Anatomy) -> None:
        self.lesions, self.anatomy, self.content = lesions, anatomy, lesions.content
        self.explained_from, self.against_from = float(self.content.explained_from), float(self.content.against_from)
        self.background = {name: float(feature.background) for name, feature in self.content.features.items()}

    def scores(self, candidates: Sequence[SidedLesion], observations: Sequence[Observation]) -> list[float]:
        """The score of every lesion and side: its prior and what each observation adds."""
        scores = [lesion.prior for lesion, _ in candidates]
        for seen in observations:
            weight = 1.0 if seen.present else seen.weight
            for number, ratio in enumerate(self._ratios(candidates, seen)):
                scores[number] += weight * ratio
        return scores

    def _ratios(self, candidates: Sequence[SidedLesion], seen: Observation) -> tuple[float, ...]:
        # With sides told there are more candidates than without: their number tells the two cases apart.
        key = (seen.feature, seen.place, seen.side, str(seen.present), str(len(candidates)))
        known = self.lesions.remembered.get(key)
        if known is None:
            known = tuple(self._ratio(lesion, side, seen) for lesion, side in candidates)
            self.lesions.remembered[key] = known
        return known

    def _ratio(self, lesion: Lesion, side: LesionSide, seen: Observation) -> float:
        """Logarithm of the chance under the lesion over that of the background alone; 0 where they are equal."""
        frequency = self.frequency(lesion, side, seen.feature, seen.place, seen.side, seen.present)
        background = self.background[seen.feature]
        chance = 1 - (1 - frequency) * (1 - background)
        return log(chance / background) if seen.present else log((1 - chance) / (1 - background))

    def candidate(
        self, lesion: Lesion, side: LesionSide, score: float, observations: Iterable[Observation]
    ) -> Candidate:
        """The lesion on that side with its score, and which findings it explains, leaves over or has against it."""
        explains: list[str] = []
        unexplained: list[str] = []
        against: list[str] = []
        for seen in observations:
            frequency = self.frequency(lesion, side, seen.feature, seen.place, seen.side, seen.present)
            background = self.background[seen.feature]
            chance = 1 - (1 - frequency) * (1 - background)
            if seen.present:
                (explains if chance >= background * self.explained_from else unexplained).extend(seen.ids)
            elif frequency >= self.against_from:
                against.extend(seen.ids)
        return Candidate(lesion, side, score, _once(explains), _once(unexplained), _once(against))

    def frequency(
        self, lesion: Lesion, side: LesionSide, feature: str, place: Place, of_side: FactSide, present: bool
    ) -> float:
        """How often the lesion gives the feature at a place, or at one of the places that it has as parts.

        A finding of a limb may be of any part of it, less so the fewer are hurt; a normal limb speaks for all of it.
        """
        places = lesion.expects.get(feature)
        if not places:
            return 0.0
        parts = self.lesions.parts.get((feature, place), ())
        if not parts:
            return _on(places[place], side, of_side) if place in places else 0.0
        found = [_on(places[part], side, of_side) if part in places else 0.0 for part in parts]
        mean = sum(found) / len(found)
        somewhere = 1 - (1 - max(found)) * (1 - mean)
        if not present:
            return somewhere
        site = self.anatomy.sites.get(place)
        return mean if site is not None and site.everywhere else (somewhere + mean) / 2


def _on(frequencies: Frequencies, side: LesionSide, of_side: FactSide) -> float:
    if side in ("both", "unknown") or of_side == "unknown":
        return max(frequencies.same, frequencies.other)
    return frequencies.same if side == of_side else frequencies.other


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
