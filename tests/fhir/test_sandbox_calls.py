"""What the public CDS Hooks Sandbox sends by default: a DSTU2 server, no encounter, no token."""

from __future__ import annotations

from tests.fhir.calls import deployment
from tests.hooks.requests import ORIGIN, PATH, Json, diagnostics, hook_request

DSTU2 = "https://launch.smarthealthit.org/v/r2/fhir"
CONTEXT = {"patientId": "smart-1288992", "userId": "Practitioner/COREPRACTITIONER1"}
PATIENT: Json = {
    "resourceType": "Patient",
    "id": "smart-1288992",
    "name": [{"use": "official", "family": ["Adams"], "given": ["Daniel", "X."]}],
    "active": True,
}
OBSERVATION: Json = {
    "resourceType": "Observation",
    "id": "1",
    "status": "final",
    "category": {"coding": [{"system": "http://hl7.org/fhir/observation-category", "code": "vital-signs"}]},
    "code": {"coding": [{"system": "http://loinc.org", "code": "8302-2"}]},
    "subject": {"reference": "Patient/smart-1288992"},
    "valueQuantity": {"value": 111.5, "unit": "cm"},
}


def test_a_dstu2_record_without_findings_gives_no_card() -> None:
    """The Sandbox leaves out the keys that its server does not know (ServiceRequest, MedicationRequest)."""
    observations = {"resourceType": "Bundle", "type": "searchset", "total": 1, "entry": [{"resource": OBSERVATION}]}
    prefetch = {"patient": PATIENT, "observations": observations}
    with deployment() as client:
        response = client.post(PATH, json=hook_request(context=CONTEXT, fhirServer=DSTU2, prefetch=prefetch))
        assert (response.status_code, response.json()) == (200, {"cards": []})


def test_a_server_whose_searches_failed_gives_412_that_a_browser_may_read() -> None:
    request = hook_request(context=CONTEXT, fhirServer=DSTU2, prefetch={"patient": PATIENT})
    with deployment() as client:
        response = client.post(PATH, json=request, headers=ORIGIN)
        assert response.status_code == 412
        assert "fhirServer is not one that this service may read (CDS_FHIR_SERVERS)" in diagnostics(response)
        assert response.headers["Access-Control-Allow-Origin"] == "*"
