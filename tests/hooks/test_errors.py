"""The error table, row by row: each refusal is an OperationOutcome that names the member and what to do (S-6, S-7)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from cds_service.api.admission import Admission
from cds_service.app import create_app
from cds_service.knowledge.model import Knowledge
from cds_service.settings import Settings
from tests.client import Client
from tests.conftest import noon
from tests.hooks.requests import PATH, diagnostics, hook_request

UUID = "a UUID like d1577c69-dfbe-44ad-ba6d-3e05e953b2ea"
ID = 'a bare FHIR id (1 to 64 letters, digits, "-" or "."), without "Patient/"'
JSON = {"Content-Type": "application/json"}

MALFORMED_BODIES: list[tuple[bytes, str]] = [
    (b"", "The body is no JSON in UTF-8: Input is a zero-length, empty document: line 1 column 1 (char 0)."),
    (b"{", "The body is no JSON in UTF-8: unexpected end of data: line 1 column 2 (char 1)."),
    (b"\xef\xbb\xbf{}", "The body begins with a byte order mark: send plain UTF-8."),
    (b"[]", "The body must be a JSON object."),
    (b"null", "The body must be a JSON object."),
]

MALFORMED_MEMBERS: list[tuple[dict[str, Any], str]] = [
    ({"hook": ...}, 'hook is missing; expected "patient-view", the hook of this service.'),
    ({"hook": "order-sign"}, 'hook is malformed; expected "patient-view", the hook of this service.'),
    ({"hookInstance": ...}, f"hookInstance is missing; expected {UUID}."),
    ({"hookInstance": "7"}, f"hookInstance is malformed; expected {UUID}."),
    ({"hookInstance": 7}, f"hookInstance is malformed; expected {UUID}."),
    ({"context": ...}, "context is missing; expected an object with userId and patientId."),
    ({"context": []}, "context is malformed; expected an object with userId and patientId."),
    ({"context": {"userId": "Practitioner/1"}}, f"context.patientId is missing; expected {ID}."),
    ({"context": {"patientId": "Patient/1"}}, f"context.patientId is malformed; expected {ID}."),
    ({"context": {"patientId": 1}}, f"context.patientId is malformed; expected {ID}."),
    ({"context": {"patientId": "1&_id=2"}}, f"context.patientId is malformed; expected {ID}."),
    ({"prefetch": []}, "prefetch is malformed; expected an object with one FHIR resource (or null) for each key."),
]


@pytest.mark.parametrize(("body", "message"), MALFORMED_BODIES)
def test_400_for_what_is_no_json_object(body: bytes, message: str, client: Client) -> None:
    """N-3."""
    response = client.post(PATH, content=body, headers=JSON)
    assert (response.status_code, diagnostics(response)) == (400, message)


@pytest.mark.parametrize("body", [b'{"a": NaN}', b'{"a": "\\ud800"}', b'{"a": "\xff"}', b"[" * 2000 + b"]" * 2000])
def test_400_for_json_that_other_readers_let_through(body: bytes, client: Client) -> None:
    """Not-a-number, lone surrogates, broken UTF-8, and nesting deep enough to break whoever recurses."""
    response = client.post(PATH, content=body, headers=JSON)
    assert response.status_code == 400
    assert diagnostics(response).startswith("The body is no JSON in UTF-8: ")


@pytest.mark.parametrize(("members", "message"), MALFORMED_MEMBERS)
def test_400_names_the_member_and_what_was_expected(members: dict[str, Any], message: str, client: Client) -> None:
    """N-1, N-3, R-2, R-3, H-9."""
    response = client.post(PATH, json=hook_request(**members))
    assert (response.status_code, diagnostics(response)) == (400, message)


@pytest.mark.parametrize(
    "hook_instance", ["00000000-0000-0000-0000-000000000000", "D1577C69-DFBE-74AD-FA6D-3E05E953B2EA"]
)
def test_any_version_of_uuid_will_do(hook_instance: str, client: Client) -> None:
    """N-3: lenient on the version."""
    assert client.post(PATH, json=hook_request(hookInstance=hook_instance)).status_code == 200


@pytest.mark.parametrize("path", ["/cds-services/nobody", "/cds-services/nobody/feedback"])
def test_404_lists_the_ids_that_exist(path: str, client: Client) -> None:
    """N-2."""
    response = client.post(path, json=hook_request())
    assert response.status_code == 404
    assert diagnostics(response) == "There is no CDS service of this id. The ids are: motor-neuron-signs."


def test_404_for_a_path_that_is_none(client: Client) -> None:
    response = client.get("/fhir/Patient")
    assert response.status_code == 404
    assert diagnostics(response).startswith("There is nothing at this path. Discovery is at /cds-services")


@pytest.mark.parametrize(("method", "path", "allowed"), [("GET", PATH, "POST"), ("POST", "/cds-services", "GET")])
def test_405_says_which_method(method: str, path: str, allowed: str, client: Client) -> None:
    response = client.request(method, path, json=hook_request())
    assert (response.status_code, response.headers["Allow"]) == (405, allowed)
    assert diagnostics(response) == f"This path answers to {allowed} only."


def test_413_for_a_body_over_the_limit(knowledge: Knowledge) -> None:
    """N-12: whether the size is announced or found out while reading."""

    async def unannounced() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b" " * 100

    message = "The body is larger than 1000 bytes (CDS_MAX_BODY_BYTES): send less in prefetch."
    with Client(create_app(Settings(max_body_bytes=1000), knowledge=knowledge, clock=noon)) as client:
        assert client.post(PATH, content=b" " * 700 + b"{}", headers=JSON).status_code == 400
        for content in (b" " * 2000, unannounced()):
            response = client.post(PATH, content=content, headers=JSON)
            assert (response.status_code, diagnostics(response)) == (413, message)


def test_413_for_more_entries_than_the_limit(knowledge: Knowledge) -> None:
    bundles = {key: {"resourceType": "Bundle", "entry": [{}] * 6} for key in ("observations", "conditions")}
    message = "The call holds more than 11 Bundle entries (CDS_MAX_ENTRIES): send less in prefetch."
    for limit, status in ((11, 413), (12, 200)):
        with Client(create_app(Settings(max_entries=limit), knowledge=knowledge, clock=noon)) as client:
            response = client.post(PATH, json=hook_request(prefetch={"patient": None} | bundles))
        assert response.status_code == status
        if status == 413:
            assert diagnostics(response) == message


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "application/json"}, 200),
        ({"Content-Type": "application/json; charset=utf-8"}, 200),
        ({"Content-Type": "Application/FHIR+JSON"}, 200),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
        ({}, 415),
        ({"Content-Type": "application/json", "Content-Encoding": "gzip"}, 415),
    ],
)
def test_415_for_what_is_not_called_json(headers: dict[str, str], status: int, client: Client) -> None:
    """N-13."""
    body = b'{"hook":"patient-view","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea","context":{"patientId":"1"},'
    body += b'"prefetch":{"patient":null,"observations":null}}'
    response = client.post(PATH, content=body, headers=headers)
    assert response.status_code == status
    if "Content-Encoding" in headers:
        assert diagnostics(response) == "The body must be sent without Content-Encoding."
    elif status == 415:
        expected = "The Content-Type of the body must be application/json or application/fhir+json."
        assert diagnostics(response) == expected


def test_503_with_retry_after_where_all_places_are_taken(knowledge: Knowledge) -> None:
    admission = Admission(max_open_calls=1)
    app = create_app(Settings(), knowledge=knowledge, clock=noon, admission=admission)
    with Client(app) as client:
        with admission.admitted():
            refused = client.post(PATH, json=hook_request())
        assert (refused.status_code, refused.headers["Retry-After"]) == (503, "1")
        assert diagnostics(refused) == "The service is overloaded: try again after the time in Retry-After."
        assert client.post(PATH, json=hook_request()).status_code == 200
