"""``in_muscle``: the place is one named muscle, not a part of the body (knowledge base 1.5)."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table({"weakness biceps": "yes", "weakness arm": "no", "weakness generalised": "no", "weakness": "no"})
def test_yes(record: str, result: str) -> None:
    """A finding that names no muscle names none: coarse sites add no muscle (1.7)."""
    assert finding_test('in_muscle: "yes"', record) == result


@table({"weakness biceps": "no", "weakness arm": "yes"})
def test_no(record: str, result: str) -> None:
    assert finding_test('in_muscle: "no"', record) == result
