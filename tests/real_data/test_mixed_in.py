"""A vignette hidden in a foreign patient's record gives exactly the vignette's cards."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

import pytest

from cds_service.authoring.render import load_fixture
from tests.real_data.foreign import ForeignPatient, foreign_patients
from tests.vignettes.answer import answer_of_cards, misses
from tests.vignettes.routes import TODAY, decide_on, shipped_knowledge, within
from tests.vignettes.test_fixtures import TERMINOLOGY
from tests.vignettes.vignette import Vignette

PAIRS = [
    (foreign, within(shipped_knowledge())[number % len(within(shipped_knowledge()))], number)
    for number, foreign in enumerate(foreign_patients())
]


@pytest.mark.parametrize(
    ("foreign", "vignette", "seed"), PAIRS, ids=[f"{vignette.id}-in-{foreign.name}" for foreign, vignette, _ in PAIRS]
)
def test_the_cards_are_those_of_the_vignette_alone(foreign: ForeignPatient, vignette: Vignette, seed: int) -> None:
    alone = json.loads(
        json.dumps(load_fixture(vignette.request_path, TODAY)).replace(f"synthetic-{vignette.id.lower()}", foreign.id)
    )
    cards = decide_on(mixed(alone, foreign, Random(seed)), TODAY).cards
    assert misses(answer_of_cards(cards), vignette.expected) == []
    assert [_without_report(card) for card in cards] == [
        _without_report(card) for card in decide_on(alone, TODAY).cards
    ]


def mixed(request: dict[str, Any], foreign: ForeignPatient, shuffle: Random) -> dict[str, Any]:
    """The vignette's request with the foreign Observations between its own, at random places.

    Of the foreign patient only what no table of the specification reads; age and sex are the vignette's.
    """
    others = [pair for pair in foreign.observations if not _is_read(pair[1])]
    bundle = foreign.bundle(others)
    entries = bundle["entry"]
    entries[-1]["resource"] = request["prefetch"]["patient"]
    for entry in request["prefetch"]["observations"].get("entry", []):
        entries.insert(shuffle.randrange(len(entries) + 1), entry)
    return {**request, "prefetch": {**request["prefetch"], "observations": bundle}}


def _without_report(card: dict[str, Any]) -> dict[str, Any]:
    """The card without what it says of statements that were not understood: a foreign record adds to those."""
    rationale = {**card["extension"]["org.motor-neuron-signs.rationale"]}
    rationale.pop("notUnderstood", None)
    return {**card, "detail": "", "extension": rationale}


def _is_read(resource: Any) -> bool:
    return any(
        (coding.get("system"), coding.get("code")) in _codes_of_the_specification() for coding in _codings(resource)
    )


def _codings(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if isinstance(node.get("code"), str):
            yield node
        node = list(node.values())
    for child in node if isinstance(node, list) else ():
        yield from _codings(child)


@cache
def _codes_of_the_specification() -> frozenset[tuple[str, str]]:
    """Every code that is a finding, a laboratory value or a result of an action."""
    codes: set[tuple[str, str]] = set()
    for name in ("findings.csv", "labs.csv", "orders.csv"):
        with (TERMINOLOGY / name).open(encoding="utf-8", newline="") as file:
            codes |= {(row["system_uri"], row["code"]) for row in csv.DictReader(file)}
    return frozenset(codes)
