"""``some``: the selection has a finding. Only findings that hold are used; those that might where none does."""

from __future__ import annotations

from tests.spec.tiny import condition, table


@table(
    {
        "weakness left": "yes 1",
        "weakness left; weakness": "yes 1",
        "weakness": "open 1",
        "weakness right": "no",
        "no weakness left": "no",
        "": "no",
    }
)
def test_as_sure_as_its_surest_finding(record: str, result: str) -> None:
    assert condition("some: {of: weakness, side: left}", record) == result


@table({"weakness left; weakness": "yes 1 2", "weakness": "bare 1", "weakness left": "yes 1", "weakness right": "no"})
def test_findings_that_hold_for_want_of_a_record_are_used_too(record: str, result: str) -> None:
    """Not on the right: on the left for sure, and without a side as far as is recorded."""
    assert condition("some: {of: weakness, not: {side: right}}", record) == result
