"""``polyneuropathy``: length-dependent loss (knowledge.md 3.4 tier 3)."""

from __future__ import annotations

from tests.patterns.asking import beside, indicator, localization, musts, result_of, shown

PATTERN = "polyneuropathy"
STOCKING = "stocking_glove_loss both foot"
ANKLES = "areflexia both ankle_reflex"
BLOOD = "b12_copper fbc_renal_liver_crp glucose_hba1c serum_protein_electrophoresis tsh_ft4"


@beside(
    ANKLES,
    {
        "": "no",
        "stocking_glove_loss both foot": "yes",
        "stocking_glove_loss": "yes",
        "vibration_proprioception_loss both foot": "yes",
        "vibration_proprioception_loss left foot": "no",
        "vibration_proprioception_loss foot": "unknown",
        "sensory_loss both foot": "yes",
        "sensory_loss left foot": "no",
        "sensory_loss both hand": "no",
        "paraesthesia both foot": "no",
    },
)
def test_it_needs_distal_sensory_loss_of_both_sides(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    STOCKING,
    {
        "": "no",
        "areflexia both ankle_reflex": "yes",
        "hyporeflexia both ankle_reflex": "yes",
        "areflexia left ankle_reflex": "no",
        "areflexia left ankle_reflex; hyporeflexia right ankle_reflex": "yes",
        "areflexia ankle_reflex": "unknown",
        "areflexia generalised": "yes",
        "hyporeflexia generalised": "no",
        "areflexia both knee_reflex": "no",
        "distal_weakness both": "yes",
        "distal_weakness left leg": "no",
        "weakness both foot": "yes",
        "weakness both lower_leg": "yes",
        "weakness both tibialis_anterior": "yes",
        "weakness both thigh": "no",
        "weakness both leg": "no",
        "weakness both hand": "no",
        "weakness left foot": "no",
    },
)
def test_it_needs_lost_ankle_jerks_or_distal_weakness_of_both_sides(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    f"{STOCKING}; {ANKLES}",
    {
        "age 16": "yes",
        "age 15": "no",
        "age unknown": "yes",
        "hyperreflexia left biceps_reflex": "no",
        "rapid_progression": "no",
        "sudden_onset": "no",
        "distal_weakness both leg onset=10": "no",
        "distal_weakness both leg onset=60": "yes",
        "on record diabetic_neuropathy": "no",
        "on record diabetic_neuropathy; weakness both foot": "yes",
        "on record diabetic_neuropathy; weakness left deltoid": "no",
        "on record diabetic_neuropathy provisional": "yes",
        "on record diabetes": "yes",
    },
)
def test_adult_slow_no_upper_sign_and_not_a_known_neuropathy(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    "areflexia both ankle_reflex; vibration_proprioception_loss both foot",
    {
        "age 75": "yes",
        "age 76": "no",
        "age 76; stocking_glove_loss both foot": "yes",
        "age 76; sensory_loss both foot": "yes",
        "age 76; distal_weakness both leg": "yes",
        "age 76; areflexia both knee_reflex": "yes",
        "age unknown": "yes",
    },
)
def test_over_75_ankle_jerks_and_vibration_alone_are_age(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    f"{STOCKING}; {ANKLES}",
    {
        "": f"info {BLOOD}",
        "nonprogressive_course": f"info {BLOOD}",
        "progressive_course": f"info {BLOOD}",
        "distal_weakness both leg": f"warning {BLOOD} emg_ncs neurology_referral_urgent",
        "distal_weakness both leg; progressive_course": f"warning {BLOOD} emg_ncs neurology_referral_urgent",
        "distal_weakness both leg; nonprogressive_course": f"info {BLOOD} emg_ncs neurology_referral_routine",
        "weakness left hand": f"warning {BLOOD} emg_ncs neurology_referral_urgent",
        "weakness left tibialis_anterior": f"warning {BLOOD} emg_ncs neurology_referral_urgent",
        "weakness left deltoid": f"info {BLOOD}",
        "weakness": f"info {BLOOD}",
    },
)
def test_weakness_asks_for_studies_and_speed_by_course(record: str, result: str) -> None:
    level, *actions = result.split()
    assert indicator(PATTERN, record) == level
    assert musts(PATTERN, record) == " ".join(sorted(actions))
    assert localization(PATTERN, record) == "peripheral nerves, length dependent"


@beside(
    STOCKING,
    {
        f"{ANKLES}; distal_weakness both leg": "polyneuropathy",
        f"{ANKLES}; distal_weakness both leg; areflexia both biceps_reflex; weakness both hand": "polyneuropathy",
        f"{ANKLES}; dysphagia": "polyneuropathy",
        f"{ANKLES}; weakness both foot; dysphagia": "polyneuropathy",
        f"{ANKLES}; weakness both foot; dysarthria": "bulbar_motor_syndrome polyneuropathy sensory_reconsider_mnd",
        f"{ANKLES}; weakness both foot; dysphagia; "
        "progressive_course": "bulbar_motor_syndrome polyneuropathy sensory_reconsider_mnd",
    },
)
def test_it_silences_lower_motor_neuron_patterns_and_explains_dysphagia(record: str, result: str) -> None:
    assert shown(record) == result
