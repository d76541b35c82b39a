"""``absent_here``: an active explicit negative of one of the signs covers this finding's place and side."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table(
    {
        "atrophy left hand; no weakness left hand": "yes",
        "atrophy left hand; no weakness left arm": "yes",
        "atrophy left hand; no weakness both arm": "yes",
        "atrophy left hand; no weakness generalised": "yes",
        "atrophy hand; no weakness both hand": "yes",
        "atrophy left hand; no weakness left biceps": "open",
        "atrophy left hand; no weakness right hand": "open",
        "atrophy hand; no weakness left hand": "open",
        "atrophy left hand; no weakness": "open",
        "atrophy left hand; no weakness left hand recorded=200": "open",
        "atrophy left hand": "open",
    }
)
def test_covers_the_place_and_side(record: str, result: str) -> None:
    """Where no negative covers it, one could still be recorded: open, never no. A normal neighbour covers nothing."""
    assert finding_test("absent_here: weakness", record) == result
