"""``regions``: the regions in which a condition with the parameter ``region`` holds, by number or by name."""

from __future__ import annotations

from tests.spec.tiny import condition, parser, refusal, rules, table

RECORD = "weakness left hand; atrophy left hand; weakness foot"


@rules(
    {
        "{union: [weak_region], at_least: 2}": "yes 1 3",
        "{union: [weak_region], exactly: 1}": "no",
        "{union: [wasted_region], exactly: 1}": "yes 2",
        "{union: [weak_region, wasted_region], exactly: 2}": "yes 1 2 3",
        "{both: [weak_region, wasted_region], exactly: 1}": "yes 1 2",
        "{union: [weak_region], among: [bulbar, cervical], exactly: 1}": "yes 1",
        "{union: [weak_region], are: [cervical, lumbosacral]}": "yes 1 3",
        "{union: [weak_region], are: [cervical]}": "no",
        "{union: [wasted_region], within: [cervical, bulbar]}": "yes 2",
        "{union: [weak_region], within: [cervical, bulbar]}": "no",
    }
)
def test_of_a_record(rule: str, result: str) -> None:
    assert condition(f"regions: {rule}", RECORD) == result


@table({"weakness hand; weakness": "open 1 2", "weakness": "open 1", "weakness hand": "no", "atrophy hand": "no"})
def test_a_finding_without_region_might_be_another(record: str, result: str) -> None:
    assert condition("regions: {union: [weak_region], at_least: 2}", record) == result


@table({"weakness hand; weakness": "bare 1", "weakness hand": "yes 1"})
def test_exactly_one_holds_bare_while_another_is_possible(record: str, result: str) -> None:
    assert condition("regions: {union: [weak_region], exactly: 1}", record) == result


def test_a_single_region_that_is_not_stated() -> None:
    """It might be any region, so it might be exactly one."""
    assert condition("regions: {union: [weak_region], exactly: 1}", "weakness") == "open 1"


@table({"": "yes", "weakness": "bare", "weakness hand": "no"})
def test_none_of_them(record: str, result: str) -> None:
    assert condition("regions: {union: [weak_region], exactly: 0}", record) == result


def test_needs_to_be_told_which_sets() -> None:
    assert refusal(parser().condition, "regions: {at_least: 2}") == '1: name the region sets: "union" or "both"'


@table({"weakness hand; weakness": "bare 1", "weakness hand": "yes 1", "weakness hand; weakness foot": "no"})
def test_within_holds_bare_while_another_region_is_possible(record: str, result: str) -> None:
    assert condition("regions: {union: [weak_region], within: [cervical]}", record) == result
