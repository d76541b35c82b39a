"""``earlier``: what an earlier record of the same sign and side said, there or at a place that contains it."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table(
    {
        "weakness left hand; no weakness left hand recorded=60": "yes",
        "weakness left hand; no weakness left arm recorded=60": "yes",
        "weakness left hand; no weakness generalised recorded=60": "yes",
        "weakness left arm; no weakness left hand recorded=60": "no",
        "weakness left hand; no weakness right hand recorded=60": "no",
        "weakness left hand recorded=60; no weakness left hand recorded=3": "no",
        "weakness left hand; no atrophy left hand recorded=60": "no",
        "weakness left hand": "no",
    }
)
def test_explicitly_absent(record: str, result: str) -> None:
    assert finding_test("earlier: {says: absent}", record) == result


@table(
    {
        "weakness left hand; no weakness left hand recorded=28": "yes",
        "weakness left hand; no weakness left hand recorded=27": "no",
        "weakness left hand recorded=3; no weakness left hand recorded=30": "no",
    }
)
def test_so_many_days_before(record: str, result: str) -> None:
    """``before`` counts from the finding's own record."""
    assert finding_test("earlier: {says: absent, before: {at_least: 28}}", record) == result


@table(
    {
        "weakness left hand recorded=3; no weakness left hand recorded=730": "yes",
        "weakness left hand recorded=3; no weakness left hand recorded=731": "no",
    }
)
def test_not_older_than(record: str, result: str) -> None:
    """``age`` counts from the day of the call."""
    assert finding_test("earlier: {says: absent, age: {at_most: 730}}", record) == result


@table(
    {
        "muscle_power left hand grade=MRC:3; muscle_power left hand grade=MRC:4 recorded=60": "yes",
        "muscle_power left hand grade=MRC:3; muscle_power left hand grade=MRC:5 recorded=60": "yes",
        "muscle_power left hand grade=MRC:3; muscle_power left hand grade=MRC:4- recorded=60": "no",
        "muscle_power left hand grade=MRC:3; muscle_power left arm grade=MRC:5 recorded=60": "no",
        "muscle_power left hand grade=MRC:3; muscle_power right hand grade=MRC:5 recorded=60": "no",
        "muscle_power left hand grade=MRC:3; muscle_power both hand grade=MRC:5 recorded=60": "yes",
        "muscle_power left hand grade=MRC:3; weakness left hand recorded=60": "no",
        "weakness left hand grade=NIHSS:3; muscle_power left hand grade=MRC:5 recorded=60": "no",
    }
)
def test_a_full_grade_better(record: str, result: str) -> None:
    """Only grades of one scale at the very same place are compared."""
    assert finding_test("earlier: {says: {better_by: 1}, scale: MRC}", record) == result


@table(
    {
        "weakness left hand; no weakness left hand recorded=5; on record old_stroke recorded=9": "yes",
        "weakness left hand; no weakness left hand recorded=9; on record old_stroke recorded=9": "no",
        "weakness left hand; no weakness left hand recorded=5": "yes",
    }
)
def test_after_a_diagnosis(record: str, result: str) -> None:
    """It must lie after the diagnosis. Where that is not on record nothing is asked of the date."""
    assert finding_test("earlier: {says: absent, after: old_stroke}", record) == result
