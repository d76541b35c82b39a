"""``in_focal_limb``: in the one limb, on the one side, to which every motor sign is confined (knowledge base 1.7)."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table(
    {
        "root_numbness left hand; weakness left biceps": "yes",
        "root_numbness hand; weakness left biceps": "yes",
        "root_numbness right hand; weakness left biceps": "no",
        "root_numbness left foot; weakness left biceps": "no",
        "root_numbness left hand; weakness left biceps; weakness left foot": "no",
        "root_numbness left hand; weakness both biceps": "no",
        "root_numbness left hand; weakness left biceps; weakness": "no",
        "root_numbness left hand": "no",
    }
)
def test_where_the_signs_are_confined(record: str, result: str) -> None:
    """Signs of two limbs, of both sides or without a place are not confined: then no limb is meant."""
    assert finding_test('in_focal_limb: "yes"', record) == result


@table({"root_numbness right hand; weakness left biceps": "yes", "root_numbness left hand; weakness left biceps": "no"})
def test_no(record: str, result: str) -> None:
    assert finding_test('in_focal_limb: "no"', record) == result
