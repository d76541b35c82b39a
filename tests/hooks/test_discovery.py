"""Discovery: what an EHR learns before it calls."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cds_service.app import create_app
from cds_service.knowledge.model import Knowledge
from cds_service.settings import PrefetchStyle, Settings
from tests.client import Client
from tests.conftest import noon

PATIENT = "?patient={{context.patientId}}"
PLAIN = {
    "patient": "Patient/{{context.patientId}}",
    "observations": f"Observation{PATIENT}",
    "conditions": f"Condition{PATIENT}",
    "serviceRequests": f"ServiceRequest{PATIENT}",
    "diagnosticReports": f"DiagnosticReport{PATIENT}",
    "procedures": f"Procedure{PATIENT}",
    "medications": f"MedicationRequest{PATIENT}",
    "familyHistory": f"FamilyMemberHistory{PATIENT}",
}
US_CORE = PLAIN | {
    "observations": f"Observation{PATIENT}&category=exam",
    "laboratory": f"Observation{PATIENT}&category=laboratory",
    "vitalSigns": f"Observation{PATIENT}&category=vital-signs",
    "surveys": f"Observation{PATIENT}&category=survey",
    "procedureObservations": f"Observation{PATIENT}&category=procedure",
    "medications": f"MedicationRequest{PATIENT}&intent=order",
}


def services(knowledge: Knowledge, prefetch: PrefetchStyle = "plain") -> list[dict[str, Any]]:
    with Client(create_app(Settings(prefetch=prefetch), knowledge=knowledge, clock=noon)) as client:
        response = client.get("/cds-services")
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    assert response.json().keys() == {"services"}
    listed: list[dict[str, Any]] = response.json()["services"]
    return listed


def test_one_service_is_listed_for_patient_view(knowledge: Knowledge) -> None:
    """D-1 to D-7, D-10: an object with an array of services."""
    assert [(service["id"], service["hook"]) for service in services(knowledge)] == [
        ("motor-neuron-signs", "patient-view")
    ]


def test_description_says_what_an_integrator_must_know(knowledge: Knowledge) -> None:
    """D-8, D-9, D-12."""
    (service,) = services(knowledge)
    assert service["title"] == "Upper and lower motor neuron signs"
    assert "silent about emergencies without a motor, bulbar or neuromuscular sign" in service["description"]
    assert "no neurologist has reviewed" in service["description"]
    assert "412" in service["usageRequirements"]


@pytest.mark.parametrize(("style", "templates"), [("plain", PLAIN), ("us-core", US_CORE)])
def test_prefetch_templates_are_those_of_the_contract(
    style: PrefetchStyle, templates: dict[str, str], knowledge: Knowledge
) -> None:
    """D-11."""
    (service,) = services(knowledge, style)
    assert service["prefetch"] == templates


@pytest.mark.parametrize("style", ["plain", "us-core"])
def test_templates_keep_to_what_every_client_can_resolve(style: PrefetchStyle, knowledge: Knowledge) -> None:
    """P-1 to P-9, P-14, P-19: a read or a search by equality, and no token but the patient's."""
    (service,) = services(knowledge, style)
    for template in service["prefetch"].values():
        resolved = template.replace("{{context.patientId}}", "1")
        assert re.fullmatch(r"Patient/1|[A-Z][A-Za-z]+\?patient=1(&(category|intent)=[a-z-]+)?", resolved)


def test_a_slash_too_many_finds_the_same_service(client: Client) -> None:
    """N-11: the Sandbox joins whatever was typed with ``/{id}`` and follows no redirect after a preflight."""
    listed = client.get("/cds-services").json()
    assert client.get("/cds-services/").json() == listed
    assert client.get("http://127.0.0.1:8000//cds-services").json() == listed


def test_head_is_answered_like_get(client: Client) -> None:
    """N-11: monitors ask with HEAD."""
    for path in ("/", "/cds-services", "/health/live", "/health/ready"):
        assert client.request("HEAD", path).status_code == 200
