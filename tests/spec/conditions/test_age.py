"""``age``: completed years, or months; the rule says whether an unknown age counts (N5)."""

from __future__ import annotations

from tests.spec.tiny import condition, rules, table


@table({"age 16": "yes", "age 15": "no", "age unknown": "open"})
def test_years(record: str, result: str) -> None:
    assert condition("age: {at_least: 16}", record) == result


@table({"age 15": "no", "age 16": "yes", "age unknown": "yes"})
def test_an_unknown_age_may_count(record: str, result: str) -> None:
    assert condition('age: {at_least: 16, unknown_counts: "yes"}', record) == result


@rules(
    {
        "{more_than: 70}": "no",
        "{more_than: 69}": "yes",
        "{at_most: 70}": "yes",
        "{less_than: 70}": "no",
        "{at_least: 70}": "yes",
    }
)
def test_a_man_of_70_is_70_until_his_birthday(rule: str, result: str) -> None:
    """ "Over 70" begins at 71, "at most 70" ends there: ages are completed years."""
    assert condition(f"age: {rule}", "age 851 months") == result


@table({"age 23 months": "yes", "age 24 months": "no"})
def test_months(record: str, result: str) -> None:
    assert condition('age: {less_than: 24, months: "yes"}', record) == result
