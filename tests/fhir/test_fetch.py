"""What is asked of the FHIR server: what the caller did not send, and only that."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cds_service.fhir.prefetch import KEYS
from tests.fhir.calls import TOKEN, authorization, call, deployment, timed_call
from tests.fhir.listener import Answer, Asked, fhir, http, listening
from tests.fhir.record import TYPES, bundle, resources_of, serving
from tests.hooks.requests import Json, cards, diagnostics, vignette

RATIONALE = "org.motor-neuron-signs.rationale"
EMPTY: Json = {"resourceType": "Bundle", "type": "searchset", "total": 0}
PATIENT: Json = {"resourceType": "Patient", "id": "1"}
NOTHING: Json = dict.fromkeys([key.name for key in KEYS["plain"]])


def empty_record(asked: Asked) -> Answer:
    return fhir(PATIENT if asked.target.startswith("/fhir/Patient/") else EMPTY)


def requests_for(sent: Json, **settings: Any) -> list[str]:
    """The requests that a call with this prefetch leads to, as method and target, sorted."""
    with listening(empty_record) as server, deployment(f"open+{server.base}", **settings) as client:
        assert call(client, server.base, prefetch=sent).json() == {"cards": []}
        return sorted(f"{asked.method} {asked.target} {asked.body}".strip() for asked in server.asked)


def test_nothing_is_asked_where_every_key_was_answered() -> None:
    """Q-5, Q-7: null and an empty Bundle are answers."""
    assert requests_for(NOTHING) == []
    assert requests_for(NOTHING | {"observations": EMPTY}) == []


@pytest.mark.parametrize("key", TYPES)
def test_a_key_that_was_not_sent_is_asked_by_its_own_query(key: str) -> None:
    others = {name: value for name, value in NOTHING.items() if name != key}
    assert requests_for(others) == [f"GET /fhir/{TYPES[key]}?patient=1&_count=200"]


def test_every_key_is_asked_where_none_was_sent() -> None:
    searches = [f"GET /fhir/{kind}?patient=1&_count=200" for kind in TYPES.values()]
    assert requests_for({}) == sorted([*searches, "GET /fhir/Patient/1"])


def test_us_core_asks_for_observations_by_category() -> None:
    asked = [target for target in requests_for({}, prefetch="us-core") if "Observation" in target]
    categories = ("exam", "laboratory", "procedure", "survey", "vital-signs")
    assert asked == [f"GET /fhir/Observation?patient=1&category={name}&_count=200" for name in categories]


def test_searches_are_posted_where_that_is_configured() -> None:
    asked = requests_for({}, fetch_search="post", fetch_page_size=50)
    assert "POST /fhir/Observation/_search patient=1&_count=50" in asked
    assert "GET /fhir/Patient/1" in asked


def test_an_error_that_the_caller_reports_is_not_asked_for_again() -> None:
    """Q-4, N-6: the caller tried; an OperationOutcome saves the second query."""
    refused = {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "forbidden"}]}
    with listening(empty_record) as server, deployment(server.base) as client:
        response = call(client, server.base, prefetch=NOTHING | {"observations": refused})
        assert response.status_code == 412
        assert server.asked == []


def test_headers_of_a_request() -> None:
    """F-2: the token is on every request."""
    with listening(empty_record) as server, deployment(server.base) as client:
        call(client, server.base)
        wanted = {
            "accept": "application/fhir+json",
            "accept-encoding": "gzip",
            "cache-control": "no-cache",
            "authorization": f"Bearer {TOKEN}",
            "host": f"127.0.0.1:{server.port}",
        }
        assert len(server.asked) == len(KEYS["plain"])
        for asked in server.asked:
            assert wanted.items() <= asked.headers.items()
            assert "cookie" not in asked.headers


def test_an_open_server_is_read_without_a_token() -> None:
    with listening(empty_record) as server, deployment(f"open+{server.base}") as client:
        assert call(client, server.base, fhirAuthorization=...).status_code == 200
        assert [asked for asked in server.asked if "authorization" in asked.headers] == []


NOT_READ: dict[str, tuple[Json, str]] = {
    "no server": ({"fhirServer": ...}, "no fhirServer was given"),
    "another server": ({"fhirServer": "https://ehr.example.org"}, "fhirServer is not one that this service may read"),
    "no token": ({"fhirAuthorization": ...}, "fhirServer is not read without fhirAuthorization"),
    "a null token": ({"fhirAuthorization": None}, "fhirServer is not read without fhirAuthorization"),
    "token of another patient": (
        {"fhirAuthorization": authorization(patient="2")},
        "fhirAuthorization.patient is not context.patientId",
    ),
    "no object": ({"fhirAuthorization": TOKEN}, "fhirAuthorization is no object"),
    "no access_token": (
        {"fhirAuthorization": authorization(access_token=...)},
        "fhirAuthorization.access_token is missing",
    ),
    "a token of two lines": (
        {"fhirAuthorization": authorization(access_token="a\r\nX: b")},
        "fhirAuthorization.access_token is",
    ),
    "another type": (
        {"fhirAuthorization": authorization(token_type="mac")},
        "fhirAuthorization.token_type is not Bearer",
    ),
    "an old token": ({"fhirAuthorization": authorization(expires_in=0)}, "fhirAuthorization.expires_in says that"),
}


@pytest.mark.parametrize(("members", "reason"), NOT_READ.values(), ids=NOT_READ.keys())
def test_a_server_that_may_not_be_read_stays_silent(members: Json, reason: str) -> None:
    """N-4, Q-8, F-8: 412 names the key and the reason; a complete prefetch is not harmed."""
    with listening(empty_record) as server, deployment(server.base) as client:
        response = call(client, server.base, **members)
        assert response.status_code == 412
        assert f'"observations" was not sent, and this service could not fetch it: {reason}' in diagnostics(response)
        assert TOKEN not in response.text
        assert call(client, server.base, **(members | {"prefetch": NOTHING})).json() == {"cards": []}
        assert server.connections == 0


@pytest.mark.parametrize("patient", ["1", "Patient/1", ...])
def test_a_token_of_the_same_patient_is_used(patient: Any) -> None:
    with listening(empty_record) as server, deployment(server.base) as client:
        given = authorization(patient=patient)
        assert call(client, server.base, fhirAuthorization=given).json() == {"cards": []}


@pytest.mark.parametrize("options", [{"page_size": 1}, {"page_size": 5}, {"zipped": True}], ids=str)
def test_fetched_and_sent_are_the_same(options: Any) -> None:
    """The same patient gives the same cards by either route, in however many pages."""
    request = vignette("V54")
    with listening(serving(resources_of(request["prefetch"]), **options)) as server, deployment(server.base) as client:
        access = {"fhirServer": server.base, "fhirAuthorization": authorization()}
        by_prefetch = cards(client, request | access)
        assert server.asked == []
        assert cards(client, request | access | {"prefetch": {}}) == by_prefetch
        assert by_prefetch


def test_the_pages_after_a_sent_page_are_read() -> None:
    """Q-9: a prefetched first page is not the record."""
    request = vignette("V01")
    script = serving(resources_of(request["prefetch"]), page_size=4)
    with listening(script) as server:
        search = Asked("GET", "/fhir/Observation?patient=synthetic-v01", {"host": f"127.0.0.1:{server.port}"})
        first_page = json.loads(script(search).parts[0].partition(b"\r\n\r\n")[2])
        with deployment(server.base) as client:
            whole = cards(client, request)
            access = {"fhirServer": server.base, "fhirAuthorization": authorization()}
            in_part = request["prefetch"] | {"observations": first_page}
            assert cards(client, request | access | {"prefetch": in_part}) == whole
            assert server.asked
            assert [target for target in server.targets if "patient" in target] == []


def test_a_sent_page_whose_next_leads_elsewhere_is_read_anew() -> None:
    request = vignette("V01")
    with listening(serving(resources_of(request["prefetch"]))) as server, deployment(server.base) as client:
        whole = cards(client, request)
        elsewhere = EMPTY | {"link": [{"relation": "next", "url": "https://elsewhere.example/fhir?page=2"}]}
        access = {"fhirServer": server.base, "fhirAuthorization": authorization()}
        in_part = request["prefetch"] | {"observations": elsewhere}
        assert cards(client, request | access | {"prefetch": in_part}) == whole
        assert server.targets == ["/fhir/Observation?patient=synthetic-v01&_count=200"]


def test_medications_that_requests_refer_to_are_read_once() -> None:
    """Contract, Orders and results: a medicationReference is read from the FHIR server, unless it was sent."""
    requests = [_request_for(f"Medication/{name}") for name in ("drug", "drug", "gone", "sent")]
    sent = {"resourceType": "Medication", "id": "sent"}
    with listening(serving([PATIENT])) as server, deployment(server.base) as client:
        response = call(client, server.base, prefetch=NOTHING | {"medications": bundle([*requests, sent])})
        assert response.status_code == 200
        assert server.targets == ["/fhir/Medication/drug", "/fhir/Medication/gone"]


@pytest.mark.parametrize("form", ["Medication/drug", "Medication/drug/_history/2", "{base}/Medication/drug"])
def test_a_drug_counts_wherever_its_name_stands(form: str) -> None:
    """V40 without its drugs is answered otherwise; with the drug in a Medication of its own, the same."""
    request = vignette("V40")
    (entry,) = request["prefetch"]["medications"]["entry"]
    drug = {"resourceType": "Medication", "id": "drug", "code": entry["resource"].pop("medicationCodeableConcept")}
    with listening(serving([drug])) as server, deployment(server.base) as client:
        whole = cards(client, vignette("V40"))
        entry["resource"]["medicationReference"] = {"reference": form.format(base=server.base)}
        access = {"fhirServer": server.base, "fhirAuthorization": authorization()}
        assert cards(client, request | access) == whole
        assert cards(client, request) != whole
        assert server.targets == ["/fhir/Medication/drug"]


RETRIED = {
    "seconds": (429, {"Retry-After": "0"}),
    "unavailable": (503, {"Retry-After": "0"}),
    "a date": (503, {"Retry-After": "Fri, 20 Nov 2026 12:00:00 GMT", "Date": "Fri, 20 Nov 2026 12:00:00 GMT"}),
}


@pytest.mark.parametrize(("status", "headers"), RETRIED.values(), ids=RETRIED.keys())
def test_a_request_is_repeated_where_the_server_says_when(status: int, headers: dict[str, str]) -> None:
    refused: list[str] = []

    def script(asked: Asked) -> Answer:
        if asked.target in refused:
            return empty_record(asked)
        refused.append(asked.target)
        return Answer((http(status, headers=headers),))

    with listening(script) as server, deployment(server.base) as client:
        assert call(client, server.base).json() == {"cards": []}
        assert len(server.asked) == 2 * len(KEYS["plain"])


@pytest.mark.parametrize("headers", [{}, {"Retry-After": "60"}, {"Retry-After": "soon"}], ids=str)
def test_a_request_is_not_repeated_without_a_time_before_the_deadline(headers: dict[str, str]) -> None:
    with listening(lambda asked: Answer((http(429, headers=headers),))) as server, deployment(server.base) as client:
        response, seconds = timed_call(client, server.base)
        assert "the FHIR server answered 429 (too many requests)" in diagnostics(response)
        assert len(server.asked) == len(KEYS["plain"])
        assert seconds < 0.9


def test_keys_are_read_side_by_side() -> None:
    """Eight keys of 0.3 s each fit into one second only together."""

    def slow(asked: Asked) -> Answer:
        return Answer(empty_record(asked).parts, pause=0.3)

    with listening(slow) as server, deployment(server.base) as client:
        response, seconds = timed_call(client, server.base)
        assert response.json() == {"cards": []}
        assert seconds < 1


def test_connections_are_kept_for_the_next_call() -> None:
    with listening(empty_record) as server, deployment(server.base) as client:
        for _ in range(3):
            assert call(client, server.base).status_code == 200
        assert len(server.asked) == 3 * len(KEYS["plain"])
        assert server.connections <= len(KEYS["plain"])


def test_what_an_optional_key_lacks_is_said_on_the_card() -> None:
    """N-5, N-7: optional data that cannot be had is no reason to refuse."""
    request = vignette("V01")
    record = serving(resources_of(request["prefetch"]))

    def script(asked: Asked) -> Answer:
        return Answer((http(403),)) if "MedicationRequest" in asked.target else record(asked)

    with listening(script) as server, deployment(server.base) as client:
        access = {"fhirServer": server.base, "fhirAuthorization": authorization(), "prefetch": {}}
        first, *_ = cards(client, request | access)
        assert first["extension"][RATIONALE]["notLookedAt"] == ["medications"]


LIMITS: dict[str, tuple[dict[str, Any], str]] = {
    "pages": ({"fetch_max_pages": 2}, "there are more than 2 pages (CDS_FETCH_MAX_PAGES)"),
    "entries": ({"max_entries": 3}, "there are more than 3 entries (CDS_MAX_ENTRIES)"),
    "bytes": ({"max_body_bytes": 1500}, "the FHIR server's answers are larger than CDS_MAX_BODY_BYTES allows"),
}


@pytest.mark.parametrize(("settings", "reason"), LIMITS.values(), ids=LIMITS.keys())
def test_412_where_a_limit_cuts_a_record_without_findings_short(settings: dict[str, Any], reason: str) -> None:
    """Never silence from half a record."""
    resources = [PATIENT, *({"resourceType": "Observation", "id": str(number)} for number in range(9))]
    with listening(serving(resources, page_size=2)) as server, deployment(server.base, **settings) as client:
        response = call(client, server.base, prefetch={"patient": PATIENT})
        assert response.status_code == 412
        assert reason in diagnostics(response)


def test_cards_from_a_record_that_a_limit_cut_short_say_so() -> None:
    request = vignette("V01")
    with (
        listening(serving(resources_of(request["prefetch"]), page_size=10)) as server,
        deployment(server.base, fetch_max_pages=1) as client,
    ):
        access = {"fhirServer": server.base, "fhirAuthorization": authorization(), "prefetch": {}}
        first, *_ = cards(client, request | access)
        assert first["extension"][RATIONALE]["truncated"] == ["observations"]


def _request_for(reference: str) -> Json:
    return {
        "resourceType": "MedicationRequest",
        "id": f"r-{reference[-4:]}",
        "status": "active",
        "intent": "order",
        "subject": {"reference": "Patient/1"},
        "medicationReference": {"reference": reference},
    }
