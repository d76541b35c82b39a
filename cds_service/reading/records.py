"""The entries of a call, sorted by what they are read for; each resource once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from cds_service.evidence import Entry, Evidence
from cds_service.knowledge.terminology import Terminology
from cds_service.reading.codings import Raw, references
from cds_service.reading.screen import FINDING, MEASUREMENT, uses_of
from cds_service.reading.versions import text_of, version_of


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
