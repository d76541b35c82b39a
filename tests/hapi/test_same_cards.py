"""The same patient gives the same cards by every route, the FHIR server being a real one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cds_service.decide import decide
from cds_service.evidence import Evidence
from cds_service.fhir.prefetch import KEYS
from tests.client import Client
from tests.conftest import AS_OF
from tests.hapi.routes import KNOWLEDGE, call_about, prefetched, service
from tests.hooks.requests import Json, cards, vignette
from tests.vignettes.routes import call_of, decide_on, evidence_of
from tests.vignettes.vignette import all_vignettes

VIGNETTES = [one.id for one in all_vignettes()]
CATEGORIES = {"exam", "laboratory", "vital-signs", "survey", "procedure"}


@pytest.fixture(scope="module")
def plain(hapi: str) -> Iterator[Client]:
    with service(hapi) as client:
        yield client


@pytest.fixture(scope="module")
def us_core(hapi: str) -> Iterator[Client]:
    with service(hapi, prefetch="us-core", fetch_search="post") as client:
        yield client


@pytest.mark.parametrize("name", VIGNETTES)
def test_with_full_prefetch_with_each_key_missing_and_with_none(name: str, hapi: str, plain: Client) -> None:
    request = vignette(name)
    expected = decide_on(request, AS_OF, KNOWLEDGE).cards
    sent = prefetched(hapi, request["context"]["patientId"])
    assert cards(plain, call_about(request, hapi, sent)) == expected
    assert cards(plain, call_about(request, hapi, {})) == expected
    for key in sent:
        others = {other: value for other, value in sent.items() if other != key}
        assert cards(plain, call_about(request, hapi, others)) == expected, key


@pytest.mark.parametrize("name", VIGNETTES)
def test_with_us_core_prefetch_and_without_it(name: str, hapi: str, us_core: Client) -> None:
    """By category, and by POST ``_search``. An Observation without a category is not part of this prefetch."""
    request = vignette(name)
    call = call_of(request)
    expected = decide(_in_categories(evidence_of(request)), KNOWLEDGE, AS_OF, call).cards
    sent = prefetched(hapi, request["context"]["patientId"], KEYS["us-core"])
    assert cards(us_core, call_about(request, hapi, sent)) == expected
    assert cards(us_core, call_about(request, hapi, {})) == expected


def _in_categories(evidence: Evidence) -> Evidence:
    entries = [entry for entry in evidence.entries if _is_asked_for(dict(entry.resource))]
    return replace(evidence, entries=tuple(entries))


def _is_asked_for(resource: Json) -> bool:
    codes = {coding["code"] for concept in resource.get("category", ()) for coding in concept.get("coding", ())}
    return resource["resourceType"] != "Observation" or bool(codes & CATEGORIES)
