"""``order``: an action is on record with one of the statuses, so many days ago."""

from __future__ import annotations

from tests.spec.tiny import condition, table


@table(
    {
        "order scan requested day=2": "yes",
        "order scan resulted day=0": "yes",
        "order scan requested day=3": "no",
        "order scan draft": "no",
        "order visit requested": "no",
        "": "no",
    }
)
def test_on_record(record: str, result: str) -> None:
    rule = "order: {any_of: [scan], status: [requested, resulted], age: {at_most: 2}}"
    assert condition(rule, record) == result
