"""``hyperthyroid_mimic``: thyroid excess beside motor signs (knowledge.md 2.6, 3.4 tier 3, P4)."""

from __future__ import annotations

from tests.patterns.asking import beside, indicator, localization, mays, musts, records, result_of, shown

PATTERN = "hyperthyroid_mimic"
CONFIRMED = "on record hyperthyroidism"
LOW = "result tsh low day=10"
THREE = "action_tremor; tachycardia; heat_intolerance"


@beside(
    CONFIRMED,
    {
        "fasciculations left hand": "yes",
        "perioral_fasciculations": "yes",
        "weakness left hand": "yes",
        "weakness": "yes",
        "weakness generalised": "yes",
        "atrophy left hand": "yes",
        "hyperreflexia left biceps_reflex": "yes",
        "brisk_reflex_equivocal left biceps_reflex": "no",
        "hyporeflexia left biceps_reflex": "no",
        "cramps": "no",
        "action_tremor": "no",
        "fasciculations left hand; age 15": "no",
        "fasciculations left hand; age 16": "yes",
    },
)
def test_confirmed_disease_with_a_motor_sign(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    LOW,
    {
        "fasciculations left hand": "yes",
        "weakness left hand": "yes",
        "weakness": "unknown",
        "weakness generalised": "no",
        "proximal_weakness": "yes",
        "distal_weakness": "yes",
        "atrophy left hand": "yes",
        "hyperreflexia left biceps_reflex": "yes",
        "fatigue": "no",
    },
)
def test_a_low_tsh_with_a_located_motor_sign(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    "fasciculations left hand",
    {
        "result tsh low day=180": "yes",
        "result tsh low day=181": "no",
        "result tsh normal": "no",
        "result tsh high": "no",
        "result tsh low day=100; result tsh normal day=2": "no",
        "on record hyperthyroidism provisional": "no",
        "on record hypothyroidism": "no",
    },
)
def test_the_newest_tsh_of_180_days_counts(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    "fasciculations left hand",
    {
        THREE: "yes",
        "action_tremor; tachycardia; goitre": "yes",
        "thyroid_eye_signs; weight_loss; goitre": "yes",
        "action_tremor; tachycardia": "no",
        f"{THREE}; result tsh normal": "no",
        f"{THREE}; result tsh normal day=181": "yes",
        "action_tremor left; action_tremor right; tachycardia": "no",
    },
)
def test_three_clues_speak_while_there_is_no_tsh(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(THREE, {"": "no", "weakness": "yes", "extensor_plantar left": "yes", "cramps": "no"})
def test_clues_need_a_motor_sign_too(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    "fasciculations left hand",
    {
        THREE: "electrolytes_ca_mg serial_reexam tsh_ft4",
        LOW: "electrolytes_ca_mg endocrine_referral serial_reexam",
        CONFIRMED: "electrolytes_ca_mg endocrine_referral serial_reexam tsh_ft4",
        f"{CONFIRMED}; {LOW}": "electrolytes_ca_mg endocrine_referral serial_reexam",
        f"{CONFIRMED}; result tsh normal": "electrolytes_ca_mg endocrine_referral serial_reexam",
    },
)
def test_test_or_treat_by_what_is_known(record: str, result: str) -> None:
    assert musts(PATTERN, record) == result
    assert mays(PATTERN, record) == ""
    assert indicator(PATTERN, record) == "warning"
    assert localization(PATTERN, record) == "endocrine, muscle and motor neuron excitability"


@beside(
    f"fasciculations left hand; {LOW}; medication levothyroxine",
    {
        "": "info medication_review",
        "result ft4 normal": "info medication_review",
        "result ft4 high": "warning electrolytes_ca_mg endocrine_referral serial_reexam",
        "result t3 high": "warning electrolytes_ca_mg endocrine_referral serial_reexam",
        CONFIRMED: "warning electrolytes_ca_mg endocrine_referral serial_reexam",
    },
)
def test_levothyroxine_with_a_low_tsh_is_only_reviewed(record: str, result: str) -> None:
    level, _, actions = result.partition(" ")
    assert indicator(PATTERN, record) == level
    assert musts(PATTERN, record) == actions


def test_a_stopped_levothyroxine_explains_nothing() -> None:
    assert indicator(PATTERN, f"fasciculations left hand; {LOW}; medication levothyroxine ended=5") == "warning"


@beside(
    CONFIRMED,
    {
        "fasciculations left hand": "hyperthyroid_mimic",
        "fasciculations left hand; weight_loss": "hyperthyroid_mimic",
        "fasciculations left hand; weight_loss; "
        "hyporeflexia left knee_reflex": "fasciculations_with_deficit hyperthyroid_mimic",
        "hyperreflexia left biceps_reflex": "hyperthyroid_mimic",
        "spasticity left leg": "hyperthyroid_mimic umn_only",
        "atrophy left hand": "hyperthyroid_mimic lmn_single_region",
        "atrophy left hand; hyperreflexia left biceps_reflex": "hyperthyroid_mimic mixed_same_region",
        "tongue_atrophy; dysarthria; weakness left hand": "bulbar_motor_syndrome hyperthyroid_mimic",
        "fasciculations left hand; medication lithium": "drug_toxic_fasciculations hyperthyroid_mimic",
    },
)
def test_it_silences_benign_patterns_and_no_other(record: str, result: str) -> None:
    """P4, P5."""
    assert shown(record) == result


@records(
    {
        "fasciculations left hand; cramps; on record hyperthyroidism; no weakness generalised; "
        "no atrophy generalised; no hyperreflexia generalised; no areflexia generalised": "hyperthyroid_mimic"
    }
)
def test_cramps_with_a_clean_examination_are_its_own(record: str, result: str) -> None:
    assert shown(record) == result
