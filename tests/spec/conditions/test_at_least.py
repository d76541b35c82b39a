"""``at_least``: so many of the conditions hold. As sure as the surest ``number`` of them."""

from __future__ import annotations

from tests.spec.tiny import condition, table


@table(
    {
        "weakness; atrophy": "yes 1 2",
        "weakness; atrophy; clonus": "yes 1 2 3",
        "weakness": "no",
        "weakness; weakness": "no",
    }
)
def test_two_of_three(record: str, result: str) -> None:
    assert condition("at_least: {number: 2, of: [{some: weakness}, {some: atrophy}, {some: clonus}]}", record) == result


@table({"weakness left": "open 1", "weakness left; no atrophy left": "yes 1 2", "weakness left; atrophy": "no"})
def test_is_as_sure_as_the_second(record: str, result: str) -> None:
    assert condition("at_least: {number: 2, of: [{some: weakness}, {absent: atrophy}]}", record) == result


def test_more_than_there_are_never_holds() -> None:
    assert condition("at_least: {number: 2, of: [{some: weakness}]}", "weakness") == "no"


@table({"weakness left; areflexia": "bare 1 2", "weakness; areflexia": "bare 1 2", "weakness left; clonus": "no"})
def test_holds_bare_with_a_part_that_holds_bare(record: str, result: str) -> None:
    rule = "at_least: {number: 2, of: [{some: weakness}, {some: {of: areflexia, not: {side: right}}}]}"
    assert condition(rule, record) == result


def test_parts_beyond_the_number_are_used_too() -> None:
    rule = "at_least: {number: 1, of: [{some: weakness}, {some: {of: areflexia, not: {side: right}}}]}"
    assert condition(rule, "weakness left; areflexia") == "yes 1 2"
