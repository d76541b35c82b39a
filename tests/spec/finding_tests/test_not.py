"""``not``: the mirror of a test."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table({"weakness right hand": "yes", "weakness left hand": "no", "weakness hand": "bare"})
def test_mirrors_the_four_values(record: str, result: str) -> None:
    """A side that is not stated: "left" is open, so "not left" holds, but only for want of a record (N2)."""
    assert finding_test("not: {side: left}", record) == result


@table({"weakness left hand": "yes", "weakness hand": "open", "weakness right hand": "no"})
def test_twice_is_the_test_itself(record: str, result: str) -> None:
    assert finding_test("not: {not: {side: left}}", record) == result
