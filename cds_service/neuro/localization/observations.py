"""What was found and what was found normal, as features of places: the input of the localization engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cds_service.knowledge.clinical import Anatomy
from cds_service.knowledge.lesion_content import FeatureContent
from cds_service.knowledge.lesions import Lesions, Place, compared
from cds_service.neuro.facts import Fact, FactSide


@dataclass(frozen=True, slots=True)
class Observation:
    """One feature of one place and side, found or found normal, with the findings (ids) that say so.

    ``weight``: how far it counts. One that nobody recorded, and that silence implies, counts less and has no ids.
    """

    feature: str
    place: Place
    side: FactSide
    present: bool
    ids: tuple[str, ...] = ()
    weight: float = 1.0


def observe(facts: Iterable[Fact], negatives: Iterable[Fact], lesions: Lesions, anatomy: Anatomy) -> list[Observation]:
    """The observations of active positives and explicit negatives, in an order of their own.

    Several signs that say the same are one observation; what is found by one sign is not normal by another. A finding
    whose place cannot be told says nothing here.
    """
    found: dict[tuple[str, Place, FactSide], list[Fact]] = {}
    normal: dict[tuple[str, Place, FactSide], list[Fact]] = {}
    for fact in facts:
        for key in _keys(fact, lesions, anatomy):
            found.setdefault(key, []).append(fact)
    for fact in negatives:
        for key in _keys(fact, lesions, anatomy):
            if lesions.content.features[key[0]].absent_counts == "yes":
                normal.setdefault(key, []).append(fact)
    seen = [
        Observation(*key, present, tuple(dict.fromkeys(fact.id for fact in group[key])))
        for group, present in ((found, True), (normal, False))
        for key in sorted(group)
        if present or key not in found
    ]
    return [*seen, *_implied(seen, lesions)]


_OTHER: dict[FactSide, FactSide] = {"left": "right", "right": "left"}


def _implied(seen: list[Observation], lesions: Lesions) -> Iterator[Observation]:
    """What was recorded of one side only was, to some extent, normal on the other: whoever examines records both."""
    known = {(one.feature, one.place, one.side) for one in seen}
    for one in seen:
        other = _OTHER.get(one.side)
        counts = lesions.content.features[one.feature].absent_counts == "yes"
        if one.present and counts and other and (one.feature, one.place, other) not in known:
            yield Observation(one.feature, one.place, other, False, weight=float(lesions.content.other_side_unsaid))


def _keys(fact: Fact, lesions: Lesions, anatomy: Anatomy) -> Iterator[tuple[str, Place, FactSide]]:
    if fact.weight == "W" != fact.base_weight:
        return  # a sign that counts less in this record (U4, age) points nowhere
    for name, feature in lesions.content.features.items():
        if fact.sign in feature.signs:
            place = _place(fact, name, feature, lesions, anatomy)
            if place is not None:
                yield name, place, fact.side if feature.sided == "yes" else "unknown"


def _place(fact: Fact, name: str, feature: FeatureContent, lesions: Lesions, anatomy: Anatomy) -> Place | None:
    known = lesions.places.get(name, frozenset())
    graded = compared(fact.grade.value) if feature.named == "yes" and fact.grade else ""
    if graded in known:
        return graded
    if known <= {""}:
        return ""
    site = anatomy.sites.get(fact.site)
    if site is not None and (site.region is not None or site.everywhere):
        return fact.site
    return feature.unplaced.get(fact.sign, "" if "" in known else None)
