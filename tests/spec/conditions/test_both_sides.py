"""``both_sides``: left and right are recorded in the selection, in one finding or in two."""

from __future__ import annotations

from tests.spec.tiny import condition, table


@table(
    {
        "weakness both hand": "yes 1",
        "weakness left hand; weakness right foot": "yes 1 2",
        "weakness left hand": "no",
        "weakness left hand; weakness": "open 1 2",
        "weakness": "open 1",
        "": "no",
    }
)
def test_left_and_right(record: str, result: str) -> None:
    """An unknown side never counts as both (N4); it might be the side that is wanting."""
    assert condition("both_sides: weakness", record) == result
