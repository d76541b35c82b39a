"""Which Observations are worth reading: one look at their codes, before anything is validated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from cds_service.knowledge.terminology import Terminology
from cds_service.knowledge.terminology_index import OBSERVED_AS_FINDING, OBSERVED_AS_MEASUREMENT
from cds_service.knowledge.terminology_rows import Code
from cds_service.reading.codings import Raw, coded

FINDING: Final = OBSERVED_AS_FINDING
MEASUREMENT: Final = OBSERVED_AS_MEASUREMENT


def uses_of(observation: Raw, terminology: Terminology) -> int:
    """What an Observation may be read for (``FINDING``, ``MEASUREMENT``), 0 for nothing: a few dictionary look-ups.

    Every Observation of a patient passes here, most of them for nothing: written for speed. A coding whose system or
    code is no text cannot be looked up; such an Observation is looked at once more, with care.
    """
    try:
        uses = _uses_of_common_shape(observation, terminology)
        return _uses(observation, terminology) if uses is None else uses
    except TypeError:
        return _uses(_looked_at_with_care(observation), terminology)


def _uses_of_common_shape(observation: Raw, terminology: Terminology) -> int | None:
    """The answer for the shape of nearly every laboratory value and vital sign; None for any other shape.

    One coding in ``code``, a plain value, and categories that say it is no examination. What is touched counts here:
    each member of thousands of Observations is a cache miss.
    """
    if "component" in observation or "valueCodeableConcept" in observation:
        return None
    try:
        (coding,) = observation["code"]["coding"]
        system = coding["system"]
        use = terminology.observed.get((system, coding["code"]))
        if use is not None:
            return use
        if system in terminology.counted.always or not (categories := observation["category"]):
            return None
        for category in categories:
            for label in category["coding"]:
                if label["code"] in terminology.examination:
                    return None
    except (KeyError, ValueError):
        return None
    return 0


def _uses(observation: Raw, terminology: Terminology) -> int:
    use = _use_of(observation.get("code"), terminology.observed)
    uses = use or 0
    if "valueCodeableConcept" in observation and _names_finding(observation["valueCodeableConcept"], terminology):
        uses |= FINDING
    if "component" in observation:
        uses |= _uses_of_components(observation["component"], terminology)
    if use is None and not uses and _is_counted(observation, terminology):
        return FINDING
    return uses


def _use_of(concept: Any, observed: Mapping[Code, int]) -> int | None:
    """What the codings of a concept are read for, together; None where none of them is known."""
    found: int | None = None
    codings = concept.get("coding") if isinstance(concept, dict) else None
    for coding in codings if isinstance(codings, list) else ():
        if isinstance(coding, dict):
            use = observed.get((coding.get("system", ""), coding.get("code", "")))
            if use is not None:
                found = use | (found or 0)
    return found


def _names_finding(concept: Any, terminology: Terminology) -> bool:
    return any(code in terminology.findings for code, _ in coded(concept))


def _uses_of_components(components: Any, terminology: Terminology) -> int:
    uses = 0
    for component in components if isinstance(components, list) else ():
        if isinstance(component, dict):
            use = _use_of(component.get("code"), terminology.observed)
            uses |= use or 0
            if "valueCodeableConcept" in component and _names_finding(component["valueCodeableConcept"], terminology):
                uses |= FINDING
            if use is None and _speaks_in(terminology.counted.always, component.get("code")):
                uses |= FINDING
    return uses


def _is_counted(observation: Raw, terminology: Terminology) -> bool:
    """Whether the unknown code of an Observation is one that is counted."""
    return _speaks_in(counted_systems(observation, terminology), observation.get("code"))


def _speaks_in(systems: frozenset[str], concept: Any) -> bool:
    codings = concept.get("coding") if isinstance(concept, dict) else None
    for coding in codings if isinstance(codings, list) else ():
        if isinstance(coding, dict) and coding.get("system") in systems and isinstance(coding.get("code"), str):
            return True
    return False


def _looked_at_with_care(observation: Raw) -> Raw:
    """A copy with the codings that can be looked up, in the members that are."""
    members = {name: _concept_of(observation.get(name)) for name in ("code", "valueCodeableConcept")}
    components = observation.get("component")
    parts = [part for part in components if isinstance(part, dict)] if isinstance(components, list) else []
    categories = observation.get("category")
    return {
        **members,
        "category": [_concept_of(category) for category in categories] if isinstance(categories, list) else [],
        "component": [
            {name: _concept_of(part.get(name)) for name in ("code", "valueCodeableConcept")} for part in parts
        ],
    }


def _concept_of(concept: Any) -> dict[str, Any]:
    return {"coding": [{"system": system, "code": code} for (system, code), _ in coded(concept)]}


def counted_systems(observation: Raw, terminology: Terminology) -> frozenset[str]:
    """The code systems in which an unknown code of this Observation is a finding that was not understood.

    The project's own and HPO hold nothing but findings. An examination may speak in any code system of neurological
    findings. An Observation without a category is taken for one where it measures nothing and speaks in a system of
    findings, not in LOINC: most of LOINC is laboratory. Any other category (laboratory, vital signs, social history …)
    says that it is no such finding.
    """
    counted, categories = terminology.counted, observation.get("category")
    if not categories:
        return counted.always if "valueQuantity" in observation else counted.in_findings
    for concept in categories if isinstance(categories, list) else ():
        if _is_examination(concept, terminology.examination):
            return counted.in_examinations
    return counted.always


def _is_examination(category: Any, examination: Mapping[str, str]) -> bool:
    """Looks at the short code first: hashing the URI of every category would cost more than all the rest."""
    codings = category.get("coding") if isinstance(category, dict) else None
    for coding in codings if isinstance(codings, list) else ():
        if isinstance(coding, dict):
            code = coding.get("code")
            if isinstance(code, str) and code in examination and coding.get("system") == examination[code]:
                return True
    return False
