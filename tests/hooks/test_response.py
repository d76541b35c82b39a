"""The answer to a call: its envelope, and the shape that CDS Hooks asks of every card."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from cds_service.knowledge.model import Knowledge
from tests.client import Client
from tests.hooks.requests import PATH, cards, hook_request, vignette

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@pytest.fixture(scope="module")
def answered(client: Client) -> list[dict[str, Any]]:
    """The cards of V01."""
    return cards(client, vignette("V01"))


def test_no_card_is_an_empty_list_and_nothing_else(client: Client) -> None:
    """S-1, S-2, S-4, J-3, N-13."""
    response = client.post(PATH, json=hook_request())
    assert response.content == b'{"cards":[]}'
    assert response.headers["content-type"] == "application/json"


def test_every_answer_names_the_content_version(client: Client, knowledge: Knowledge) -> None:
    for response in (client.get("/"), client.get("/nowhere"), client.post(PATH, json=hook_request())):
        assert response.headers["CDS-Content-Version"] == knowledge.manifest.version


def test_a_card_has_what_cds_hooks_asks_for(answered: list[dict[str, Any]]) -> None:
    """C-1 to C-8, C-9, C-10."""
    assert answered
    for card in answered:
        assert UUID.fullmatch(card["uuid"])
        assert 0 < len(card["summary"]) < 140
        assert card["detail"]
        assert card["indicator"] in ("info", "warning", "critical")
        assert card["source"]["label"]
        assert card["source"]["url"] == "http://127.0.0.1:8000/"
        assert ("suggestions" in card) == (card.get("selectionBehavior") == "any")


def test_suggestions_are_creates_of_drafts_about_this_patient(answered: list[dict[str, Any]]) -> None:
    """G-1, G-2, A-1 to A-3, A-5."""
    suggestions = [suggestion for card in answered for suggestion in card.get("suggestions", ())]
    assert suggestions
    for suggestion in suggestions:
        assert suggestion["label"]
        assert UUID.fullmatch(suggestion["uuid"])
        for action in suggestion["actions"]:
            assert (action["type"], bool(action["description"])) == ("create", True)
            assert action["resource"]["resourceType"] == "ServiceRequest"
            assert action["resource"]["status"] == "draft"
            assert action["resource"]["subject"] == {"reference": "Patient/synthetic-v01"}


def test_override_reasons_are_codings_with_words(answered: list[dict[str, Any]]) -> None:
    """O-2, O-4."""
    reasons = [reason for card in answered for reason in card["overrideReasons"]]
    assert reasons
    assert all(reason.keys() == {"code", "system", "display"} for reason in reasons)


def test_no_member_is_null_or_empty(answered: list[dict[str, Any]]) -> None:
    """J-2 to J-4."""
    assert [path for path, value in members(answered, "cards") if value in (None, "", [], {})] == []


def test_the_same_call_gives_the_same_card(answered: list[dict[str, Any]], client: Client) -> None:
    assert cards(client, vignette("V01")) == answered


def test_another_call_gives_other_uuids(answered: list[dict[str, Any]], client: Client) -> None:
    """C-1: a uuid is that of the card instance."""
    again = cards(client, vignette("V01") | {"hookInstance": "00000000-0000-4000-8000-000000000000"})
    assert {card["uuid"] for card in again}.isdisjoint(card["uuid"] for card in answered)


def test_unknown_members_are_ignored(answered: list[dict[str, Any]], client: Client) -> None:
    """R-8, E-4, H-13."""
    request = vignette("V01") | {"extension": {"com.example": 1}, "userAgent": "x"}
    request["context"]["selections"] = []
    assert cards(client, request) == answered


def test_a_token_is_never_echoed(client: Client) -> None:
    """F-10, F-11."""
    token = "secret-access-token"
    request = hook_request(fhirServer="https://ehr.example.org/fhir", fhirAuthorization={"access_token": token})
    for prefetch in ({"patient": None, "observations": None}, {}):
        response = client.post(
            PATH, json=request | {"prefetch": prefetch}, headers={"Authorization": f"Bearer {token}"}
        )
        assert token not in response.text + str(response.headers)


def members(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Every member of a JSON value with its path."""
    yield path, value
    nested = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, inner in nested:
        yield from members(inner, f"{path}.{name}")
