"""``vocal_fold_palsy``: the voice alone, or with other signs (knowledge.md 3.4 tier 3)."""

from __future__ import annotations

from tests.patterns.asking import beside, indicator, localization, mays, musts, result_of, shown

PATTERN = "vocal_fold_palsy"
VOICE = "vocal_fold_palsy left larynx"


@beside(
    VOICE,
    {
        "": "yes",
        "age 4": "yes",
        "age unknown": "yes",
        "sudden_onset": "no",
        "sudden_onset recorded=40": "yes",
        "on record als": "no",
        "on record pls": "no",
        "on record sma": "yes",
        "rapid_progression": "yes",
    },
)
def test_any_age_not_sudden_not_known_disease(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    VOICE,
    {
        "": "info",
        "dysphagia recorded=40": "warning",
        "dysarthria recorded=40": "warning",
        "tongue_atrophy": "warning",
        "flaccid_dysarthria": "warning",
        "spastic_dysarthria": "warning",
        "lmn_facial_weakness left face": "warning",
        "weakness left hand recorded=40": "warning",
        "hyporeflexia left knee_reflex recorded=40": "warning",
        "extensor_plantar left recorded=40": "warning",
        "gait_disturbance recorded=40": "warning",
        "sensory_loss left hand": "info",
        "fasciculations left hand": "info",
        "ptosis": "info",
        "fatigue": "info",
    },
)
def test_another_bulbar_or_limb_motor_sign_makes_it_a_warning(record: str, result: str) -> None:
    assert indicator(PATTERN, record) == result
    referral = ["neurology_referral_urgent"] if result == "warning" else []
    assert musts(PATTERN, record).split() == sorted(["laryngoscopy_ent", "swallow_assessment", *referral])
    assert mays(PATTERN, record) == "mri_brainstem"
    assert localization(PATTERN, record) == "vagus or recurrent laryngeal nerve, or brainstem"


def test_sudden_onset_goes_to_the_stroke_pathway() -> None:
    assert shown(f"{VOICE}; sudden_onset") == "acute_hemispheric_syndrome"
