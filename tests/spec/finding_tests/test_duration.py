"""``duration``: days since the stated onset, else since the oldest positive record of the same sign, place and side."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table(
    {
        "weakness left hand onset=300": "no",
        "weakness left hand": "yes",
        "weakness left hand; weakness left hand recorded=60": "no",
        "weakness left hand; weakness right hand recorded=60": "yes",
        "weakness left hand; weakness left arm recorded=60": "yes",
        "weakness left hand; no weakness left hand recorded=60": "yes",
        "weakness left hand onset=5; weakness left hand recorded=60": "yes",
    }
)
def test_at_most_so_many_days(record: str, result: str) -> None:
    """A stated onset decides alone, even against an older record."""
    assert finding_test("duration: {at_most: 28}", record) == result
