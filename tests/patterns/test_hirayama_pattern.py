"""``hirayama_pattern``: wasting of hand and forearm in a young person (knowledge.md 3.4 tier 3, R15)."""

from __future__ import annotations

from tests.patterns.asking import beside, indicator, localization, mays, musts, result_of, shown, suggested

PATTERN = "hirayama_pattern"
HAND = "age 20; atrophy left first_dorsal_interosseous; weakness left first_dorsal_interosseous"


@beside(
    HAND,
    {
        "age 11": "no",
        "age 12": "yes",
        "age 30": "yes",
        "age 31": "no",
        "age unknown": "unknown",
    },
)
def test_age_12_to_30_and_known(record: str, result: str) -> None:
    """N5: it needs an age."""
    assert result_of(PATTERN, record) == result


@beside(
    "age 20",
    {
        "atrophy left hand; weakness left hand": "yes",
        "atrophy left forearm; distal_weakness left hand": "yes",
        "atrophy left hand; weakness left forearm": "yes",
        "atrophy left flexor_carpi_ulnaris; weakness left fdp_little": "yes",
        "atrophy left deltoid; weakness left deltoid": "no",
        "atrophy left hand": "no",
        "atrophy left hand; weakness left shoulder": "no",
        "weakness left hand; fasciculations left hand": "no",
        "split_hand left hand; weakness left hand": "no",
        "atrophy left shoulder; weakness left hand": "no",
    },
)
def test_wasting_and_weakness_of_hand_or_forearm(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    HAND,
    {
        "hyperreflexia left biceps_reflex": "no",
        "sensory_loss left hand": "no",
        "no sensory_loss left hand": "yes",
        "paraesthesia left hand": "yes",
        "dysarthria": "no",
        "tongue_weakness": "no",
        "weakness left foot": "no",
        "hyporeflexia left knee_reflex": "no",
        "gait_disturbance": "yes",
        "weakness left brachioradialis": "no",
        "atrophy left brachioradialis": "no",
        "no weakness left brachioradialis": "yes",
        "fasciculations left hand": "yes",
        "fasciculations left calf": "no",
        "fasciculations left abdomen": "no",
        "tongue_fasciculations": "no",
        "perioral_fasciculations": "no",
        "weakness left gastrocnemius; hyporeflexia left ankle_reflex": "no",
        "cold_paresis left hand": "yes",
    },
)
def test_nothing_outside_the_lower_neck_segments(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


def test_it_warns_and_asks_for_the_neck_in_flexion() -> None:
    assert indicator(PATTERN, HAND) == "warning"
    assert musts(PATTERN, HAND) == "emg_ncs mri_cervical_flexion mri_cervical_spine neurology_referral_urgent"
    assert mays(PATTERN, HAND) == ""
    assert localization(PATTERN, HAND) == "lower cervical anterior horn, C7-T1"


def test_under_16_the_referral_is_paediatric() -> None:
    assert "paediatric_neurology_referral" in suggested(f"{HAND}; age 15")
    assert "neurology_referral_urgent" not in suggested(f"{HAND}; age 15")


def test_it_silences_the_single_region() -> None:
    assert shown(HAND) == "hirayama_pattern"
    assert shown(f"{HAND}; age 40") == "lmn_single_region"
