"""``except``: the findings of a selection, without those of another."""

from __future__ import annotations

from tests.spec.tiny import selection, table


@table({"weakness left hand; weakness right hand; weakness left foot": "3"})
def test_leaves_out(record: str, result: str) -> None:
    assert selection("{of: weakness, except: {of: weakness, at: arm}}", record) == result


@table({"weakness left hand; weakness hand; weakness right hand": "2 bare, 3"})
def test_what_might_be_left_out_stays_for_want_of_a_record(record: str, result: str) -> None:
    assert selection("{of: weakness, except: {of: weakness, side: left}}", record) == result
