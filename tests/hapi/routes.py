"""Calls about patients on the HAPI server, and prefetch as a client asks it there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

import httpx

from cds_service.app import create_app
from cds_service.fhir.prefetch import KEYS, PrefetchKey
from cds_service.knowledge.load import load_knowledge
from cds_service.settings import Settings
from tests.client import Client
from tests.conftest import AS_OF, noon
from tests.hooks.requests import Json, vignette

KNOWLEDGE = load_knowledge()
TIMEOUT_S = 60


@contextmanager
def service(hapi: str, **settings: Any) -> Iterator[Client]:
    """The service with the HAPI server listed as open, and time enough unless the settings say else."""
    wanted = replace(Settings(fhir_servers=(f"open+{hapi}",), fetch_timeout_s=TIMEOUT_S), **settings)
    with Client(create_app(wanted, knowledge=KNOWLEDGE, clock=noon)) as client:
        yield client


def call_about(request: Json, hapi: str, prefetch: Json) -> Json:
    """The call of a vignette with other prefetch, its patient being on the HAPI server."""
    return request | {"fhirServer": hapi, "prefetch": prefetch}


def prefetched(hapi: str, patient_id: str, keys: Iterable[PrefetchKey] = KEYS["plain"]) -> Json:
    """What a client prefetches: the answer of the HAPI server to each template, its first page only."""
    with httpx.Client(timeout=TIMEOUT_S, headers={"Cache-Control": "no-cache"}) as client:
        answers = {key.name: client.get(f"{hapi}/{key.query(patient_id)}") for key in keys}
    assert {answer.status_code for answer in answers.values()} == {200}
    return {name: answer.json() for name, answer in answers.items()}


def examined(patient_id: str, as_of: date = AS_OF) -> list[Json]:
    """The patient of V01 with the examination, under another id."""
    text = json.dumps(vignette("V01", as_of)["prefetch"])
    own = json.loads(text.replace("synthetic-v01", patient_id).replace('"v01-', f'"{patient_id}-'))
    return [own["patient"], *(entry["resource"] for entry in own["observations"]["entry"])]
