"""``first_recorded``: days since the oldest positive record of the sign and side, there or at a place containing it."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table(
    {
        "weakness left hand": "yes",
        "weakness left hand; weakness left hand recorded=60": "no",
        "weakness left hand; weakness left arm recorded=60": "no",
        "weakness left arm; weakness left hand recorded=60": "yes",
        "weakness left hand; weakness right hand recorded=60": "yes",
        "weakness left hand; no weakness left hand recorded=60": "yes",
        "weakness left hand onset=300": "yes",
    }
)
def test_at_most_so_many_days(record: str, result: str) -> None:
    """A stated onset is no record."""
    assert finding_test("first_recorded: {at_most: 28}", record) == result


@table(
    {
        "weakness left hand recorded=3; on record old_stroke recorded=10": "yes",
        "weakness left hand; weakness left hand recorded=20; on record old_stroke recorded=10": "no",
    }
)
def test_after_a_diagnosis(record: str, result: str) -> None:
    """``by: -1``: from the day before the diagnosis on."""
    assert finding_test("first_recorded: {after: {condition: old_stroke, by: -1}}", record) == result
