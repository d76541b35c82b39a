"""P6: what a known central lesion explains (knowledge.md 4.1)."""

from __future__ import annotations

import pytest

from tests.patterns.asking import beside, concluded, records, result_of, shown

LEGS = "spasticity both leg recorded=10; weakness both leg recorded=10"
MS = "on record multiple_sclerosis recorded=900"


def explained(record: str) -> bool:
    """Whether the guard of P6 is logged."""
    return "explained_by_known_lesion" in concluded(record)[0].guards


@pytest.mark.parametrize(
    "lesion",
    [
        "multiple_sclerosis",
        "cerebral_palsy",
        "spinal_cord_injury",
        "cervical_myelopathy",
        "hereditary_spastic_paraplegia",
    ],
)
def test_each_lesion_explains_an_unchanging_spastic_weakness(lesion: str) -> None:
    assert explained(f"{LEGS}; nonprogressive_course; on record {lesion} recorded=900")


@beside(
    f"{LEGS}; {MS}",
    {
        "nonprogressive_course": "yes",
        "": "no",
        "progressive_course": "no",
        "nonprogressive_course; progressive_course": "no",
        "nonprogressive_course; sudden_onset": "no",
        "nonprogressive_course; rapid_progression": "no",
        "nonprogressive_course; tongue_fasciculations": "no",
        "nonprogressive_course; tongue_atrophy": "no",
        "nonprogressive_course; lmn_facial_weakness left face": "no",
        "nonprogressive_course; atrophy left hand": "no",
        "nonprogressive_course; dysarthria": "yes",
        "nonprogressive_course; brisk_jaw_jerk": "yes",
    },
)
def test_course_tempo_and_lower_signs_decide(record: str, result: str) -> None:
    assert explained(record) == (result == "yes")


@records(
    {
        f"spasticity both leg recorded=10 onset=180; {MS}": "yes",
        f"spasticity both leg recorded=10 onset=179; {MS}": "no",
        f"spasticity both leg recorded=10; spasticity both leg recorded=200; {MS}": "yes",
        f"spasticity both leg recorded=10 onset=180; falls; {MS}": "no",
        f"spasticity both leg recorded=10 onset=180; gait_disturbance; {MS}": "no",
        f"spasticity both leg recorded=10 onset=180; dysphagia; {MS}": "no",
        f"spasticity both leg recorded=10 onset=180; falls onset=200; {MS}": "yes",
        f"spasticity both leg recorded=10 onset=180; sensory_loss left foot; {MS}": "yes",
    }
)
def test_with_an_unknown_course_every_sign_is_180_days_old(record: str, result: str) -> None:
    assert explained(record) == (result == "yes")


@beside(
    LEGS,
    {
        "on record spinal_cord_injury recorded=180": "yes",
        "on record spinal_cord_injury recorded=179": "no",
        "on record spinal_cord_injury recorded=20 onset=180": "yes",
        "on record spinal_cord_injury": "no",
        "on record multiple_sclerosis recorded=900": "no",
        "on record spinal_cord_injury recorded=900; on record multiple_sclerosis recorded=900": "no",
        "on record spinal_cord_injury recorded=900; on record cerebral_palsy recorded=20": "no",
        "on record spinal_cord_injury recorded=900; falls onset=179": "no",
        "on record spinal_cord_injury recorded=900; falls onset=180": "yes",
        "on record spinal_cord_injury recorded=900; no spasticity both leg recorded=400": "no",
    },
)
def test_or_every_lesion_is_and_nothing_is_new(record: str, result: str) -> None:
    assert explained(record) == (result == "yes")


@records(
    {
        "spasticity left arm; spasticity left leg; on record stroke_sequelae recorded=900": "yes",
        "spasticity left arm; spasticity left leg; on record stroke_sequelae left recorded=900": "yes",
        "spasticity left arm; spasticity left leg; on record stroke_sequelae right recorded=900": "no",
        "spasticity both leg; on record stroke_sequelae recorded=900": "no",
        "spasticity both leg; on record stroke_sequelae recorded=900; nonprogressive_course": "no",
        "spasticity both leg; on record stroke_sequelae recorded=900; on record cerebral_palsy recorded=900": "no",
        "spasticity both leg; on record stroke_sequelae recorded=900; on record cerebral_palsy recorded=900; "
        "nonprogressive_course": "yes",
        "spasticity left leg; weakness right leg; on record stroke_sequelae recorded=900; nonprogressive_course": "yes",
    }
)
def test_an_old_stroke_explains_one_side(record: str, result: str) -> None:
    assert explained(record) == (result == "yes")


@beside(
    f"{LEGS}; nonprogressive_course",
    {
        "on record spinal_cord_injury recorded=900; brisk_jaw_jerk": "no",
        "on record spinal_cord_injury recorded=900; dysphagia": "no",
        "on record spinal_cord_injury recorded=900; weakness left jaw": "no",
        "on record hereditary_spastic_paraplegia recorded=900; dysarthria": "no",
        "on record cervical_myelopathy recorded=900; dysarthria": "no",
        "on record cervical_myelopathy recorded=900; on record multiple_sclerosis recorded=900; dysarthria": "yes",
        "on record spinal_cord_injury recorded=900; atrophy left hand": "yes",
        "on record cervical_myelopathy recorded=900; atrophy left hand": "yes",
        "on record cervical_myelopathy recorded=900; atrophy left calf": "no",
        "on record hereditary_spastic_paraplegia recorded=900; atrophy left hand": "no",
    },
)
def test_a_cord_lesion_explains_its_own_level_and_nothing_bulbar(record: str, result: str) -> None:
    assert explained(record) == (result == "yes")


@records(
    {
        f"{LEGS}; {MS}; nonprogressive_course": "",
        f"{LEGS}; {MS}; nonprogressive_course; neck_pain": "",
        f"{LEGS}; {MS}; nonprogressive_course; dysarthria; brisk_jaw_jerk": "",
        f"brisk_reflex_equivocal left knee_reflex; {MS}; nonprogressive_course": "",
        f"spasticity left arm; spasticity left leg; {MS}; nonprogressive_course": "",
        f"{LEGS}; on record spinal_cord_injury recorded=900; atrophy left hand": "",
        "atrophy left hand; weakness left hand onset=400; on record cervical_myelopathy recorded=900": "",
        f"{LEGS}; {MS}; nonprogressive_course; fasciculations left hand": "fasciculations_isolated_incomplete_exam",
        f"{LEGS}; {MS}; nonprogressive_course; fasciculations left hand; weight_loss": "fasciculations_with_deficit",
        f"{LEGS}; {MS}; nonprogressive_course; head_drop": "insufficient_data",
        f"{LEGS}; {MS}; nonprogressive_course; ptosis; diplopia": "nmj_fatigable",
        f"{LEGS}; {MS}; nonprogressive_course; on record sle": "",
    }
)
def test_what_is_explained_is_silent_and_the_rest_speaks(record: str, result: str) -> None:
    assert shown(record) == result


def test_unknown_course_alone_never_explains() -> None:
    assert result_of("umn_only", f"spasticity both leg; {MS}") == "yes"
