"""Chapter 7. What belongs to a known disease: P6, recent stroke, acute diagnoses, end of life (knowledge base 3.2)."""

from __future__ import annotations

import pytest

from tests.neuro.told import card, reasoned, rule, shown
from tests.neuro.told import result as outcome
from tests.spec.tiny import table

OLD_STROKE = "on record stroke_sequelae left recorded=900"


@table(
    {
        f"spasticity left arm; nonprogressive_course; {OLD_STROKE}": "yes",
        "spasticity left arm; nonprogressive_course": "no",
        "spasticity left arm; nonprogressive_course; on record stroke_sequelae left provisional": "no",
        f"spasticity left arm; progressive_course; {OLD_STROKE}": "no",
        f"spasticity left arm onset=180; weakness left arm onset=400; {OLD_STROKE}": "yes",
        f"spasticity left arm; {OLD_STROKE}": "yes",
        "spasticity left arm; on record stroke_sequelae left recorded=179": "no",
        "spasticity left arm onset=180; on record stroke_sequelae left recorded=10": "yes",
        f"spasticity right arm; {OLD_STROKE}": "no",
        f"spasticity left arm; falls onset=179; {OLD_STROKE}": "no",
        f"spasticity left arm; no spasticity left arm recorded=10; {OLD_STROKE}": "no",
        "spasticity both leg; on record multiple_sclerosis recorded=900": "no",
        "spasticity both leg onset=200; on record multiple_sclerosis recorded=900": "yes",
        f"spasticity left arm; nonprogressive_course; rapid_progression; {OLD_STROKE}": "no",
        f"spasticity left arm; nonprogressive_course; sudden_onset; {OLD_STROKE}": "no",
        f"spasticity left arm; nonprogressive_course; tongue_fasciculations; {OLD_STROKE}": "no",
        f"spasticity left arm; nonprogressive_course; atrophy left foot; {OLD_STROKE}": "no",
        f"spasticity both arm; nonprogressive_course; {OLD_STROKE}": "no",
        "spasticity both leg; nonprogressive_course; on record cerebral_palsy": "yes",
        "spasticity both leg; atrophy left hand; nonprogressive_course; on record cervical_myelopathy": "yes",
        "spasticity both leg; atrophy left foot; nonprogressive_course; on record cervical_myelopathy": "no",
        "spasticity both leg; dysphagia; nonprogressive_course; on record spinal_cord_injury": "no",
        "spasticity both leg; brisk_jaw_jerk; nonprogressive_course; on record hereditary_spastic_paraplegia": "no",
    }
)
def test_p6_explained_by_a_known_central_lesion(record: str, result: str) -> None:
    """Unknown course alone never explains anything away: the signs or the lesion must be old."""
    assert rule("explained_by_known_lesion", record) == (result == "yes")


def test_p6_is_logged() -> None:
    assert "explained_by_known_lesion" in reasoned(f"spasticity left arm; nonprogressive_course; {OLD_STROKE}").guards


STROKE = "on record recent_stroke recorded=30"


@table(
    {
        f"weakness left arm; {STROKE}": "yes",
        f"weakness left arm recorded=31; {STROKE}": "yes",
        f"weakness left arm recorded=32; {STROKE}": "no",
        "weakness left arm; on record recent_stroke recorded=0": "no",
        "weakness left arm recorded=1; on record recent_stroke recorded=1": "yes",
        "weakness left arm; on record recent_stroke recorded=180": "yes",
        "weakness left arm; on record recent_stroke recorded=181": "no",
        "weakness left arm; on record recent_stroke recorded=30 provisional": "no",
        "weakness left arm; on record recent_stroke recorded=30 onset=200": "no",
        f"weakness both arm; {STROKE}": "no",
        f"fasciculations left arm; {STROKE}": "no",
        f"atrophy left arm; {STROKE}": "yes",
        f"dysarthria; {STROKE}": "yes",
        f"weakness left arm; no weakness left arm recorded=10; {STROKE}": "no",
        f"weakness left arm; no weakness left arm recorded=40; {STROKE}": "yes",
        f"muscle_power left biceps grade=MRC:3; muscle_power left biceps grade=MRC:4 recorded=10; {STROKE}": "no",
        f"weakness left arm grade=NIHSS:3; weakness left arm grade=NIHSS:1 recorded=10; {STROKE}": "no",
        f"weakness left arm grade=NIHSS:2; weakness left arm grade=NIHSS:1 recorded=10; {STROKE}": "yes",
        f"weakness left arm onset=29; {STROKE}": "no",
        f"weakness left arm onset=30; {STROKE}": "yes",
        f"weakness left arm; weakness right leg recorded=20; {STROKE}": "no",
        f"weakness left arm recorded=20; weakness right leg; {STROKE}": "yes",
        f"weakness left arm; weakness right leg; {STROKE}": "no",
    }
)
def test_what_belongs_to_a_recent_stroke(record: str, result: str) -> None:
    """One-sided, first recorded since the day before, not better in between, not newer. Of signs of both sides those
    that were recorded first; both on one day: neither. The first line is asked."""
    side = "right" if record.startswith("weakness right") else "left"
    asked = f"some: {{is: belongs_to_recent_stroke, not: {{side: {'left' if side == 'right' else 'right'}}}}}"
    assert rule(asked, record) == (result == "yes")


def test_a_recent_stroke_is_no_new_emergency() -> None:
    assert shown("sudden_onset; weakness left arm")[0] == "acute_hemispheric_syndrome"
    assert shown("sudden_onset; weakness left arm; on record recent_stroke recorded=1") == []
    assert (
        shown("sudden_onset; weakness left arm; on record recent_stroke recorded=0")[0] == "acute_hemispheric_syndrome"
    )


GBS = "on record guillain_barre recorded=10"


@pytest.mark.parametrize(
    ("key", "record"),
    [
        ("rapid_flaccid_weakness", f"rapid_progression recorded=12; weakness both leg recorded=3; {GBS}"),
        ("neuromuscular_respiratory_compromise", f"weakness left arm recorded=12; dyspnoea_rest recorded=11; {GBS}"),
        (
            "acute_cord_syndrome",
            "weakness both leg; urinary_retention recorded=12; on record cord_compression recorded=10",
        ),
    ],
)
def test_a_known_acute_disease_is_not_announced_again(key: str, record: str) -> None:
    assert outcome(key, record) == "no"
    assert outcome(key, record.rsplit("; on record", 1)[0]) == "yes"


@table(
    {
        f"rapid_progression recorded=12; weakness both leg onset=9; {GBS}": "yes",
        f"rapid_progression recorded=12; weakness both leg onset=10; {GBS}": "no",
        f"rapid_progression recorded=12; weakness both leg; no weakness both leg recorded=5; {GBS}": "yes",
    }
)
def test_unless_something_began_or_got_worse_since(record: str, result: str) -> None:
    assert outcome("rapid_flaccid_weakness", record) == result


def test_a_new_respiratory_sign_counts_since_it_is_no_limb_sign() -> None:
    record = f"weakness both leg recorded=12; dyspnoea_rest recorded=9; {GBS}"
    assert outcome("neuromuscular_respiratory_compromise", record) == "yes"


@table(
    {
        "weakness both leg; on record cord_compression recorded=2": "yes",
        "weakness both leg; on record cord_compression recorded=2; order mri_whole_spine resulted day=2": "no",
        "weakness both leg; on record cord_compression recorded=2; order emergency_now requested day=1": "no",
        "weakness both leg; on record cord_compression recorded=2; order mri_whole_spine resulted day=3": "yes",
        "weakness both leg; on record cord_compression recorded=3": "no",
        "weakness both leg; on record guillain_barre recorded=2": "no",
    }
)
def test_a_compression_that_nobody_acted_on(record: str, result: str) -> None:
    assert ("red_flag_unresolved" in shown(record)) == (result == "yes")


def test_end_of_life_leaves_one_line_without_actions() -> None:
    fired = card("acute_hemispheric_syndrome", "sudden_onset; weakness left arm; on record end_of_life")
    assert (fired.indicator, fired.withheld) == ("info", True)
    assert fired.summary == (
        "Palliative care on record: findings match sudden one-sided weakness or speech loss; no action suggested"
    )
    assert shown("atrophy left hand; on record end_of_life") == []


def test_palliative_care_puts_the_goals_first() -> None:
    fired = card("acute_hemispheric_syndrome", "sudden_onset; weakness left arm; on record palliative_care")
    assert (fired.indicator, fired.goals_first, fired.withheld) == ("warning", True, False)
    assert fired.summary.startswith("Goals of care first: sudden left weakness")
    assert shown("atrophy left hand; on record palliative_care") == ["lmn_single_region"]
