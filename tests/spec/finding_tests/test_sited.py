"""``sited``: whether a place is stated; the whole body is no place."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table({"weakness hand": "yes", "weakness generalised": "no", "weakness": "open"})
def test_yes(record: str, result: str) -> None:
    assert finding_test('sited: "yes"', record) == result


@table({"weakness hand": "no", "weakness generalised": "yes", "weakness": "yes"})
def test_no(record: str, result: str) -> None:
    assert finding_test('sited: "no"', record) == result
