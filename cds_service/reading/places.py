"""Site and side of a finding: by its code, the body site, and the qualifiers beside it (contract, Findings 4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from cds_service.knowledge.code_systems import SNOMED_CT
from cds_service.knowledge.terminology import Terminology
from cds_service.knowledge.terminology_rows import Code
from cds_service.neuro.case import Side
from cds_service.reading.codings import coded

SIDES_CONTRADICT: Final = "the record gives sides that contradict each other"
SITES_CONTRADICT: Final = "the record gives body sites that contradict each other"
SITE_NOT_KNOWN: Final = "the body site of the record is not in the tables"
_LONGEST_EXPRESSION: Final = 400


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding is: a site key, its side, and what could not be told."""

    site: str
    side: Side
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordedSite:
    """One ``bodySite``: sites and sides that its codings name. ``unknown``: it names a structure that has no row."""

    sites: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    unknown: bool = False


def recorded_site(concept: Mapping[str, Any], terminology: Terminology, *, reflex: bool) -> RecordedSite:
    """What a ``bodySite`` says. ``reflex``: with a reflex question or finding a tendon or muscle means its reflex."""
    sites: set[str] = set()
    sides = set(_sides_in_words(concept.get("text", ""), terminology)) | _sides_in_extensions(concept, terminology)
    unknown = False
    for code, _ in coded(concept):
        side = terminology.qualifier(code, "laterality")
        if side:
            sides.add(side)
            continue
        structure, side = _expression(code, terminology)
        sides.add(side)
        row = _site_row(structure, terminology, reflex)
        if row is None:
            unknown = True
            continue
        sites.add(row[0])
        sides.add(row[1])
    return RecordedSite(_narrowest(sites - {""}, terminology), frozenset(_told(sides)), unknown and not sites)


def _told(sides: Iterable[str]) -> set[str]:
    """Sides that are told: ``unilateral`` says that there is one and not which."""
    return {side for side in sides if side in (Side.LEFT, Side.RIGHT, Side.BILATERAL)}


def _site_row(code: Code, terminology: Terminology, reflex: bool) -> tuple[str, str] | None:
    contexts = terminology.sites.get(code)
    if contexts is None:
        return None
    row = (contexts.get("reflex") if reflex else None) or contexts.get("any")
    return (row.site, row.laterality) if row else None


def _expression(code: Code, terminology: Terminology) -> tuple[Code, str]:
    """The structure and side of a post-coordinated SNOMED CT code; any other code is its own structure."""
    system, text = code
    if system != SNOMED_CT or ":" not in text or len(text) > _LONGEST_EXPRESSION:
        return code, ""
    bare = re.sub(r"\|[^|]*\||[\s{}()]", "", text)
    structure, _, refinements = bare.partition(":")
    for refinement in refinements.split(","):
        attribute, _, value = refinement.partition("=")
        if terminology.qualifier((SNOMED_CT, attribute), "laterality") == "attribute-name":
            return (SNOMED_CT, structure), terminology.qualifier((SNOMED_CT, value), "laterality")
    return (SNOMED_CT, structure), ""


def _sides_in_words(text: str, terminology: Terminology) -> Iterable[str]:
    words = re.findall(r"[^\W_]+", text.casefold())
    return (terminology.rules.side_words[word] for word in words if word in terminology.rules.side_words)


def _sides_in_extensions(concept: Mapping[str, Any], terminology: Terminology) -> set[str]:
    return {
        terminology.qualifier(code, "laterality")
        for extension in concept.get("extension", [])
        if extension.get("url") in terminology.laterality_extensions
        for code, _ in coded(extension.get("valueCodeableConcept"))
    }


def _narrowest(sites: Iterable[str], terminology: Terminology) -> frozenset[str]:
    known = set(sites)
    if len(known) > 1:
        known -= {terminology.rules.no_site, *terminology.rules.same_as_no_site}
    places = terminology.places
    return frozenset(
        site
        for site in known
        if not any(places.lies_in(other, site) or (places.same_place(other, site) and other < site) for other in known)
    )


def side_answered(holder: Mapping[str, Any], terminology: Terminology) -> set[str]:
    """The sides that an answer to "which side" names, by code or in words."""
    concept = holder.get("valueCodeableConcept", {})
    by_code = [terminology.qualifier(code, "laterality") for code, _ in coded(concept)]
    words = f"{holder.get('valueString', '')} {concept.get('text', '')}"
    return _told([*by_code, *_sides_in_words(words, terminology)])


def place_of(
    site: str, side: str, recorded: RecordedSite, further_sides: Iterable[str], terminology: Terminology
) -> Place:
    """The place of a finding whose code says ``site`` and ``side`` (each may be ``""``).

    A site of the code wins over a broader one of the record, a narrower one of the record wins over the code's.
    """
    notes: list[str] = []
    if len(recorded.sites) > 1:
        notes.append(SITES_CONTRADICT)
    elif recorded.unknown and not site:
        notes.append(SITE_NOT_KNOWN)
    beside = next(iter(recorded.sites)) if len(recorded.sites) == 1 else ""
    narrower = beside and (not site or _is_narrower(beside, site, terminology))
    place = beside if narrower else site
    sides = _told([side, *further_sides]) | recorded.sides
    if len(sides) > 1:
        notes.append(SIDES_CONTRADICT)
    rules = terminology.rules
    if not place or place in rules.same_as_no_site:
        place = rules.no_site
    return Place(place, Side(sides.pop()) if len(sides) == 1 else Side.UNKNOWN, tuple(notes))


def _is_narrower(inner: str, outer: str, terminology: Terminology) -> bool:
    rules = terminology.rules
    if outer in (rules.no_site, *rules.same_as_no_site):
        return True
    return terminology.places.lies_in(inner, outer)
