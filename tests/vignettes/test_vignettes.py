"""Every vignette of the content's patterns gives exactly its expected answer, by three routes, on any day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date

import pytest

from cds_service.authoring.render import load_fixture
from cds_service.neuro.reasoning import reason
from cds_service.neuro.recommendations import recommend
from tests.vignettes.answer import answer_of_cards, answer_of_core, misses
from tests.vignettes.case_of import case_of
from tests.vignettes.routes import DAYS, Service, decide_on, service_on, shipped_knowledge, within
from tests.vignettes.vignette import Vignette

VIGNETTES = within(shipped_knowledge())

every_vignette = pytest.mark.parametrize("vignette", VIGNETTES, ids=lambda vignette: vignette.name)
every_day = pytest.mark.parametrize("as_of", DAYS, ids=str)


@pytest.fixture(scope="module")
def services() -> Iterator[dict[date, Service]]:
    """The service on each day."""
    with ExitStack() as running:
        yield {day: running.enter_context(service_on(day)) for day in DAYS}


def test_the_vignettes_of_the_first_patterns_are_all_run() -> None:
    assert len(VIGNETTES) >= 49


@every_day
@every_vignette
def test_findings_by_their_keys_give_the_expected_answer(vignette: Vignette, as_of: date) -> None:
    knowledge = shipped_knowledge()
    case = case_of(vignette, as_of)
    reasoning = reason(case, knowledge, as_of)
    answer = answer_of_core(reasoning, recommend(reasoning, case, knowledge, as_of))
    assert misses(answer, vignette.expected) == []


@every_day
@every_vignette
def test_the_request_gives_the_expected_answer(vignette: Vignette, as_of: date) -> None:
    decision = decide_on(load_fixture(vignette.request_path, as_of), as_of)
    assert misses(answer_of_core(decision.reasoning, decision.recommendations), vignette.expected) == []
    assert misses(answer_of_cards(decision.cards), vignette.expected) == []


@every_vignette
def test_the_expected_guards_are_logged(vignette: Vignette) -> None:
    """A guard explains why there is no card; it makes none itself."""
    decision = decide_on(load_fixture(vignette.request_path, DAYS[0]), DAYS[0])
    assert vignette.expected.guards <= frozenset(decision.reasoning.guards)


@every_day
@every_vignette
def test_http_answers_with_the_very_same_cards(vignette: Vignette, as_of: date, services: dict[date, Service]) -> None:
    request = load_fixture(vignette.request_path, as_of)
    cards = services[as_of].cards(request)
    assert misses(answer_of_cards(cards), vignette.expected) == []
    assert cards == decide_on(request, as_of).cards
