"""Records that say the same give the same cards, and no record stops the service."""

from __future__ import annotations

import copy
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cds_service.decide import Decision, decide
from cds_service.evidence import Entry, Evidence
from tests.properties.documents import PATIENT, nearly_fhir
from tests.properties.requests import Json, bundles_of, not_recorded, request_of, statements_of, vignettes, without
from tests.vignettes.routes import TODAY, call_of, decide_on, shipped_knowledge
from tests.vignettes.vignette import Vignette

SNOMED = "http://snomed.info/sct"
REASONS = ("unknown", "not-performed", "asked-declined", "not-applicable", "error")

unhurried = settings(max_examples=60, deadline=None)


@unhurried
@given(vignette=vignettes, shuffle=st.randoms(use_true_random=False))
def test_the_order_of_resources_never_matters(vignette: Vignette, shuffle: Any) -> None:
    request = request_of(vignette)
    shuffled = copy.deepcopy(request)
    for bundle in bundles_of(shuffled):
        shuffle.shuffle(bundle["entry"])
    keys = list(shuffled["prefetch"])
    shuffle.shuffle(keys)
    shuffled["prefetch"] = {key: shuffled["prefetch"][key] for key in keys}
    assert decide_on(shuffled, TODAY).cards == decide_on(request, TODAY).cards


@unhurried
@given(vignette=vignettes, chosen=st.integers(min_value=0), reason=st.sampled_from(REASONS))
def test_a_finding_that_was_not_recorded_is_as_if_it_were_not_there(
    vignette: Vignette, chosen: int, reason: str
) -> None:
    request = request_of(vignette)
    statements = statements_of(request)
    statement = statements[chosen % len(statements)] if statements else ("", None)
    deleted = decide_on(without(request, statement), TODAY)
    left_out = decide_on(not_recorded(request, statement, reason), TODAY)
    assert _concluded(left_out) == _concluded(deleted)


@unhurried
@given(vignette=vignettes, code=st.integers(min_value=10**17, max_value=10**18 - 1), place=st.integers(min_value=0))
def test_an_unknown_code_changes_nothing_but_the_report(vignette: Vignette, code: int, place: int) -> None:
    request = request_of(vignette)
    stranger = _stranger(request, f"{code}")
    more = copy.deepcopy(request)
    bundle = more["prefetch"]["observations"]
    entries = bundle.setdefault("entry", [])
    entries.insert(place % (len(entries) + 1), {"resource": stranger})
    known, with_stranger = decide_on(request, TODAY), decide_on(more, TODAY)
    assert _concluded(with_stranger) == _concluded(known)
    assert len(with_stranger.case.not_understood) == len(known.case.not_understood) + 1


@unhurried
@given(documents=st.lists(nearly_fhir, max_size=4), urls=st.lists(st.sampled_from(["", "urn:uuid:1"]), min_size=4))
def test_no_document_stops_the_service(documents: list[Json], urls: list[str]) -> None:
    entries = tuple(Entry(document, url) for document, url in zip(documents, urls, strict=False))
    decision = decide(Evidence(PATIENT, entries=entries), shipped_knowledge(), TODAY, call_of(_BARE_CALL))
    json.dumps(decision.cards, allow_nan=False)


@unhurried
@given(
    vignette=vignettes,
    chosen=st.lists(st.integers(min_value=0), min_size=1, max_size=5),
    junk=st.sampled_from([None, True, 7, -1.5, "", "junk", [], [None], {}, {"coding": None}, {"reference": 3}, [[]]]),
)
def test_a_member_of_any_other_type_stops_nothing(vignette: Vignette, chosen: list[int], junk: Any) -> None:
    request = request_of(vignette)
    places = [place for key, value in request["prefetch"].items() if key != "patient" for place in _places(value)]
    for number in chosen:
        holder, member = places[number % len(places)]
        holder[member] = copy.deepcopy(junk)
    json.dumps(decide_on(request, TODAY).cards, allow_nan=False)


_BARE_CALL: Json = {
    "hookInstance": "00000000-0000-4000-8000-000000000000",
    "context": {"userId": "Practitioner/1", "patientId": PATIENT},
}


def _concluded(decision: Decision) -> tuple[Any, Any]:
    return decision.reasoning, decision.recommendations


def _stranger(request: Json, code: str) -> Json:
    return {
        "resourceType": "Observation",
        "id": "stranger",
        "status": "final",
        "code": {"coding": [{"system": SNOMED, "code": code}]},
        "subject": {"reference": f"Patient/{request['context']['patientId']}"},
        "effectiveDateTime": TODAY.isoformat(),
        "valueBoolean": True,
    }


def _places(node: Any) -> list[tuple[Any, Any]]:
    """Every member and element below a resource, as its holder with its name or number."""
    named = list(node.items()) if isinstance(node, dict) else list(enumerate(node)) if isinstance(node, list) else []
    return [place for name, child in named for place in ((node, name), *_places(child))]
