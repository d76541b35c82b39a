"""``unilateral_umn_brain``: one-sided upper motor neuron signs, not sudden (knowledge.md 3.4 tier 3)."""

from __future__ import annotations

from tests.patterns.asking import beside, indicator, is_shown, localization, mays, musts, records, result_of, shown

PATTERN = "unilateral_umn_brain"
HEMI = "hyperreflexia left biceps_reflex recorded=40; extensor_plantar left recorded=40"


@records(
    {
        "hyperreflexia left biceps_reflex; extensor_plantar left": "yes",
        "central_facial_weakness left face recorded=40; pronator_drift left arm recorded=40": "yes",
        "weakness left arm recorded=40; weakness left leg recorded=40": "yes",
        "brisk_jaw_jerk left; spasticity left arm": "yes",
        "hyperreflexia left biceps_reflex; spasticity left arm": "no",
        "extensor_plantar left": "no",
        "hyperreflexia left biceps_reflex; clonus_unsustained left ankle_reflex": "no",
        "sensory_loss left arm; sensory_loss left leg": "no",
        "extensor_plantar left; spasticity left abdomen": "no",
    }
)
def test_it_needs_two_of_face_arm_and_leg(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    HEMI,
    {
        "": "yes",
        "weakness right hand recorded=40": "no",
        "hyperreflexia right knee_reflex": "no",
        "no hyperreflexia right knee_reflex": "yes",
        "atrophy left hand; weakness left hand recorded=40": "no",
        "sensory_level": "no",
        "bladder_dysfunction": "no",
        "urinary_urgency": "no",
        "lhermitte_sign": "no",
        "neck_pain": "no",
        "paraesthesia left hand": "no",
        "vibration_proprioception_loss left foot": "no",
        "hemisensory_loss left": "yes",
        "back_pain": "yes",
        "sudden_onset": "no",
        "on record als": "no",
        "on record sma": "yes",
        "age 15": "no",
        "age 16": "yes",
    },
)
def test_other_side_cord_lower_neuron_or_sudden_onset_end_it(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@records(
    {
        "hyperreflexia biceps_reflex recorded=40; extensor_plantar recorded=40": "unknown",
        "hyperreflexia left biceps_reflex recorded=40; extensor_plantar recorded=40": "yes",
    }
)
def test_an_unknown_side_alone_is_no_side(record: str, result: str) -> None:
    """N4: it never satisfies one-sided criteria by itself."""
    assert result_of(PATTERN, record) == result


@beside(
    HEMI,
    {
        "on record stroke_sequelae recorded=400; nonprogressive_course": "no",
        "on record multiple_sclerosis recorded=400; nonprogressive_course": "no",
        "on record stroke_sequelae recorded=400; progressive_course": "yes",
        "on record stroke_sequelae recorded=10": "yes",
        "on record stroke_sequelae right recorded=400": "yes",
        "on record stroke_sequelae left recorded=400": "unknown",
    },
)
def test_an_old_lesion_of_that_side_explains_it(record: str, result: str) -> None:
    """P6, where the known lesion fits."""
    assert result_of(PATTERN, record) == result


CROSSED = f"{HEMI}; lmn_facial_weakness right face recorded=40"


@records(
    {
        f"{HEMI}; central_facial_weakness left face recorded=40": "contralateral hemisphere or internal capsule",
        HEMI: "contralateral hemisphere or internal capsule | or high cervical cord, ipsilateral",
        CROSSED: "pons, ipsilateral to the face",
    }
)
def test_it_localizes_by_the_face(record: str, result: str) -> None:
    assert localization(PATTERN, record) == result


@records(
    {
        f"{HEMI}; central_facial_weakness left face recorded=40": "mri_brain_wo neurology_referral_urgent",
        HEMI: "mri_brain_wo mri_cervical_spine neurology_referral_urgent",
        CROSSED: "mri_brainstem neurology_referral_urgent",
    }
)
def test_imaging_follows_the_localization(record: str, result: str) -> None:
    assert musts(PATTERN, record) == result
    assert mays(PATTERN, record) == "emg_ncs"
    assert indicator(PATTERN, record) == "warning"


def test_the_crossed_face_alone_is_excepted() -> None:
    """L is empty, except for ``lmn_facial_weakness`` of the opposite side: wasting of the tongue is no exception."""
    assert result_of(PATTERN, CROSSED) == "yes"
    assert result_of(PATTERN, f"{CROSSED}; tongue_atrophy") == "no"


@records(
    {
        HEMI: "unilateral_umn_brain",
        f"{HEMI}; spasticity left arm recorded=40": "unilateral_umn_brain",
        f"{HEMI}; sensory_loss left face recorded=40": "unilateral_umn_brain",
    }
)
def test_it_silences_the_generic_upper_patterns(record: str, result: str) -> None:
    assert shown(record) == result
    assert is_shown("umn_only", record) == "no"
