"""A FHIR server that fails, in every way that is worth a line: the contract's answer, in time, with nothing leaked."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest

from tests.fhir.calls import DEADLINE_S, TOKEN, authorization, deployment, timed_call
from tests.fhir.listener import Answer, Asked, fhir, http, listening
from tests.fhir.record import resources_of, serving
from tests.hooks.requests import Json, cards, diagnostics, vignette

RATIONALE = "org.motor-neuron-signs.rationale"
SECRET = "Alder-Synthetic"
"""What the failing server says about a patient, and no answer or log line of this service may repeat."""

PATIENT: Json = {"resourceType": "Patient", "id": "1", "name": [{"family": SECRET}]}
OUTCOME: Json = {
    "resourceType": "OperationOutcome",
    "issue": [{"severity": "error", "code": "processing", "diagnostics": f"failed for {SECRET}"}],
}
HTML = f"<html><body>Sign in, {SECRET}</body></html>".encode()
TOO_SLOW = "the 1 s for reading were over (CDS_FETCH_TIMEOUT_S)"
BROKE_OFF = "the FHIR server broke off its answer"


def status(code: int, body: Json = OUTCOME) -> Answer:
    return Answer((http(code, fhir(body).parts[0].partition(b"\r\n\r\n")[2]),))


def page(next_url: str) -> Answer:
    return fhir({"resourceType": "Bundle", "type": "searchset", "link": [{"relation": "next", "url": next_url}]})


FAULTS: dict[str, tuple[Callable[[Asked], Answer], str]] = {
    "slow": (lambda asked: Answer((http(200, b"{}"),), pause=5), TOO_SLOW),
    "slow byte by byte": (lambda asked: Answer(tuple(bytes([byte]) for byte in http(200, b"{}")), pause=0.2), TOO_SLOW),
    "hanging": (lambda asked: Answer((), hang=True), TOO_SLOW),
    "hanging mid-body": (lambda asked: Answer((http(200, b"{}" * 99)[:-50],), hang=True), TOO_SLOW),
    "cut before the answer": (lambda asked: Answer((), close=True), BROKE_OFF),
    "cut mid-body": (lambda asked: Answer((http(200, b"{}" * 99)[:-50],), close=True), BROKE_OFF),
    "no HTTP": (lambda asked: Answer((b"SSH-2.0-OpenSSH\r\n",), close=True), BROKE_OFF),
    "400": (lambda asked: status(400), "the FHIR server answered 400"),
    "401, an expired token": (lambda asked: status(401), "the FHIR server answered 401 (the access token is missing,"),
    "403": (lambda asked: status(403), "the FHIR server answered 403 (the access token does not allow this)"),
    "404": (lambda asked: status(404), "the FHIR server answered 404 (not found)"),
    "410": (lambda asked: status(410), "the FHIR server answered 410 (deleted)"),
    "429": (lambda asked: status(429), "the FHIR server answered 429 (too many requests)"),
    "500": (lambda asked: status(500), "the FHIR server answered 500"),
    "204": (lambda asked: status(204), "the FHIR server answered 204"),
    "HTML": (lambda asked: Answer((http(200, HTML, "text/html"),)), "is not called application/fhir+json"),
    "HTML called FHIR": (lambda asked: Answer((http(200, HTML),)), "the FHIR server's answer is no JSON in UTF-8"),
    "XML": (lambda asked: Answer((http(200, b"<Bundle/>", "application/fhir+xml"),)), "is not called application/fhir"),
    "no body": (lambda asked: Answer((http(200),)), "the FHIR server's answer is no JSON in UTF-8"),
    "no resource": (lambda asked: Answer((http(200, b"[1]"),)), "the FHIR server's answer is no FHIR resource"),
    "invalid UTF-8": (lambda asked: Answer((http(200, b'{"resourceType":"\xff"}'),)), "is no JSON in UTF-8"),
    "no gzip": (
        lambda asked: Answer((http(200, b"{}", headers={"Content-Encoding": "gzip"}),)),
        "answer cannot be decoded",
    ),
    "OperationOutcome with 200": (lambda asked: fhir(OUTCOME), 'holds an OperationOutcome (code "processing")'),
    "another resource": (lambda asked: fhir(PATIENT), "the FHIR server's answer is no Bundle"),
    "an error in the Bundle": (
        lambda asked: fhir({"resourceType": "Bundle", "entry": [{"resource": OUTCOME}]}),
        "holds a Bundle with only an OperationOutcome",
    ),
    "a redirect": (
        lambda asked: Answer((http(302, headers={"Location": "http://127.0.0.1:9/"}),)),
        "the FHIR server answered with a redirect, which is not followed",
    ),
    "next on another host": (lambda asked: page("http://127.0.0.2/fhir?page=2"), "leads away from fhirServer"),
    "next in a circle": (
        lambda asked: page(f"http://{asked.headers['host']}/fhir?_getpages=1"),
        "the links to the next pages lead in a circle",
    ),
    "next without end": (
        lambda asked: page(f"http://{asked.headers['host']}/fhir?_getpages={'x' * (asked.target.count('x') + 1)}"),
        "there are more than 20 pages (CDS_FETCH_MAX_PAGES)",
    ),
    "next is no text": (
        lambda asked: fhir({"resourceType": "Bundle", "link": [{"relation": "next", "url": 7}]}),
        "holds one page of a Bundle that has a next page",
    ),
    "giant": (
        lambda asked: Answer((http(200, b" " * 3_000_000),)),
        "the FHIR server's answers are larger than CDS_MAX_BODY_BYTES allows",
    ),
}


@pytest.mark.parametrize(("fault", "reason"), FAULTS.values(), ids=FAULTS.keys())
def test_412_in_time_where_the_required_search_fails(
    fault: Callable[[Asked], Answer], reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Q-8, F-13, N-5."""
    caplog.set_level(logging.DEBUG)
    settings = {"fetch_max_pages": 20, "max_body_bytes": 2_000_000}
    with listening(fault) as server, deployment(server.base, **settings) as client:
        response, seconds = timed_call(client, server.base, prefetch={"patient": PATIENT})
        assert response.status_code == 412
        assert 'Prefetch key "observations" ' in diagnostics(response)
        assert reason in diagnostics(response)
        assert seconds < DEADLINE_S + 0.5
        for told in (response.text, str(response.headers), caplog.text):
            assert [secret for secret in (TOKEN, SECRET, "patient=1", "Patient/1") if secret in told] == []


@pytest.mark.parametrize("fault", [fault for fault, _ in FAULTS.values()], ids=FAULTS.keys())
def test_cards_in_time_where_an_optional_search_fails(fault: Callable[[Asked], Answer]) -> None:
    """N-5, N-7: with the rest of the record there are cards, and they say what was not looked at."""
    request = vignette("V01")
    record = serving(resources_of(request["prefetch"]))

    def script(asked: Asked) -> Answer:
        return fault(asked) if "FamilyMemberHistory" in asked.target or "_getpages" in asked.target else record(asked)

    settings = {"fetch_max_pages": 20, "max_body_bytes": 2_000_000}
    with listening(script) as server, deployment(server.base, **settings) as client:
        access = {"fhirServer": server.base, "fhirAuthorization": authorization(), "prefetch": {}}
        first, *_ = cards(client, request | access)
        rationale = first["extension"][RATIONALE]
        assert rationale.get("notLookedAt", []) + rationale.get("truncated", []) == ["familyHistory"]


def test_a_server_that_is_not_there() -> None:
    with listening(lambda asked: Answer(())) as gone:
        base = gone.base
    with deployment(base) as client:
        response, seconds = timed_call(client, base)
        assert "could not fetch it: the FHIR server cannot be reached" in diagnostics(response)
        assert seconds < DEADLINE_S


def test_the_patient_that_is_answered_is_the_one_asked_for() -> None:
    with listening(lambda asked: fhir(PATIENT | {"id": "2"})) as server, deployment(server.base) as client:
        response, _ = timed_call(client, server.base, prefetch={"observations": None})
        assert "the FHIR server's answer is not the resource that was asked for" in diagnostics(response)


def test_what_was_read_before_the_deadline_counts() -> None:
    """Half a record with a finding gives its card, and says that it is half."""
    request = vignette("V01")
    record = serving(resources_of(request["prefetch"]), page_size=10)

    def script(asked: Asked) -> Answer:
        return Answer((), hang=True) if "_getpages" in asked.target else record(asked)

    with listening(script) as server, deployment(server.base) as client:
        access = {"fhirServer": server.base, "fhirAuthorization": authorization(), "prefetch": {}}
        first, *_ = cards(client, request | access)
        assert first["extension"][RATIONALE]["truncated"] == ["observations"]


def test_cookies_of_a_server_are_not_kept() -> None:
    """A session of one user must not answer the next one's call."""
    empty = {"resourceType": "Bundle", "type": "searchset", "total": 0}
    with_cookie = Answer(
        (http(200, fhir(empty).parts[0].partition(b"\r\n\r\n")[2], headers={"Set-Cookie": "session=1; Path=/"}),)
    )
    with listening(lambda asked: with_cookie) as server, deployment(server.base) as client:
        for _ in range(2):
            timed_call(client, server.base, prefetch={"patient": PATIENT})
        assert [asked for asked in server.asked if "cookie" in asked.headers] == []
        assert len(server.asked) == 14
