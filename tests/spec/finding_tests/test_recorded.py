"""``recorded``: the age of the record in days; and whether it came after a diagnosis."""

from __future__ import annotations

from tests.spec.tiny import finding_test, rules, table


@table({"weakness recorded=0": "yes", "weakness recorded=28": "yes", "weakness recorded=29": "no"})
def test_at_most_so_many_days_ago(record: str, result: str) -> None:
    assert finding_test("recorded: {at_most: 28}", record) == result


@rules(
    {
        "recorded: {at_least: 10}": "yes",
        "recorded: {more_than: 10}": "no",
        "recorded: {less_than: 11}": "yes",
        "recorded: {less_than: 10}": "no",
        "recorded: {exactly: 10}": "yes",
        "recorded: {at_least: 5, less_than: 10}": "no",
    }
)
def test_every_bound_must_hold(rule: str, result: str) -> None:
    assert finding_test(rule, "weakness recorded=10") == result


@table(
    {
        "weakness recorded=9; on record old_stroke recorded=10": "yes",
        "weakness recorded=10; on record old_stroke recorded=10": "no",
        "weakness recorded=9; on record old_stroke recorded=10 provisional": "no",
        "weakness recorded=9": "no",
    }
)
def test_after_a_diagnosis(record: str, result: str) -> None:
    """``by: 1``: the day after it or later. Without the diagnosis nothing comes after it."""
    assert finding_test("recorded: {after: {condition: old_stroke, by: 1}}", record) == result
