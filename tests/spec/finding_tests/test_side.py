"""``side``: left or right; a finding of both sides is asked for each of them."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table({"weakness left": "yes", "weakness right": "no", "weakness": "open", "weakness both": "left yes, right no"})
def test_a_side(record: str, result: str) -> None:
    assert finding_test("side: left", record) == result


@table({"weakness left": "yes", "weakness right": "no", "weakness": "yes"})
def test_a_side_that_need_not_be_stated(record: str, result: str) -> None:
    assert finding_test("side: left-or-unknown", record) == result


@table({"weakness left": "no", "weakness both": "no", "weakness": "yes"})
def test_no_side_stated(record: str, result: str) -> None:
    assert finding_test("side: unknown", record) == result
