"""How to point the public CDS Hooks Sandbox at a service and a FHIR server."""

from __future__ import annotations

from urllib.parse import urlencode

SANDBOX = "https://sandbox.cds-hooks.org/"


def sandbox_link(service_url: str, fhir_server: str, patient_id: str) -> str:
    """The URL that opens the Sandbox with this service, FHIR server and patient.

    ``hook`` and ``screen`` go together: with one of them alone the Sandbox calls nothing.
    """
    parameters = {
        "fhirServiceUrl": fhir_server.rstrip("/"),
        "patientId": patient_id,
        "serviceDiscoveryURL": f"{service_url}/cds-services",
        "hook": "patient-view",
        "screen": "patient-view",
    }
    return f"{SANDBOX}?{urlencode(parameters)}"
