"""Cancer with known spinal pain and known weakness: an emergency again once the weakness is a grade worse (cord, c)."""

from __future__ import annotations

from tests.patterns.asking import beside, highest


@beside(
    "on record cancer; back_pain recorded=60; back_pain; weakness left leg recorded=60 grade=MRC:4",
    {
        "weakness left leg grade=MRC:3": "critical",
        "weakness left leg recorded=28 grade=MRC:3": "critical",
        "weakness left leg recorded=29 grade=MRC:3": "warning",
        "weakness left leg grade=MRC:4": "none",
        "weakness left leg grade=MRC:4-": "none",
    },
)
def test_a_full_grade_recorded_in_the_last_28_days(record: str, result: str) -> None:
    assert highest(record) == result
