"""``at``: the place itself, or any place inside it (knowledge base 1.4)."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table(
    {
        "weakness arm": "yes",
        "weakness biceps": "yes",
        "weakness foot": "no",
        "weakness generalised": "no",
        "weakness": "open",
    }
)
def test_the_place_or_inside_it(record: str, result: str) -> None:
    """Weakness of the whole body is not weakness recorded at the arm."""
    assert finding_test("at: arm", record) == result
