"""A mapping: the findings ``of`` a selection that pass every test. A finding that fails is left out."""

from __future__ import annotations

from tests.spec.tiny import selection, table


@table({"weakness left hand; weakness right hand; weakness hand": "1, 3 open", "weakness both hand": "1 left"})
def test_keeps_what_passes_and_what_might(record: str, result: str) -> None:
    assert selection("{of: weakness, side: left}", record) == result


@table({"weakness left hand; weakness left foot; clonus left hand": "1"})
def test_every_test_must_hold(record: str, result: str) -> None:
    assert selection("{of: weakness, side: left, at: arm}", record) == result


@table({"weakness left hand; clonus left foot; atrophy right": "1, 2"})
def test_without_of_looks_at_every_finding(record: str, result: str) -> None:
    assert selection("{side: left}", record) == result


@table({"weakness onset=5; weakness onset=50": "1"})
def test_a_test_term_with_its_argument_is_a_test(record: str, result: str) -> None:
    assert selection("{of: weakness, started_within: 28}", record) == result


@table({"weakness left hand; weakness left foot": "1"})
def test_of_may_be_any_selection(record: str, result: str) -> None:
    assert selection("{of: {of: weakness, at: arm}, side: left}", record) == result
