"""``at_exactly``: the place itself, nothing inside it."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table({"weakness arm": "yes", "weakness biceps": "no", "weakness leg": "no", "weakness": "open"})
def test_only_the_place_itself(record: str, result: str) -> None:
    assert finding_test("at_exactly: arm", record) == result


@table({"weakness": "yes", "weakness generalised": "no", "weakness hand": "no"})
def test_no_place_stated(record: str, result: str) -> None:
    assert finding_test("at_exactly: unspecified", record) == result
