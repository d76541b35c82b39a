"""How well a lesion predicts what was found: log-likelihood against chance.

For each observation the lesion gives the chance that the feature is found: its own frequency and the background
together, ``1 - (1 - frequency)(1 - background)``. The score of a lesion is its prior plus, for every observation, the
logarithm of that chance (or, where the feature is absent, of its complement) over the same for the background alone.
Findings that a lesion leaves unexplained therefore add nothing, findings it explains add, normal findings where it
should do harm subtract. Observations are taken as independent of each other given the lesion; that is a simplification.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import log
from typing import Literal

from cds_service.knowledge.clinical import Anatomy
from cds_service.knowledge.lesions import Frequencies, Lesion, Lesions, Place
from cds_service.neuro.facts import FactSide
from cds_service.neuro.localization.observations import Observation

LesionSide = Literal["left", "right", "both", "unknown"]


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
        self.background = {name: float(feature.background) for name, feature in self.content.features.items()}
        self._inside: dict[tuple[str, Place], tuple[Place, ...]] = {}

    def candidate(self, lesion: Lesion, side: LesionSide, observations: Iterable[Observation]) -> Candidate:
        """The lesion on that side, weighed."""
        score = lesion.prior
        explains: list[str] = []
        unexplained: list[str] = []
        against: list[str] = []
        for seen in observations:
            frequency = self.frequency(lesion, side, seen.feature, seen.place, seen.side, seen.present)
            background = self.background[seen.feature]
            chance = 1 - (1 - frequency) * (1 - background)
            if seen.present:
                score += log(chance / background)
                (explains if chance >= background * float(self.content.explained_from) else unexplained).extend(
                    seen.ids
                )
            else:
                score += log((1 - chance) / (1 - background))
                if frequency >= float(self.content.against_from):
                    against.extend(seen.ids)
        return Candidate(lesion, side, score, _once(explains), _once(unexplained), _once(against))

    def frequency(
        self, lesion: Lesion, side: LesionSide, feature: str, place: Place, of_side: FactSide, present: bool
    ) -> float:
        """How often the lesion gives the feature at a place, or at one of the places that it has as parts.

        A finding of a limb may be of any part of it, less so the fewer are hurt; a normal limb speaks for all its parts.
        """
        places = lesion.expects.get(feature)
        if not places:
            return 0.0
        parts = self._parts(feature, place)
        if not parts:
            return _on(places[place], side, of_side) if place in places else 0.0
        found = [_on(places[part], side, of_side) if part in places else 0.0 for part in parts]
        most, mean = max(found), sum(found) / len(found)
        if not present:
            return 1 - (1 - most) * (1 - mean)
        site = self.anatomy.sites.get(place)
        return mean if site is not None and site.everywhere else (most + mean) / 2

    def _parts(self, feature: str, place: Place) -> tuple[Place, ...]:
        """The places in ``place`` where some lesion gives the feature, without itself."""
        key = (feature, place)
        if key not in self._inside:
            known = self.lesions.places.get(feature, frozenset())
            sites = self.anatomy.sites
            inside = (part for part in known if part in sites and part != place and self.anatomy.covers(place, part))
            self._inside[key] = tuple(sorted(inside))
        return self._inside[key]


def _on(frequencies: Frequencies, side: LesionSide, of_side: FactSide) -> float:
    if side in ("both", "unknown") or of_side == "unknown":
        return max(frequencies.same, frequencies.other)
    return frequencies.same if side == of_side else frequencies.other


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
