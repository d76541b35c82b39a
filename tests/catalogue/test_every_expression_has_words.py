"""The rule language is closed, and nothing in it is without words."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, get_args

import pytest

from cds_service.catalogue.document import TIERS
from cds_service.catalogue.patterns import STAGES
from cds_service.catalogue.terms import KINDS
from cds_service.catalogue.values import VALUES
from cds_service.knowledge import expressions as e
from cds_service.knowledge.clinical import SignClass, Weight
from cds_service.knowledge.in_words import conditions, say, selections
from cds_service.knowledge.in_words import tests as finding_tests
from cds_service.knowledge.patterns import Stage, ValueKind
from cds_service.knowledge.vocabulary import TERM_KINDS
from tests.catalogue.rules import shipped

EXPRESSIONS = (*get_args(e.Test), *get_args(e.Selection), *get_args(e.Condition), e.RegionSet)


@pytest.mark.parametrize("kind", EXPRESSIONS, ids=lambda kind: kind.__name__)
def test_every_expression_has_words(kind: type) -> None:
    assert say.dispatch(kind) is not say.dispatch(object)


def test_what_is_no_expression_is_refused() -> None:
    number: Any = 1
    with pytest.raises(TypeError, match="no words for int"):
        say(number, number)


@pytest.mark.parametrize(
    ("words", "options"),
    [
        (finding_tests.CLASSES, get_args(SignClass)),
        (finding_tests.WEIGHTS, (*get_args(Weight), "none")),
        (finding_tests.DAYS, get_args(e.DayOf)),
        (finding_tests.JOINS, get_args(e.Join)),
        (selections.AMONG, get_args(e.Among)),
        (conditions.DISTINCT, get_args(e.Distinct)),
        (conditions.FOCAL, get_args(e.FocalPart)),
        (VALUES, get_args(ValueKind)),
        (STAGES, get_args(Stage)),
        (KINDS, TERM_KINDS),
    ],
)
def test_every_option_of_the_language_has_words(words: dict[str, Any], options: Collection[str]) -> None:
    assert set(words) == set(options)


def test_every_tier_is_called_something() -> None:
    assert {pattern.tier for pattern in shipped().clinical.patterns.values()} <= TIERS.keys()


def test_every_term_has_a_text_and_its_parameters_stand_in_it() -> None:
    terms = shipped().clinical.terms.values()
    silent = [term.name for term in terms if not term.text]
    unsaid = [(term.name, one) for term in terms for one in term.parameters if f"{{{one}}}" not in term.text]
    assert (silent, unsaid) == ([], [])
