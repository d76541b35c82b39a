"""``plexopathy``: several trunk nerves of one limb without a common root (knowledge.md 1.7, 3.4 tier 3)."""

from __future__ import annotations

from tests.patterns.asking import beside, indicator, localization, mays, musts, records, result_of, shown

PATTERN = "plexopathy"
MUSCLES = "weakness left deltoid; weakness left triceps; weakness left first_dorsal_interosseous"
PAIN = f"{MUSCLES}; severe_limb_pain_onset left shoulder"


@beside(
    MUSCLES,
    {
        "": "no",
        "severe_limb_pain_onset left shoulder": "yes",
        "sensory_loss left arm": "yes",
        "paraesthesia left hand": "yes",
        "radicular_pain left arm": "yes",
        "sensory_loss left leg": "no",
        "sensory_loss right arm": "no",
        "neck_pain": "no",
        "back_pain": "no",
        "on record cancer": "yes",
        "on record spinal_metastasis_risk": "yes",
        "on record radiotherapy_field": "yes",
        "on record limb_trauma left": "yes",
        "on record cancer provisional": "no",
        "on record diabetes": "no",
    },
)
def test_it_needs_pain_a_sensory_sign_or_a_cause_on_record(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    PAIN,
    {
        "age 16": "yes",
        "age 15": "no",
        "hyperreflexia left knee_reflex": "no",
        "weakness right deltoid": "no",
        "weakness left quadriceps": "no",
        "atrophy left deltoid": "yes",
    },
)
def test_one_limb_and_no_upper_motor_neuron_sign(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@records(
    {
        "weakness left deltoid; weakness left infraspinatus; severe_limb_pain_onset left shoulder": "no",
        "weakness left first_dorsal_interosseous; weakness left fdp_little; sensory_loss left arm": "no",
        "weakness left deltoid; weakness left first_dorsal_interosseous; sensory_loss left arm": "yes",
        "weakness left quadriceps; weakness left gastrocnemius; sensory_loss left leg": "yes",
        "weakness left trapezius; weakness left first_dorsal_interosseous; sensory_loss left arm": "no",
    }
)
def test_two_trunk_nerves_no_root_and_one_plexus(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@records(
    {
        PAIN: "brachial plexus",
        "weakness left hamstrings; weakness left gluteus_medius; weakness left gastrocnemius; "
        "sensory_loss left leg": "none",
        "weakness left tibialis_anterior; weakness left gluteus_maximus; weakness left gastrocnemius; "
        "sensory_loss left leg": "lumbosacral plexus",
    }
)
def test_the_plexus_is_named(record: str, result: str) -> None:
    assert localization(PATTERN, record) == result


@beside(
    PAIN,
    {
        "": "info neurology_referral_routine",
        "progressive_course": "info neurology_referral_routine",
        "on record cancer": "warning neurology_referral_urgent",
        "on record cancer history": "warning neurology_referral_urgent",
        "on record radiotherapy_field": "warning neurology_referral_urgent",
        "on record limb_trauma": "warning neurology_referral_urgent",
    },
)
def test_cancer_radiotherapy_and_trauma_make_it_urgent(record: str, result: str) -> None:
    level, referral = result.split()
    assert indicator(PATTERN, record) == level
    assert musts(PATTERN, record) == f"emg_ncs mri_plexus {referral}"
    assert mays(PATTERN, record) == ""


def test_it_silences_the_single_region() -> None:
    assert shown(f"{PAIN}; atrophy left deltoid") == "plexopathy"
