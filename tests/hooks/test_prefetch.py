"""Asked and nothing there, not answered, answered in part: three things that an empty list of cards must not blur."""

from __future__ import annotations

from typing import Any

import pytest

from cds_service.app import create_app
from cds_service.fhir.prefetch import KEYS
from cds_service.knowledge.model import Knowledge
from cds_service.settings import Settings
from tests.client import Client
from tests.conftest import noon
from tests.hooks.requests import PATH, cards, diagnostics, hook_request, vignette

RATIONALE = "org.motor-neuron-signs.rationale"
NEXT = [{"relation": "self", "url": "a"}, {"relation": "next", "url": "b"}]
REFUSED = {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "forbidden"}]}
IGNORED = {"resourceType": "OperationOutcome", "issue": [{"severity": "warning", "code": "not-supported"}]}
EMPTY = "(null or an empty Bundle where there is nothing)."


def bundle(*resources: Any, **members: Any) -> dict[str, Any]:
    return {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": one} for one in resources]} | members


NOTHING_THERE: dict[str, Any] = {
    "null": None,
    "an empty Bundle": {"resourceType": "Bundle", "type": "searchset"},
    "a Bundle of no entries": bundle(),
    "a total of 0": {"resourceType": "Bundle", "type": "searchset", "total": 0},
    "only a warning": bundle(IGNORED),
}

NOT_ANSWERED: dict[str, tuple[Any, str]] = {
    "absent": (..., "was not sent, and this service could not fetch it: no fhirServer was given"),
    "an OperationOutcome": (REFUSED, 'holds an OperationOutcome (code "forbidden") instead of resources'),
    "a Bundle of an OperationOutcome": (
        bundle(REFUSED),
        'holds a Bundle with only an OperationOutcome (code "forbidden") in it',
    ),
    "text": ("Observation/1", "holds neither a FHIR resource nor null"),
    "a list": ([], "holds neither a FHIR resource nor null"),
    "no resource": ({}, "holds neither a FHIR resource nor null"),
    "a Bundle with an object for entry": (
        {"resourceType": "Bundle", "entry": {}},
        "holds a Bundle whose entry is no array",
    ),
}

IN_PART: dict[str, dict[str, Any]] = {
    "a next page": {"link": NEXT},
    "an error beside the results": {"error": REFUSED},
}


@pytest.mark.parametrize("value", NOTHING_THERE.values(), ids=NOTHING_THERE.keys())
def test_asked_and_nothing_there_gives_no_cards(value: Any, client: Client) -> None:
    """Q-5, Q-11, S-4."""
    assert cards(client, hook_request(prefetch={"patient": None, "observations": value})) == []


@pytest.mark.parametrize(("value", "reason"), NOT_ANSWERED.values(), ids=NOT_ANSWERED.keys())
def test_412_where_a_required_key_was_not_answered(value: Any, reason: str, client: Client) -> None:
    """Q-4, Q-6, Q-8, N-6, S-5: which key, why, and what to send."""
    prefetch = {"patient": None} if value is ... else {"patient": None, "observations": value}
    response = client.post(PATH, json=hook_request(prefetch=prefetch))
    template = "Observation?patient={{context.patientId}}"
    assert response.status_code == 412
    assert diagnostics(response) == f'Prefetch key "observations" {reason}. Send the result of {template} {EMPTY}'


@pytest.mark.parametrize("prefetch", [..., None, {}], ids=["absent", "null", "empty"])
def test_412_names_every_required_key_at_once(prefetch: Any, client: Client) -> None:
    response = client.post(PATH, json=hook_request(prefetch=prefetch))
    assert response.status_code == 412
    assert [f'"{key}"' in diagnostics(response) for key in ("patient", "observations", "conditions")] == [
        True,
        True,
        False,
    ]


def test_412_with_us_core_for_the_examination_alone(knowledge: Knowledge) -> None:
    """An EHR that refuses another category is told on the card what was not looked at; it still gets its cards."""
    answered = {key.name: None for key in KEYS["us-core"]}
    with Client(create_app(Settings(prefetch="us-core"), knowledge=knowledge, clock=noon)) as client:
        assert cards(client, hook_request(prefetch=answered)) == []
        for name in answered:
            prefetch = {key: value for key, value in answered.items() if key != name}
            status = client.post(PATH, json=hook_request(prefetch=prefetch)).status_code
            assert status == (412 if name in {"patient", "observations"} else 200), name


@pytest.mark.parametrize("members", IN_PART.values(), ids=IN_PART.keys())
def test_412_where_half_a_record_gives_no_card(members: dict[str, Any], client: Client) -> None:
    """Q-9, N-8: never silence from half a record."""
    in_part = bundle({"resourceType": "Observation", "id": "1"}, *([members["error"]] if "error" in members else []))
    in_part |= {"link": members.get("link", [])}
    response = client.post(PATH, json=hook_request(prefetch={"patient": None, "observations": in_part}))
    assert response.status_code == 412
    assert 'Prefetch key "observations" holds' in diagnostics(response)
    assert "does not mean that there is nothing" in diagnostics(response)


def test_cards_from_half_a_record_say_so(client: Client) -> None:
    """N-8: what was found is shown, with the keys that were read in part."""
    request = vignette("V01")
    request["prefetch"]["observations"]["link"] = NEXT
    first, *_ = cards(client, request)
    assert first["extension"][RATIONALE]["truncated"] == ["observations"]


def test_cards_without_an_optional_key_say_so(client: Client) -> None:
    """Q-7, N-5, N-7: an absent key and an OperationOutcome mean the same."""
    request = vignette("V01")
    del request["prefetch"]["medications"]
    request["prefetch"]["conditions"] = REFUSED
    first, *_ = cards(client, request)
    assert first["extension"][RATIONALE]["notLookedAt"] == ["conditions", "medications"]


def test_a_page_of_an_optional_key_is_no_reason_to_refuse(client: Client) -> None:
    request = hook_request(prefetch={"patient": None, "observations": None, "conditions": bundle(link=NEXT)})
    assert cards(client, request) == []


def test_a_value_is_read_for_what_it_holds(client: Client) -> None:
    """A key only says what was asked: the same resources under any key give the same cards."""
    request = vignette("V01")
    expected = cards(client, request)
    moved = request["prefetch"]["observations"]
    request["prefetch"] |= {"observations": None, "everything": moved}
    assert cards(client, request) == expected
    assert expected
