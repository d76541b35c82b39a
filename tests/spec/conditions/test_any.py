"""``any``: one condition holds; the findings of every part that holds are used."""

from __future__ import annotations

from tests.spec.tiny import condition, table


@table(
    {
        "weakness": "yes 1",
        "atrophy; weakness": "yes 1 2",
        "clonus": "no",
        "": "no",
    }
)
def test_of_recorded_signs(record: str, result: str) -> None:
    assert condition("any: [{some: weakness}, {some: atrophy}]", record) == result


@table({"weakness left": "yes 1", "weakness left; no atrophy left": "yes 1 2", "weakness": "open 1", "clonus": "open"})
def test_a_part_that_is_open_is_used_only_where_nothing_holds(record: str, result: str) -> None:
    assert condition("any: [{some: {of: weakness, side: left}}, {absent: atrophy}]", record) == result


def test_of_nothing_does_not_hold() -> None:
    assert condition("any: []", "weakness") == "no"


@table({"weakness": "bare 1", "weakness left; areflexia": "yes 1 2", "weakness right; areflexia": "bare 2"})
def test_parts_that_hold_bare_are_used_with_those_that_hold(record: str, result: str) -> None:
    rule = "any: [{some: {of: weakness, not: {side: right}}}, {some: {of: areflexia, not: {side: right}}}]"
    assert condition(rule, record) == result
