"""The drafts that cards offer are orders that a FHIR server takes, and the next call knows them."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tests.client import Client
from tests.conftest import AS_OF
from tests.hapi.routes import TIMEOUT_S, call_about, service
from tests.hooks.requests import Json, cards, vignette
from tests.vignettes.routes import decide_on
from tests.vignettes.vignette import all_vignettes

RATIONALE = "org.motor-neuron-signs.rationale"
VIGNETTES = [one.id for one in all_vignettes() if one.expected.must]


@pytest.fixture(scope="module")
def client(hapi: str) -> Iterator[Client]:
    with service(hapi) as running:
        yield running


@pytest.fixture
def fhir(hapi: str) -> Iterator[httpx.Client]:
    """A client of the FHIR server that removes in the end what was created through it."""
    created: list[str] = []

    def remember(response: httpx.Response) -> None:
        if response.status_code == 201 and response.request.method == "POST":
            created.append(response.headers["Location"].partition("/_history")[0])

    with httpx.Client(base_url=hapi, timeout=TIMEOUT_S, event_hooks={"response": [remember]}) as sender:
        yield sender
        for location in created:
            sender.delete(location)


@pytest.mark.parametrize("name", VIGNETTES)
def test_accepted_then_draft_waiting_then_already_requested(
    name: str, hapi: str, client: Client, fhir: httpx.Client
) -> None:
    request = vignette(name)
    put_encounter(fhir, request["context"])
    offered = decide_on(request, AS_OF).cards
    drafts = [action["resource"] for action in actions_in(offered)]
    orders = [created(fhir, draft) for draft in drafts]
    waiting = cards(client, call_about(request, hapi, {}))
    for key in keys_of(offered) - emergencies(offered):
        assert keys_of(waiting).isdisjoint({key}), f"{key} is offered although its draft waits"
        assert status_of(waiting, key) == "requested"
    if keys_of(offered) - emergencies(offered):
        assert any("draft waiting since 2026-11-20" in card["detail"] for card in waiting)
    for order in orders:
        answer = fhir.put(f"ServiceRequest/{order['id']}", json=order | {"status": "active", "intent": "order"})
        assert answer.status_code == 200, answer.text
    requested = cards(client, call_about(request, hapi, {}))
    assert keys_of(requested) == set()
    if drafts:
        assert any("requested on 2026-11-20" in card["detail"] for card in requested)


def put_encounter(fhir: httpx.Client, context: Json) -> None:
    """The encounter of the call, which an EHR has."""
    if "encounterId" in context:
        encounter = {
            "resourceType": "Encounter",
            "id": context["encounterId"],
            "status": "in-progress",
            "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "AMB"},
            "subject": {"reference": f"Patient/{context['patientId']}"},
        }
        assert fhir.put(f"Encounter/{encounter['id']}", json=encounter).is_success


def created(fhir: httpx.Client, draft: Json) -> Json:
    """The draft as the server holds it, which is what was sent."""
    answer = fhir.post("ServiceRequest", json=draft)
    assert answer.status_code == 201, answer.text
    kept: Json = fhir.get(answer.headers["Location"]).json()
    assert {key: value for key, value in kept.items() if key not in ("id", "meta")} == draft
    return kept


def actions_in(answered: list[Json]) -> list[Json]:
    return [action for card in answered for one in card.get("suggestions", ()) for action in one["actions"]]


def keys_of(answered: list[Json]) -> set[str]:
    """The keys of the actions that have a button."""
    canonicals = [one["resource"]["instantiatesCanonical"][0] for one in actions_in(answered)]
    return {canonical.rpartition("/")[2].partition("|")[0] for canonical in canonicals}


def emergencies(answered: list[Json]) -> set[str]:
    """Those of an emergency (tier 0): an unsigned order examines nobody, so a draft does not settle them."""
    return keys_of([card for card in answered if card["extension"][RATIONALE]["tier"] == 0])


def status_of(answered: list[Json], key: str) -> str:
    statuses = [
        action["status"]
        for card in answered
        for action in card["extension"][RATIONALE].get("actions", ())
        if action["key"] == key
    ]
    return statuses[0] if statuses else "not asked"
