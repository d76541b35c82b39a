"""Which entries are worth reading: one look at the codes of each, before anything is validated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from cds_service.evidence import Entry, Evidence
from cds_service.knowledge.code_systems import HPO, ICD_10_CM, LOINC, SNOMED_CT
from cds_service.knowledge.terminology import Terminology
from cds_service.knowledge.terminology_index import OBSERVED_AS_FINDING, OBSERVED_AS_MEASUREMENT
from cds_service.knowledge.terminology_rows import Code
from cds_service.reading.versions import text_of, version_of

Raw = Mapping[str, Any]
Coded = tuple[Code, str]
"""A coding with its display."""


@dataclass(frozen=True, slots=True)
class Record:
    """One resource with where it came from. ``uses``: what an Observation may be read for (``FINDING`` …).
    ``container``: the resource that a contained one stands in.
    """

    resource: Raw
    reference: str
    full_url: str = ""
    bundle: int = 0
    uses: int = 0
    container: Record | None = None


@dataclass(slots=True)
class Sorted:
    """The records that may matter, by what they are read for."""

    observations: list[Record] = field(default_factory=list)
    measurements: list[Record] = field(default_factory=list)
    panels: list[Record] = field(default_factory=list)
    others: dict[str, list[Record]] = field(default_factory=dict)

    def of(self, kind: str) -> list[Record]:
        """The records of one resource type other than Observation."""
        return self.others.get(kind, [])


def coded(concept: Any) -> Iterator[Coded]:
    """The codings of a CodeableConcept, as far as they are codings at all."""
    codings = concept.get("coding") if isinstance(concept, dict) else None
    for coding in codings if isinstance(codings, list) else ():
        if not isinstance(coding, dict):
            continue
        system, code, display = coding.get("system", ""), coding.get("code"), coding.get("display", "")
        if isinstance(system, str) and isinstance(code, str):
            yield (system, code), display if isinstance(display, str) else ""


FINDING: Final = OBSERVED_AS_FINDING
MEASUREMENT: Final = OBSERVED_AS_MEASUREMENT
_FINDING_SYSTEMS: Final = frozenset({SNOMED_CT, ICD_10_CM})
_EXAMINATION_SYSTEMS: Final = frozenset({SNOMED_CT, ICD_10_CM, LOINC})
_OTHER_KINDS: Final = frozenset(
    {
        "Condition", "DiagnosticReport", "Procedure", "ServiceRequest", "MedicationRequest", "Medication",
        "FamilyMemberHistory", "Patient",
    }
)  # fmt: skip


def sort_records(evidence: Evidence, terminology: Terminology) -> Sorted:
    """Every entry that may hold something to read, each resource once, in an order of its own."""
    kept: dict[tuple[str, str], Record] = {}
    for entry in evidence.entries:
        resource = entry.resource
        kind = resource.get("resourceType") if isinstance(resource, dict) else None
        if kind == "Observation":
            uses = uses_of(resource, terminology)
            if uses or "hasMember" in resource or "contained" in resource:
                _keep(entry, kind, uses, kept)
        elif isinstance(kind, str) and kind in _OTHER_KINDS:
            _keep(entry, kind, 0, kept)
    found = Sorted()
    for record in sorted(kept.values(), key=_place):
        _file(record, found, terminology)
    return found


def _place(record: Record) -> tuple[str, str, int]:
    return record.reference, record.full_url, record.bundle


def _keep(entry: Entry, kind: str, uses: int, kept: dict[tuple[str, str], Record]) -> None:
    """The same id twice (two prefetch keys, or two versions) is read once: the version that was updated last."""
    own_id = entry.resource.get("id")
    named = isinstance(own_id, str) and own_id != ""
    reference = f"{kind}/{own_id}" if named else entry.full_url or kind
    record = Record(entry.resource, reference, entry.full_url, entry.bundle, uses)
    key = (reference, "" if named else text_of(entry.resource))
    other = kept.get(key)
    if other is None or _version(record) > _version(other):
        kept[key] = record


def _version(record: Record) -> tuple[tuple[str, str], str, int]:
    return version_of(record.resource), record.full_url, record.bundle


def _file(record: Record, found: Sorted, terminology: Terminology) -> None:
    kind = record.resource["resourceType"]
    if kind == "Observation":
        _file_observation(record, found)
    else:
        found.others.setdefault(kind, []).append(record)
    for inner in _contained(record, terminology):
        _file_observation(inner, found)


def _file_observation(record: Record, found: Sorted) -> None:
    if record.uses & FINDING:
        found.observations.append(record)
    if record.uses & MEASUREMENT:
        found.measurements.append(record)
    if "hasMember" in record.resource:
        found.panels.append(record)


def _contained(record: Record, terminology: Terminology) -> Iterator[Record]:
    """Contained Observations that the record names as its members or results."""
    inner = record.resource.get("contained")
    if not isinstance(inner, list):
        return
    naming = [record.resource, *(resource for resource in inner if isinstance(resource, dict))]
    named = {reference for resource in naming for reference in references(resource, "hasMember", "result")}
    for resource in inner:
        own_id = resource.get("id") if isinstance(resource, dict) else None
        if isinstance(own_id, str) and f"#{own_id}" in named and resource.get("resourceType") == "Observation":
            uses = uses_of(resource, terminology)
            yield Record(resource, f"{record.reference}#{own_id}", "", record.bundle, uses, record)


def references(resource: Raw, *names: str) -> Iterator[str]:
    """The references of these members (lists of references), as far as they are any."""
    for name in names:
        targets = resource.get(name)
        for target in targets if isinstance(targets, list) else ():
            reference = target.get("reference") if isinstance(target, dict) else None
            if isinstance(reference, str):
                yield reference


def uses_of(observation: Raw, terminology: Terminology) -> int:
    """What an Observation may be read for (``FINDING``, ``MEASUREMENT``), 0 for nothing: a few dictionary look-ups."""
    uses = _uses_of_concept(observation.get("code"), terminology)
    uses |= _uses_of_answer(observation.get("valueCodeableConcept"), terminology)
    components = observation.get("component")
    for component in components if isinstance(components, list) else ():
        if isinstance(component, dict):
            uses |= _uses_of_concept(component.get("code"), terminology)
            uses |= _uses_of_answer(component.get("valueCodeableConcept"), terminology)
    return uses or (FINDING if _is_unknown(observation, terminology) else 0)


def _uses_of_concept(concept: Any, terminology: Terminology) -> int:
    codings = concept.get("coding") if isinstance(concept, dict) else None
    uses = 0
    for coding in codings if isinstance(codings, list) else ():
        if isinstance(coding, dict):
            system, code = coding.get("system"), coding.get("code")
            if isinstance(system, str) and isinstance(code, str):
                use = terminology.observed.get((system, code))
                uses |= use if use is not None else FINDING * (system in (HPO, terminology.project_system))
    return uses


def _uses_of_answer(concept: Any, terminology: Terminology) -> int:
    return FINDING if concept is not None and any(code in terminology.findings for code, _ in coded(concept)) else 0


def _is_unknown(observation: Raw, terminology: Terminology) -> bool:
    systems = counted_systems(observation, terminology)
    if not systems:
        return False
    codes = [code for code, _ in coded(observation.get("code"))]
    return any(system in systems for system, _ in codes) and not any(code in terminology.observed for code in codes)


def counted_systems(observation: Raw, terminology: Terminology) -> frozenset[str]:
    """The code systems in which an unknown code of this Observation is a finding that was not understood.

    An examination may speak in any code system of neurological findings. An Observation without a category is taken for
    one where it measures nothing and speaks in a system of findings, not in LOINC: most of LOINC is laboratory. Any
    other category (laboratory, vital signs, social history …) says that it is no such finding.
    """
    categories = observation.get("category")
    if not categories:
        return _NO_SYSTEMS if "valueQuantity" in observation else _FINDING_SYSTEMS
    for concept in categories if isinstance(categories, list) else ():
        if any(terminology.qualifier(code, "category") == "exam" for code, _ in coded(concept)):
            return _EXAMINATION_SYSTEMS
    return _NO_SYSTEMS


_NO_SYSTEMS: Final[frozenset[str]] = frozenset()
