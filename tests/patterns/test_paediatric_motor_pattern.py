"""``paediatric_motor_pattern`` and what may fire under 16 (knowledge.md 3.4 tier 1, P8)."""

from __future__ import annotations

from tests.patterns.asking import (
    asks_for,
    beside,
    indicator,
    is_shown,
    is_suggested,
    localization,
    mays,
    musts,
    result_of,
    shown,
    suggested,
)

PATTERN = "paediatric_motor_pattern"
CHILD = "age 8"


@beside(
    CHILD,
    {
        "weakness left hand": "yes",
        "proximal_weakness both leg": "yes",
        "distal_weakness left leg": "yes",
        "pyramidal_weakness left leg": "yes",
        "motor_delay": "yes",
        "motor_regression": "yes",
        "flaccidity left leg": "yes",
        "gowers_sign": "yes",
        "tongue_fasciculations": "yes",
        "atrophy left hand": "yes",
        "clonus left ankle_reflex": "yes",
        "extensor_plantar left": "yes",
        "hyperreflexia left knee_reflex; crossed_adductor left": "yes",
        "hyperreflexia left knee_reflex; hyperreflexia right knee_reflex": "no",
        "hyperreflexia left knee_reflex": "no",
        "fasciculations left hand": "no",
        "gait_disturbance": "no",
        "fatigue": "no",
        "weakness left hand; age 15": "yes",
        "weakness left hand; age 16": "no",
        "weakness left hand; age unknown": "unknown",
    },
)
def test_it_fires_for_each_motor_sign_under_16(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    "age 8; on record cerebral_palsy recorded=2000; spasticity left leg recorded=10",
    {
        "nonprogressive_course": "no",
        "nonprogressive_course; motor_regression": "yes",
        "nonprogressive_course; rapid_progression": "yes",
        "": "unknown",
        "progressive_course": "yes",
        "nonprogressive_course; atrophy left hand": "yes",
        "nonprogressive_course; no atrophy left hand": "no",
    },
)
def test_an_old_cerebral_palsy_explains_its_own_signs(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


def test_another_old_lesion_does_not_explain_a_child() -> None:
    record = "age 8; on record spinal_cord_injury recorded=2000; spasticity left leg recorded=10; nonprogressive_course"
    assert result_of(PATTERN, record) == "yes"


def test_it_is_a_warning_for_the_paediatric_neurologist() -> None:
    assert indicator(PATTERN, "age 8; weakness left leg") == "warning"
    assert musts(PATTERN, "age 8; weakness left leg") == "ck paediatric_neurology_referral"
    assert mays(PATTERN, "age 8; weakness left leg") == ""


@beside(
    "age 8; weakness both leg",
    {
        "": "no",
        "flaccidity both leg": "no",
        "areflexia both knee_reflex": "no",
        "flaccidity both leg; areflexia both knee_reflex": "must",
        "flaccidity both leg; hyporeflexia both knee_reflex": "must",
        "tongue_fasciculations": "must",
        "tongue_atrophy": "no",
    },
)
def test_signs_of_spinal_muscular_atrophy_ask_for_a_genetic_test(record: str, result: str) -> None:
    assert asks_for("genetic_testing_discussion", PATTERN, record) == result


@beside(
    "age 8; motor_delay",
    {
        "": "",
        "motor_regression": "mri_brain_wo",
        "brisk_jaw_jerk": "mri_brain_wo",
        "hyperreflexia left knee_reflex": "mri_brain_wo mri_whole_spine",
        "hyperreflexia left biceps_reflex": "mri_brain_wo mri_whole_spine",
        "bladder_dysfunction onset=100": "mri_whole_spine",
        "urinary_urgency": "mri_whole_spine",
    },
)
def test_imaging_is_for_the_specialist_to_consider(record: str, result: str) -> None:
    assert mays(PATTERN, record) == result


@beside(
    "age 8",
    {
        "flaccidity both leg; areflexia both knee_reflex": "anterior horn cell, nerve or muscle",
        "extensor_plantar left": "corticospinal tract",
        "proximal_weakness both leg": "muscle or anterior horn cell",
        "gowers_sign": "",
        "flaccidity both leg": "",
        "flaccidity both leg; areflexia both knee_reflex; proximal_weakness both leg": (
            "anterior horn cell, nerve or muscle | muscle or anterior horn cell"
        ),
    },
)
def test_it_localizes_by_tone_reflexes_and_place(record: str, result: str) -> None:
    assert localization(PATTERN, record) == result


@beside(
    CHILD,
    {
        "facial_myokymia left": "facial_myokymia",
        "vocal_fold_palsy": "vocal_fold_palsy",
        "fasciculations left hand; medication lithium": "drug_toxic_fasciculations",
        "myalgia; result ck_x_uln 12": "ck_marked_elevation",
        "hyperreflexia left knee_reflex; vibration_proprioception_loss both foot": "myelopathy",
        "hemifacial_spasm left": "",
        "eyelid_twitch left": "",
        "fasciculations left hand": "",
        "fasciculations left hand; cramps": "",
        "ptosis; diplopia": "",
        "hyperreflexia left knee_reflex; hyperreflexia left biceps_reflex": "insufficient_data",
        "brisk_reflex_equivocal left knee_reflex": "",
        "muscle_stiffness; fasciculations left hand; persists_in_sleep": "",
        "facial_contracture left; on record facial_palsy_history left": "",
        "atrophy left hand; hyperreflexia left biceps_reflex": "paediatric_motor_pattern",
        "tongue_atrophy; dysarthria": "paediatric_motor_pattern",
        "stocking_glove_loss both foot; areflexia both ankle_reflex": "",
    },
)
def test_few_other_patterns_fire_under_16(record: str, result: str) -> None:
    assert shown(record) == result


def test_emergencies_fire_at_any_age() -> None:
    assert shown("age 8; weakness both leg onset=3; areflexia both knee_reflex") == "rapid_flaccid_weakness"


@beside(
    "atrophy left hand; weakness left hand",
    {"age 12": "paediatric_motor_pattern hirayama_pattern", "age 11": "paediatric_motor_pattern"},
)
def test_hirayama_may_fire_from_12(record: str, result: str) -> None:
    assert shown(record).split() == sorted(result.split())


@beside(
    "",
    {
        "age 15; vocal_fold_palsy; "
        "weakness left hand": "ck laryngoscopy_ent paediatric_neurology_referral swallow_assessment",
        "age 16; vocal_fold_palsy; weakness left hand": "laryngoscopy_ent neurology_referral_urgent swallow_assessment",
        "age 15; facial_myokymia": "mri_brainstem paediatric_neurology_referral",
        "age 16; facial_myokymia": "mri_brainstem neurology_referral_urgent",
    },
)
def test_referrals_become_paediatric_under_16(record: str, result: str) -> None:
    assert suggested(record) == result


@beside(
    "on record sma recorded=100; weakness both leg; acute_chest_infection; orthopnoea",
    {"age 5": "not-applicable superseded", "age 6": "must"},
)
def test_spirometry_needs_the_age_of_six(record: str, result: str) -> None:
    assert is_suggested("fvc", record) in result.split()
    assert is_suggested("blood_gas_oximetry", record) == "must"


def test_the_pattern_is_not_silenced_by_a_genetic_diagnosis() -> None:
    assert is_shown(PATTERN, "age 8; on record sma; proximal_weakness both leg") == "shown"
