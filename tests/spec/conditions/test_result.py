"""``result``: the newest laboratory or measured value of a field, no older than ``age``."""

from __future__ import annotations

from tests.spec.tiny import condition, table


@table(
    {
        "result k_mmol 2.4": "yes",
        "result k_mmol 2.5": "no",
        "result k_mmol 2.4 day=3": "no",
        "result k_mmol 2.4 day=2; result k_mmol 4.0 day=1": "no",
        "result k_mmol 4.0 day=2; result k_mmol 2.4 day=1": "yes",
        "result k_mmol 4.0; result k_mmol 2.4": "yes",
        "": "no",
    }
)
def test_compares(record: str, result: str) -> None:
    """Of several values of the newest day one suffices. No result is no: a test that was not done asks for nothing."""
    assert condition('result: {field: k_mmol, age: {at_most: 2}, less_than: "2.5"}', record) == result


@table({"result calcium low": "yes", "result calcium normal": "no", "result calcium 2.1": "no"})
def test_is_a_word(record: str, result: str) -> None:
    assert condition("result: {field: calcium, is: [low, high]}", record) == result


@table(
    {
        "result k_mmol 5 day=90; result k_mmol 3": "yes",
        "result k_mmol 5 day=90; result k_mmol 3.5": "no",
        "result k_mmol 5; result k_mmol 3": "no",
        "result k_mmol 5 day=90; result k_mmol 2; result k_mmol 4": "no",
        "result k_mmol 3": "no",
    }
)
def test_fell(record: str, result: str) -> None:
    """Between different days, the best value of each day."""
    assert condition("result: {field: k_mmol, fell_by: 2}", record) == result


@table(
    {
        "result k_mmol 2 day=9; result k_mmol 2": "yes",
        "result k_mmol 2; result k_mmol 2": "no",
        "result k_mmol 2 day=9; result k_mmol 4": "no",
        "result k_mmol 2 day=20; result k_mmol 2 day=9; result k_mmol 4": "yes",
        "result k_mmol 2 day=99; result k_mmol 2": "no",
    }
)
def test_on_so_many_days(record: str, result: str) -> None:
    """``days: 2``: on two different days, the newest or not."""
    assert condition("result: {field: k_mmol, age: {at_most: 30}, less_than: 3, days: 2}", record) == result
