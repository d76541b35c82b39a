"""Whose record it is (contract, Findings 11): only what is about the patient of the call is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cds_service.evidence import Evidence
from cds_service.reading.codings import references
from cds_service.reading.patient import is_patient
from cds_service.reading.records import Record


class Whose:
    """Tells the patient's records from others. Holds the forms in which a reference may name the patient."""

    def __init__(self, evidence: Evidence) -> None:
        own = f"Patient/{evidence.patient_id}"
        server = evidence.fhir_server.rstrip("/")
        self._names = {own, f"{server}/{own}"} if server else {own}
        self._urns = {
            (entry.bundle, entry.full_url)
            for entry in evidence.entries
            if entry.full_url.startswith("urn:uuid:") and is_patient(entry.resource, evidence.patient_id)
        }

    def owns(self, record: Record, *, missing: bool = False) -> bool:
        """Whether the record is about the patient. A contained resource without a subject takes its container's.

        ``missing`` is the answer for a resource without any subject.
        """
        subject = record.resource.get("subject", record.resource.get("patient"))
        if subject is None:
            return self.owns(record.container, missing=missing) if record.container is not None else missing
        reference = subject.get("reference") if isinstance(subject, Mapping) else None
        if not self.names(reference, record.bundle):
            return False
        focus = record.resource.get("focus")
        return not focus or all(self.names(target, record.bundle) for target in _targets(focus, record))

    def names(self, reference: Any, bundle: int) -> bool:
        """Whether a reference names the patient: relative, absolute, versioned, or by ``urn:uuid:``."""
        if not isinstance(reference, str):
            return False
        return reference.partition("/_history/")[0] in self._names or (bundle, reference) in self._urns


def _targets(focus: Any, record: Record) -> list[str]:
    named = list(references(record.resource, "focus"))
    return named if isinstance(focus, list) and len(named) == len(focus) else [""]
