"""Weakness without a place that gets worse is as urgent as weakness with one (3.4 ``insufficient_data``, Do)."""

from __future__ import annotations

from tests.patterns.asking import indicator, records, suggested

PATTERN = "insufficient_data"
URGENT = "complete_exam neurology_referral_urgent"


@records(
    {
        "weakness generalised; rapid_progression": f"{URGENT} same_day_medical_assessment",
        "weakness generalised; progressive_course": "complete_exam emg_ncs neurology_referral_urgent",
        "weakness; gait_disturbance": "complete_exam",
        "falls; progressive_course": "complete_exam",
        "falls; weakness; progressive_course; on record dementia": "",
    }
)
def test_the_referral(record: str, result: str) -> None:
    assert suggested(record) == result


@records({"weakness; progressive_course": "warning", "weakness; falls": "info", "falls; progressive_course": "info"})
def test_the_indicator(record: str, result: str) -> None:
    assert indicator(PATTERN, record) == result
