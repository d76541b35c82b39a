"""Examination has become worse (knowledge base 3.4; what derives progression 4.4)."""

from __future__ import annotations

from tests.neuro.told import card, chapter

test_progression_detected = chapter(
    "progression_detected",
    fires={
        "power fell by a grade in 14 days": (
            "muscle_power left biceps grade=MRC:3; muscle_power left biceps grade=MRC:4 recorded=14"
        ),
        "from 4+ to 3+": "muscle_power left biceps grade=MRC:3+; muscle_power left biceps grade=MRC:4+ recorded=60",
        "from normal": "muscle_power left biceps grade=MRC:4; muscle_power left biceps grade=MRC:5 recorded=60",
        "weakness that was absent 28 days before": "weakness left hand; no weakness left arm recorded=28",
        "wasting that was absent": "atrophy left hand; no atrophy generalised recorded=100",
        "reflex loss that was absent": "areflexia left knee_reflex; no areflexia left knee_reflex recorded=100",
        "an upper motor neuron sign that was absent": "extensor_plantar left; no extensor_plantar left recorded=100",
        "a bulbar symptom that was absent": "dysarthria; no dysarthria recorded=100",
        "vital capacity fell by 10 points": "weakness left arm; result fvc_pct 80 day=60; result fvc_pct 70",
    },
    silent={
        "13 days": "muscle_power left biceps grade=MRC:3; muscle_power left biceps grade=MRC:4 recorded=13",
        "less than a grade": "muscle_power left biceps grade=MRC:4-; muscle_power left biceps grade=MRC:4 recorded=60",
        "another muscle": "muscle_power left biceps grade=MRC:3; muscle_power left triceps grade=MRC:5 recorded=60",
        "the other side": "muscle_power left biceps grade=MRC:3; muscle_power right biceps grade=MRC:5 recorded=60",
        "absent 27 days before": "weakness left hand; no weakness left hand recorded=27",
        "absent at a narrower place": "weakness left arm; no weakness left hand recorded=60",
        "more than 730 days ago": "weakness left hand; no weakness left hand recorded=731",
        "better": "muscle_power left biceps grade=MRC:4; muscle_power left biceps grade=MRC:3 recorded=60",
        "a weak sign": "mild_tone_increase left arm; no mild_tone_increase left arm recorded=60",
        "vital capacity fell by 9 points": "weakness left arm; result fvc_pct 80 day=60; result fvc_pct 71",
        "motor neuron disease is known": "weakness left hand; no weakness left hand recorded=60; on record als",
        "a child": "weakness left hand; no weakness left hand recorded=60; age 15",
    },
)


def test_prints_both_dates_and_grades() -> None:
    fired = card(
        "progression_detected",
        "muscle_power left biceps grade=MRC:3; muscle_power left biceps grade=MRC:4 recorded=60",
    )
    assert fired.summary == "Examination has worsened since 2026-09-21: expedite neurology review"
    assert "MRC:4 on 2026-09-21, MRC:3 on 2026-11-20" in " ".join(fired.lines)
