"""The services that discovery lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cds_service.fhir.prefetch import PrefetchKey


@dataclass(frozen=True, slots=True)
class Service:
    """One CDS service: its id in the URL, the hook that calls it, and what an integrator reads about it."""

    id: str
    hook: str
    title: str
    description: str
    usage_requirements: str


_USAGE = (
    "Needs the coded findings of the neurological examination as Observations (or Conditions) about the patient, in "
    "prefetch, or readable at fhirServer where this service may read it. The keys patient and those of Observations "
    "must be answered, null or an empty Bundle included; otherwise the answer is 412, not an empty list."
)

SERVICES = (
    Service(
        id="motor-neuron-signs",
        hook="patient-view",
        title="Upper and lower motor neuron signs",
        description=(
            "Reads coded examination findings, names the pattern of upper and lower motor neuron signs with where it "
            "points, and suggests the investigations that are still missing. Emergencies come first, but the service "
            "is silent about emergencies without a motor, bulbar or neuromuscular sign. No card does not mean that "
            "nothing is wrong. Its clinical content is a draft that no neurologist has reviewed: for evaluation, not "
            "for patient care."
        ),
        usage_requirements=_USAGE,
    ),
)


def discovery(keys: Sequence[PrefetchKey]) -> dict[str, Any]:
    """The discovery document; every service asks for the same ``keys``."""
    prefetch = {key.name: key.template for key in keys}
    return {"services": [_listed(service, prefetch) for service in SERVICES]}


def _listed(service: Service, prefetch: dict[str, str]) -> dict[str, Any]:
    return {
        "hook": service.hook,
        "title": service.title,
        "description": service.description,
        "id": service.id,
        "prefetch": prefetch,
        "usageRequirements": service.usage_requirements,
    }
