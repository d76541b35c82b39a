"""Chapter 2. What is active: windows, latest wins, negatives, problems (knowledge base 4.2, N1)."""

from __future__ import annotations

import pytest

from tests.neuro.told import active, reasoned, result, rule
from tests.spec.tiny import table

WINDOWS = {
    180: "hyperreflexia atrophy weakness paraesthesia ptosis myalgia dysphagia bladder_dysfunction sensory_level",
    90: "orthopnoea weak_cough morning_headache daytime_sleepiness dyspnoea_exertion recurrent_chest_infection",
    28: (
        "sudden_onset rapid_progression cholinergic_signs anticholinergic_signs urinary_retention spinal_trauma"
        " dark_urine tachycardia"
    ),
    14: (
        "acute_chest_infection fever hypoxia hypercapnia airway_risk dyspnoea_rest paradoxical_breathing"
        " reduced_consciousness aphasia visual_field_loss"
    ),
    7: "recent_bite_sting",
    365: "progressive_course weight_loss gynaecomastia emg_normal emg_chronic_neurogenic",
}


@pytest.mark.parametrize(("days", "sign"), [(days, sign) for days, signs in WINDOWS.items() for sign in signs.split()])
def test_windows(days: int, sign: str) -> None:
    assert active(f"atrophy left foot; {sign} recorded={days}") == "1 2"
    assert active(f"atrophy left foot; {sign} recorded={days + 1}") == "1"


KNEE = "tendon_reflex left knee_reflex grade"


def test_family_history_has_no_window() -> None:
    assert active("atrophy left foot; family_history_mnd recorded=9000") == "1 2"


@table(
    {
        "weakness left hand; weakness left hand recorded=9": "1",
        "no weakness left hand; weakness left hand recorded=9": "1",
        "weakness left hand; no weakness left hand recorded=9": "1",
        "no weakness left arm; weakness left hand recorded=9": "1",
        "no weakness generalised; weakness left hand recorded=9": "1",
        "no weakness both hand; weakness left hand recorded=9": "1",
        "no weakness left hand; weakness left arm recorded=9": "1 2",
        "no weakness right hand; weakness left hand recorded=9": "1 2",
        "weakness left arm; weakness left hand recorded=9": "1 2",
        "no weakness left arm; no weakness left hand recorded=9": "1 2",
        "no weakness left hand; weakness left hand": "1 2",
        "muscle_power left biceps grade=MRC:5; muscle_power left biceps grade=MRC:3 recorded=9": "1",
        f"{KNEE}=NINDS:2; {KNEE}=NINDS:4 recorded=9": "1",
        f"{KNEE}=NINDS:0; {KNEE}=NINDS:4 recorded=9": "1",
        "weakness left hand recorded=never; atrophy left foot": "2",
    }
)
def test_the_latest_wins(record: str, result: str) -> None:
    """The newest record of a sign, site and side; a newer negative also replaces positives inside its place.
    A newer positive of a broader place replaces nothing: the hand may still be weak. Undated is never active."""
    assert active(record) == result


LIMBS = (
    "muscle_power both arm grade=MRC:5; muscle_power both leg grade=MRC:5; fasciculations left calf;"
    "no hyperreflexia generalised; no areflexia generalised"
)


@table(
    {
        f"{LIMBS}; no atrophy; no weakness": "yes",
        f"{LIMBS}; no atrophy recorded=1; no weakness": "no",
        f"{LIMBS.split(';', 2)[2]}; no atrophy; no weakness": "no",
    }
)
def test_n1_a_negative_without_place_counts_beside_graded_power_of_all_limbs(record: str, result: str) -> None:
    """Templates say "atrophy: no"; on the day of a power chart of all four limbs that is the whole body."""
    assert rule("exam_clean", record) == (result == "yes")


@table(
    {
        "atrophy left foot; weakness left hand problem recorded=900": "1 2",
        "atrophy left foot; urinary_retention problem recorded=29": "1",
        "atrophy left foot; progressive_course problem recorded=366": "1",
        "atrophy left foot; orthopnoea problem recorded=91": "1",
        "atrophy left foot; bladder_dysfunction problem recorded=900": "1 2",
    }
)
def test_a_problem_stays_while_it_is_on_the_list(record: str, result: str) -> None:
    """Except signs of short windows and statements of the course: lists keep "fever" for years (1.1)."""
    assert active(record) == result


@table(
    {
        "spasticity left leg problem recorded=181": "",
        "spasticity left leg problem recorded=180": "1",
        "spasticity left leg problem recorded=900 onset=180": "1",
        "spasticity left leg problem recorded=181; paraesthesia left foot": "2",
        "spasticity left leg problem recorded=181; hypoxia": "2",
        "spasticity left leg problem recorded=181; areflexia left ankle_reflex": "1 2",
        "spasticity left leg problem recorded=181; dysphagia problem recorded=10": "1 2",
        "spasticity left leg problem recorded=181; emg_normal": "2",
    }
)
def test_old_problems_alone_are_silent(record: str, result: str) -> None:
    """They count again beside a motor, bulbar, junction, muscle or red-flag sign that is examined or newer."""
    assert active(record) == result


def test_that_old_problems_were_set_aside_is_logged() -> None:
    assert "old_problems_only" in reasoned("spasticity left leg problem recorded=181").guards
    assert result("umn_only", "spasticity both leg problem recorded=181") == "no"
