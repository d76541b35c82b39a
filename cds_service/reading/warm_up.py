"""fhir.resources builds its classes at the first use: done at start, so that no clinician waits for it."""

from __future__ import annotations

from typing import Any, Final

from cds_service.reading.valid import valid

_CONCEPT: Final = {"coding": [{"system": "http://loinc.org", "code": "2157-6"}]}
_SUBJECT: Final = {"reference": "Patient/1"}
ONE_OF_EACH: Final[tuple[dict[str, Any], ...]] = (
    {
        "resourceType": "Observation", "status": "final", "code": _CONCEPT, "subject": _SUBJECT, "bodySite": _CONCEPT,
        "effectiveDateTime": "2020-01-01T00:00:00Z", "valueQuantity": {"value": 1},
        "component": [{"code": _CONCEPT, "valueCodeableConcept": _CONCEPT}], "referenceRange": [{"high": {"value": 1}}],
    },
    {"resourceType": "Condition", "subject": _SUBJECT, "code": _CONCEPT, "onsetDateTime": "2020-01-01"},
    {"resourceType": "DiagnosticReport", "status": "final", "code": _CONCEPT, "conclusionCode": [_CONCEPT]},
    {"resourceType": "Procedure", "status": "completed", "subject": _SUBJECT, "performedDateTime": "2020"},
    {"resourceType": "ServiceRequest", "status": "active", "intent": "order", "subject": _SUBJECT, "code": _CONCEPT},
    {
        "resourceType": "MedicationRequest", "status": "active", "intent": "order", "subject": _SUBJECT,
        "medicationCodeableConcept": _CONCEPT, "dosageInstruction": [{"route": _CONCEPT}],
        "dispenseRequest": {"validityPeriod": {"end": "2020-01-01"}},
    },
    {"resourceType": "Medication", "code": _CONCEPT},
    {
        "resourceType": "FamilyMemberHistory", "status": "completed", "patient": _SUBJECT, "relationship": _CONCEPT,
        "condition": [{"code": _CONCEPT}],
    },
)  # fmt: skip


def warm_up() -> None:
    """Validate one resource of each type that is read."""
    for resource in ONE_OF_EACH:
        valid(resource)
