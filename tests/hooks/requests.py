"""Builders of hook requests: the smallest that are answered, and a vignette's."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import httpx

from cds_service.authoring.render import render
from cds_service.knowledge.locate import fixtures_folder
from tests.client import Client
from tests.conftest import AS_OF

PATH = "/cds-services/motor-neuron-signs"
HOOK_INSTANCE = "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea"
ORIGIN = {"Origin": "https://sandbox.cds-hooks.org"}

Json = dict[str, Any]


def hook_request(**members: Any) -> Json:
    """A call about a patient of whom nothing is recorded; ``members`` replace members, ``...`` removes one."""
    request: Json = {
        "hook": "patient-view",
        "hookInstance": HOOK_INSTANCE,
        "context": {"userId": "Practitioner/1", "patientId": "1"},
        "prefetch": {"patient": None, "observations": None},
    }
    return {name: value for name, value in (request | members).items() if value is not ...}


def vignette(name: str, as_of: date = AS_OF) -> Json:
    """A vignette of ``fixtures/`` as a hook request of the day ``as_of``."""
    text = (fixtures_folder() / "vignettes" / f"{name}.json").read_text(encoding="utf-8")
    request: Json = json.loads(render(text, as_of))
    return request


def diagnostics(response: httpx.Response) -> str:
    """What an OperationOutcome with one issue says; its shape is checked on the way."""
    outcome = response.json()
    assert outcome.keys() == {"resourceType", "issue"}
    assert outcome["resourceType"] == "OperationOutcome"
    (issue,) = outcome["issue"]
    assert issue.keys() == {"severity", "code", "diagnostics"}
    text: str = issue["diagnostics"]
    return text


def cards(client: Client, request: Json) -> list[Json]:
    """The cards of a call that is answered with 200."""
    response = client.post(PATH, json=request)
    assert response.status_code == 200, response.text
    answered: Json = response.json()
    assert answered.keys() == {"cards"}
    found: list[Json] = answered["cards"]
    return found
