"""Calls of the service with a FHIR server to read: the requests and the client of a deployment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from time import monotonic
from typing import Any

import httpx

from cds_service.app import create_app
from cds_service.knowledge.load import load_knowledge
from cds_service.settings import Settings
from tests.client import Client
from tests.conftest import noon
from tests.hooks.requests import PATH, Json, hook_request

DEADLINE_S = 1.0
TOKEN = "secret-token.0123456789-abcdef"
KNOWLEDGE = load_knowledge()


def authorization(**members: Any) -> Json:
    """``fhirAuthorization`` with the token; ``members`` replace members, ``...`` removes one."""
    sent: Json = {
        "access_token": TOKEN,
        "token_type": "Bearer",
        "expires_in": 300,
        "scope": "user/*.read",
        "subject": "cds-service",
    }
    return {name: value for name, value in (sent | members).items() if value is not ...}


@contextmanager
def deployment(*fhir_servers: str, **settings: Any) -> Iterator[Client]:
    """A client of a service that may read these servers, for ``DEADLINE_S`` seconds unless the settings say else."""
    wanted = replace(Settings(fhir_servers=fhir_servers, fetch_timeout_s=DEADLINE_S), **settings)
    with Client(create_app(wanted, knowledge=KNOWLEDGE, clock=noon)) as client:
        yield client


def call(client: Client, fhir_server: str, **members: Any) -> httpx.Response:
    """The answer to a call without prefetch about patient 1 on ``fhir_server``, with the token."""
    sent = {"prefetch": ..., "fhirServer": fhir_server, "fhirAuthorization": authorization()} | members
    return client.post(PATH, json=hook_request(**sent))


def timed_call(client: Client, fhir_server: str, **members: Any) -> tuple[httpx.Response, float]:
    """The same, with the seconds that it took."""
    started = monotonic()
    response = call(client, fhir_server, **members)
    return response, monotonic() - started
