"""Equivocal upper motor neuron signs (knowledge base 3.4)."""

from __future__ import annotations

from tests.neuro.told import card, chapter

test_umn_equivocal = chapter(
    "umn_equivocal",
    fires={
        "a weak sign": "mild_tone_increase left arm",
        "one moderate sign": "hyperreflexia left biceps_reflex",
        "a Hoffmann sign of both sides and nothing else (U4)": "hoffmann_sign both",
        "a moderate sign and a weak sign of another region": (
            "hyperreflexia left biceps_reflex; mild_tone_increase left leg"
        ),
        "weakness without a region": "hyperreflexia left biceps_reflex; weakness",
    },
    silent={
        "a moderate and a weak sign of one region are firm": (
            "hyperreflexia left biceps_reflex; mild_tone_increase left arm"
        ),
        "a strong sign": "clonus left ankle_reflex",
        "two regions": "hyperreflexia left biceps_reflex; hyperreflexia left knee_reflex",
        "a lower motor neuron region": "mild_tone_increase left arm; atrophy left hand",
        "a known central lesion": "mild_tone_increase left arm; on record multiple_sclerosis",
        "fasciculations: their pattern wins": "mild_tone_increase left arm; fasciculations left hand",
        "pronator drift is never equivocal": "pronator_drift left arm",
        "spastic speech is never equivocal": "spastic_dysarthria",
        "a moderate sign beside weakness with a region": "hyperreflexia left biceps_reflex; weakness left foot",
        "a cord feature: the cord pattern speaks": "hyperreflexia left knee_reflex; neck_pain",
        "a child": "mild_tone_increase left arm; age 15",
    },
)

EARLY_CORD = "hyperreflexia left biceps_reflex; neck_pain; gait_disturbance"


def test_warns_only_of_an_early_cervical_cord() -> None:
    assert card("umn_equivocal", "hyperreflexia left biceps_reflex").indicator == "info"
    assert card("umn_equivocal", EARLY_CORD).indicator == "warning"
    assert card("umn_equivocal", "hyperreflexia left biceps_reflex; neck_pain").indicator == "info"


def test_never_asks_for_imaging_or_emg_alone() -> None:
    alone = {one.action for one in card("umn_equivocal", "hyperreflexia left biceps_reflex").asked}
    assert alone == {"serial_reexam", "tsh_ft4"}
    early = {one.action for one in card("umn_equivocal", EARLY_CORD).asked}
    assert early - alone == {"neurology_referral_routine", "mri_cervical_spine"}
