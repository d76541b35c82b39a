"""The ways from a record to an answer: ``decide()`` with a request's evidence, and HTTP."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any

import httpx

from cds_service.app import create_app
from cds_service.decide import Decision, decide
from cds_service.evidence import Call, Evidence
from cds_service.fhir.gather import gather
from cds_service.fhir.prefetch import KEYS
from cds_service.knowledge.load import load_knowledge
from cds_service.knowledge.model import Knowledge
from cds_service.settings import Settings
from tests.client import Client
from tests.vignettes.vignette import Vignette, all_vignettes

SERVICE = "motor-neuron-signs"
TODAY = date(2026, 11, 25)
DAYS = (TODAY, date(2028, 2, 29), date(2027, 3, 1), date(2032, 1, 1))
"""An ordinary day, a leap day, the first of March of a common year, and a New Year after a year without leap day."""


@cache
def shipped_knowledge() -> Knowledge:
    """The content of ``fhir_mappings/``, read once."""
    return load_knowledge()


def within(knowledge: Knowledge) -> tuple[Vignette, ...]:
    """The vignettes that stay inside the content: every pattern that they expect is in it."""
    return tuple(v for v in all_vignettes() if v.expected.patterns <= frozenset(knowledge.clinical.patterns))


def evidence_of(request: Mapping[str, Any]) -> Evidence:
    """What a hook request brings with it."""
    server = request.get("fhirServer", "")
    return gather(request["context"]["patientId"], request["prefetch"], KEYS["plain"], fhir_server=server).evidence


def call_of(request: Mapping[str, Any]) -> Call:
    """Which call a hook request is, answered at the address of the default settings."""
    context = request["context"]
    return Call(
        hook_instance=request["hookInstance"],
        service_id=SERVICE,
        patient_id=context["patientId"],
        public_url=Settings().public_url,
        user_id=context["userId"],
        encounter_id=context.get("encounterId", ""),
    )


def decide_on(request: Mapping[str, Any], as_of: date, knowledge: Knowledge | None = None) -> Decision:
    """The decision about a hook request, without HTTP."""
    return decide(evidence_of(request), knowledge or shipped_knowledge(), as_of, call_of(request))


class Service(Client):
    """A client of the patient-view service."""

    def call(self, body: bytes) -> httpx.Response:
        """The answer to a call with this body."""
        return self.post(f"/cds-services/{SERVICE}", content=body, headers={"content-type": "application/json"})

    def cards(self, request: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The cards that the service answers a hook request with."""
        response = self.call(json.dumps(request).encode())
        assert response.status_code == 200, response.text
        cards: list[dict[str, Any]] = response.json()["cards"]
        return cards


def service_on(as_of: date) -> Service:
    """The service with its default settings, its clock at noon of ``as_of``; to be used in a ``with``."""
    noon = datetime.combine(as_of, time(12), tzinfo=UTC)
    return Service(create_app(Settings(), knowledge=shipped_knowledge(), clock=lambda: noon))
