"""``recent_stroke``: what belongs to a stroke of the last 180 days is silent (knowledge.md 3.2)."""

from __future__ import annotations

from tests.patterns.asking import beside, concluded, is_shown, records, shown

HEMI = "weakness left arm recorded=8; weakness left leg recorded=8"


@beside(
    HEMI,
    {
        "": "unilateral_umn_brain",
        "on record recent_stroke recorded=10": "",
        "on record recent_stroke recorded=180": "",
        "on record recent_stroke recorded=181": "unilateral_umn_brain",
        "on record recent_stroke recorded=9": "",
        "on record recent_stroke recorded=7": "",
        "on record recent_stroke recorded=6": "unilateral_umn_brain",
        "on record recent_stroke recorded=10 provisional": "unilateral_umn_brain",
        "on record recent_stroke recorded=400 onset=10": "",
        "on record recent_stroke recorded=10 onset=300": "unilateral_umn_brain",
        "on record recent_stroke recorded=300; on record recent_stroke recorded=20": "",
    },
)
def test_one_sided_signs_since_the_day_before_belong_to_it(record: str, result: str) -> None:
    assert shown(record) == result


@beside(
    "on record recent_stroke recorded=20",
    {
        "aphasia recorded=3 onset=20": "",
        "aphasia recorded=3": "",
        "dysarthria recorded=10": "",
        "weakness left arm recorded=10; sudden_onset recorded=10": "",
        "sensory_loss left arm recorded=10; weakness left arm recorded=10": "",
        "atrophy left hand recorded=2; weakness left hand recorded=2": "",
        "spasticity left arm recorded=2; spasticity left leg recorded=2": "",
        "areflexia left knee_reflex recorded=10; weakness left leg recorded=10": "",
        "weakness left arm recorded=1 onset=2": "insufficient_data red_flag_unresolved",
        "weakness both hand recorded=2; atrophy both hand recorded=2": "lmn_single_region",
        "tongue_fasciculations recorded=2; dysarthria recorded=2": "bulbar_motor_syndrome",
        "weakness left arm recorded=3; weakness right arm recorded=3": "insufficient_data",
        "weakness left arm recorded=10; weakness right arm recorded=3": "insufficient_data",
    },
)
def test_what_belongs_to_it_and_what_does_not(record: str, result: str) -> None:
    assert shown(record) == result


@beside(
    "weakness left arm recorded=3 grade=MRC:2; on record recent_stroke recorded=20",
    {
        "": "no",
        "weakness left arm recorded=10 grade=MRC:2": "no",
        "weakness left arm recorded=10 grade=MRC:3": "shown",
        "no weakness left arm recorded=10": "shown",
        "no weakness left arm recorded=30": "no",
        "weakness left arm recorded=30 grade=MRC:3": "shown",
    },
)
def test_what_was_better_after_the_stroke_is_new(record: str, result: str) -> None:
    assert ("insufficient_data" in shown(record) or "red_flag" in shown(record)) == (result == "shown")


@records(
    {
        f"{HEMI}; on record recent_stroke recorded=10": "yes",
        HEMI: "no",
        "weakness both leg recorded=8; on record recent_stroke recorded=10": "no",
    }
)
def test_the_guard_is_logged(record: str, result: str) -> None:
    assert ("belongs_to_recent_stroke" in concluded(record)[0].guards) == (result == "yes")


def test_on_its_day_the_critical_card_stands_and_a_new_event_speaks_later() -> None:
    event = "weakness left arm recorded=0 onset=0; weakness left leg recorded=0 onset=0; sudden_onset recorded=0"
    assert is_shown("acute_hemispheric_syndrome", f"{event}; on record recent_stroke recorded=0") == "shown"
    assert is_shown("acute_hemispheric_syndrome", f"{event}; on record recent_stroke recorded=20") == "shown"


def test_a_stroke_of_another_side_takes_nothing_away() -> None:
    """With signs on both sides the side first recorded belongs to the stroke."""
    event = "weakness right arm recorded=0 onset=0; weakness right leg recorded=0 onset=0; sudden_onset recorded=0"
    record = f"{event}; {HEMI}; on record recent_stroke recorded=10"
    assert is_shown("acute_hemispheric_syndrome", record) == "shown"
