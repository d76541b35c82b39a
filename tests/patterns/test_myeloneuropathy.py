"""``myeloneuropathy``: extensor plantars with absent ankle jerks (knowledge.md 3.4 tier 3, P4)."""

from __future__ import annotations

from tests.patterns.asking import beside, indicator, localization, mays, musts, records, result_of, shown

PATTERN = "myeloneuropathy"
CORDS = "vibration_proprioception_loss both foot; areflexia both ankle_reflex"
WHOLE = f"{CORDS}; extensor_plantar both"


@beside(
    CORDS,
    {
        "extensor_plantar left": "yes",
        "hyperreflexia left knee_reflex": "yes",
        "spasticity left leg": "yes",
        "hyperreflexia left biceps_reflex": "no",
        "clonus_unsustained left ankle_reflex": "no",
        "extensor_plantar left; age 16": "yes",
        "extensor_plantar left; age 15": "no",
        "extensor_plantar left; age unknown": "yes",
        "extensor_plantar left; atrophy left foot": "no",
        "extensor_plantar left; fasciculations left calf": "no",
        "extensor_plantar left; no atrophy generalised": "yes",
    },
)
def test_it_needs_an_upper_motor_neuron_sign_of_the_legs_and_no_wasting(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    "extensor_plantar both; areflexia both ankle_reflex",
    {
        "vibration_proprioception_loss left foot": "yes",
        "stocking_glove_loss both foot": "yes",
        "sensory_loss both foot": "no",
        "paraesthesia both foot": "no",
    },
)
def test_it_needs_loss_of_the_dorsal_columns_or_of_a_stocking(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    "extensor_plantar both; vibration_proprioception_loss both foot",
    {
        "areflexia left ankle_reflex": "yes",
        "hyporeflexia both ankle_reflex": "yes",
        "areflexia both leg": "yes",
        "areflexia both knee_reflex": "no",
        "areflexia both biceps_reflex": "no",
        "flaccidity both leg": "no",
    },
)
def test_it_needs_lost_ankle_jerks(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


def test_an_acute_cord_is_not_this_pattern() -> None:
    record = f"{WHOLE}; urinary_retention onset=2; weakness both leg onset=2"
    assert result_of("acute_cord_syndrome", record) == "yes"
    assert result_of(PATTERN, record) == "no"


def test_it_warns_and_looks_for_b12_copper_and_the_cord() -> None:
    assert indicator(PATTERN, WHOLE) == "warning"
    assert localization(PATTERN, WHOLE) == "dorsal and lateral columns with peripheral nerve"
    assert musts(PATTERN, WHOLE) == "b12_copper mri_whole_spine neurology_referral_urgent"
    assert mays(PATTERN, WHOLE) == "emg_ncs glucose_hba1c infection_serology"


@records(
    {
        WHOLE: "myeloneuropathy",
        f"{WHOLE}; spasticity both leg": "myeloneuropathy",
        f"{WHOLE}; weakness both leg": "myeloneuropathy",
        f"{WHOLE}; neck_pain": "myelopathy myeloneuropathy",
        f"{WHOLE}; paraesthesia both foot": "myeloneuropathy",
        f"{WHOLE}; paraesthesia both hand": "myeloneuropathy myelopathy",
        f"{WHOLE}; weakness left hand; emg_chronic_neurogenic left hand; emg_active_denervation left hand": (
            "mixed_multi_region myeloneuropathy myelopathy sensory_reconsider_mnd"
        ),
    }
)
def test_it_silences_what_reflex_loss_alone_would_give(record: str, result: str) -> None:
    """P4: umn_only always; mixed patterns while reflex loss is the only lower motor neuron evidence."""
    assert shown(record) == " ".join(sorted(result.split()))
