"""``nmj_fatigable``: weakness that tires, or a clue to Lambert-Eaton syndrome (knowledge.md 3.4 tier 3, P4)."""

from __future__ import annotations

from tests.patterns.asking import beside, indicator, localization, mays, musts, records, result_of, shown

PATTERN = "nmj_fatigable"
EYES = "ptosis; diplopia"
LAMBERT_EATON = "dry_mouth; proximal_weakness both leg; areflexia both knee_reflex"


@beside(
    "fatigability",
    {
        "": "no",
        "ptosis": "yes",
        "diplopia": "yes",
        "dysphagia": "yes",
        "tongue_weakness": "yes",
        "weakness left arm": "yes",
        "proximal_weakness both leg": "yes",
        "head_drop": "yes",
        "gait_disturbance": "no",
        "sensory_loss left hand": "no",
    },
)
def test_a_fatigability_with_a_sign_that_tires(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@records(
    {
        "fluctuating_course; ptosis": "yes",
        "fluctuating_course; head_drop": "yes",
        "fluctuating_course": "no",
        "fatigue; ptosis": "no",
        "fatigue; weakness left arm": "no",
        "ptosis": "no",
        "diplopia": "no",
        "ptosis; diplopia": "yes",
        "ptosis left; diplopia": "yes",
    }
)
def test_b_fluctuating_course_counts_and_ptosis_with_diplopia_needs_neither(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@records(
    {
        "post_exercise_facilitation; weakness left arm": "yes",
        "post_exercise_facilitation": "no",
        LAMBERT_EATON: "yes",
        "dry_mouth; proximal_weakness both leg; hyporeflexia both knee_reflex": "yes",
        "dry_mouth; proximal_weakness both leg": "no",
        "dry_mouth; proximal_weakness left leg; areflexia both knee_reflex": "no",
        "dry_mouth; weakness both leg; areflexia both knee_reflex": "no",
        "proximal_weakness both leg; areflexia both knee_reflex": "no",
    }
)
def test_c_the_clue_to_lambert_eaton(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    EYES,
    {
        "age 16": "yes",
        "age 15": "no",
        "hyperreflexia left biceps_reflex": "yes",
        "reflex_spread left biceps_reflex": "yes",
        "hyperreflexia left biceps_reflex; reflex_spread left knee_reflex": "yes",
        "spasticity left leg": "no",
        "spasticity": "yes",
        "extensor_plantar left": "no",
        "brisk_jaw_jerk": "no",
        "brisk_reflex_equivocal left biceps_reflex": "yes",
        "spasticity left leg recorded=10; on record multiple_sclerosis recorded=900; nonprogressive_course": "yes",
        "spasticity left leg recorded=10; on record multiple_sclerosis recorded=900; progressive_course": "no",
        "atrophy left hand": "no",
        "fasciculations left hand": "no",
        "tongue_atrophy": "yes",
        "tongue_fasciculations": "yes",
        "on record myasthenia_gravis": "no",
        "on record myasthenia_gravis provisional": "yes",
    },
)
def test_upper_signs_wasting_twitching_or_a_known_myasthenia_end_it(record: str, result: str) -> None:
    """Wasting and twitching of the tongue do not: MuSK disease wastes the tongue."""
    assert result_of(PATTERN, record) == result


@beside(
    EYES,
    {
        "": "achr_musk_antibodies neurology_referral_urgent rns_sfemg tsh_ft4",
        "dysphagia": "achr_musk_antibodies fvc neurology_referral_urgent rns_sfemg swallow_assessment tsh_ft4",
        "weak_cough": "achr_musk_antibodies fvc neurology_referral_urgent rns_sfemg swallow_assessment tsh_ft4",
        "dyspnoea_exertion": "achr_musk_antibodies fvc neurology_referral_urgent rns_sfemg swallow_assessment tsh_ft4",
        "weakness left arm": "achr_musk_antibodies neurology_referral_urgent rns_sfemg tsh_ft4",
    },
)
def test_bulbar_or_respiratory_signs_ask_for_breathing_and_swallowing(record: str, result: str) -> None:
    assert musts(PATTERN, record) == result
    assert mays(PATTERN, record) == "ct_chest_thymoma"
    assert indicator(PATTERN, record) == "warning"
    assert localization(PATTERN, record) == "neuromuscular junction"


@records(
    {
        LAMBERT_EATON: "nmj_fatigable",
        f"{LAMBERT_EATON}; weakness both arm; areflexia both biceps_reflex": "nmj_fatigable",
        f"{LAMBERT_EATON}; tongue_atrophy": "bulbar_motor_syndrome lmn_multi_region nmj_fatigable",
        f"{LAMBERT_EATON}; flaccidity both leg": "lmn_single_region nmj_fatigable",
        "fatigability; ptosis; weakness both leg; areflexia both knee_reflex": "lmn_single_region nmj_fatigable",
        "fatigability; dysarthria": "nmj_fatigable",
        "fatigability; dysarthria; hyperreflexia left knee_reflex": "bulbar_motor_syndrome nmj_fatigable umn_equivocal",
        "fatigability; proximal_weakness both leg": "nmj_fatigable",
    }
)
def test_the_clue_c_explains_reflex_loss_and_the_pattern_bulbar_symptoms(record: str, result: str) -> None:
    """P4, ``bulbar_motor_syndrome`` (i), ``myopathy_proximal``."""
    assert shown(record) == result
