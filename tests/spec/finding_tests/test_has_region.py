"""``has_region``: whether the place gives a region."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table({"weakness hand": "yes", "weakness generalised": "no", "weakness": "open"})
def test_yes(record: str, result: str) -> None:
    assert finding_test('has_region: "yes"', record) == result


@table({"weakness hand": "no", "weakness generalised": "yes", "weakness": "yes"})
def test_no(record: str, result: str) -> None:
    """Asked the other way round the answer is sure: no region can be derived from this record."""
    assert finding_test('has_region: "no"', record) == result
