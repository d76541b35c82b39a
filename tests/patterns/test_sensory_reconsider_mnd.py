"""``sensory_reconsider_mnd``: sensory signs beside motor neuron signs (knowledge.md 3.4 tier 5)."""

from __future__ import annotations

import pytest

from tests.patterns.asking import beside, indicator, is_shown, mays, musts, records

PATTERN = "sensory_reconsider_mnd"
MIXED = "hyperreflexia left biceps_reflex recorded=30; atrophy left hand"


@records(
    {
        f"{MIXED}; sensory_loss left foot": "shown",
        "atrophy left hand; atrophy left calf; sensory_loss left foot": "shown",
        "atrophy left hand; sensory_loss left foot": "shown",
        "spasticity left leg recorded=30; spasticity right leg recorded=30; sensory_loss left face": "shown",
        "tongue_atrophy; dysarthria recorded=30; sensory_loss left foot": "shown",
        "hyperreflexia left biceps_reflex recorded=30; atrophy left calf; sensory_loss left foot": "shown",
        "fasciculations left hand; weight_loss; sensory_loss left foot": "no",
        "hyperreflexia left biceps_reflex recorded=30; sensory_loss left foot": "no",
        "ptosis; diplopia; sensory_loss left foot": "no",
        "sensory_loss left foot": "no",
    }
)
def test_it_counts_six_motor_neuron_patterns(record: str, result: str) -> None:
    assert is_shown(PATTERN, record) == result


@pytest.mark.parametrize(
    "sign",
    [
        "sensory_loss",
        "stocking_glove_loss",
        "dermatomal_sensory_loss",
        "nerve_territory_sensory_loss",
        "vibration_proprioception_loss",
        "suspended_dissociated_sensory_loss",
        "sensory_level",
        "paraesthesia",
    ],
)
def test_each_sensory_sign_counts(sign: str) -> None:
    assert is_shown(PATTERN, f"{MIXED}; {sign} left trunk recorded=30 onset=60") == "shown"


@beside(
    MIXED,
    {
        "": "no",
        "hemisensory_loss left": "no",
        "radicular_pain left arm": "no",
        "back_pain": "no",
        "lhermitte_sign": "no",
        "no sensory_loss generalised": "no",
        "sensory_loss left foot recorded=181": "no",
    },
)
def test_pain_and_other_signs_do_not(record: str, result: str) -> None:
    assert is_shown(PATTERN, record) == result


@beside(
    f"{MIXED}; on record diabetic_neuropathy",
    {
        "stocking_glove_loss both foot": "no",
        "stocking_glove_loss both": "no",
        "sensory_loss both foot": "no",
        "vibration_proprioception_loss both foot": "no",
        "paraesthesia both foot": "no",
        "paraesthesia left hand": "shown",
        "sensory_loss left thigh": "shown",
        "sensory_loss both foot; paraesthesia left hand": "shown",
    },
)
def test_a_diabetic_neuropathy_explains_the_feet(record: str, result: str) -> None:
    assert is_shown(PATTERN, record) == result


@beside(
    f"{MIXED}; on record carpal_tunnel",
    {
        "paraesthesia left hand": "no",
        "sensory_loss left hand": "no",
        "nerve_territory_sensory_loss left hand grade=median": "no",
        "paraesthesia left foot": "shown",
        "paraesthesia left forearm": "shown",
    },
)
def test_a_carpal_tunnel_explains_the_hand(record: str, result: str) -> None:
    assert is_shown(PATTERN, record) == result


@beside(
    f"{MIXED}; sensory_loss left foot",
    {
        "on record multiple_sclerosis": "no",
        "on record stroke_sequelae": "no",
        "on record multiple_sclerosis provisional": "shown",
        "on record diabetic_neuropathy provisional": "shown",
        "on record als": "no",
        "on record guillain_barre recorded=20": "silenced",
    },
)
def test_a_known_lesion_or_disease_ends_it(record: str, result: str) -> None:
    assert is_shown(PATTERN, record) == result


@records(
    {
        f"{MIXED}; sensory_loss left foot": "b12_copper complete_exam mri_cervical_spine",
        "tongue_atrophy; dysarthria recorded=30; sensory_loss left foot": "b12_copper complete_exam mri_cervical_spine",
        "atrophy left calf; atrophy left abdomen; sensory_loss left face": "b12_copper complete_exam mri_whole_spine",
        "spasticity both leg recorded=30; sensory_loss left face": "b12_copper complete_exam mri_whole_spine",
    }
)
def test_imaging_follows_the_region(record: str, result: str) -> None:
    assert musts(PATTERN, record) == result
    assert mays(PATTERN, record) == ""
    assert indicator(PATTERN, record) == "warning"


@records(
    {
        "vibration_proprioception_loss both foot; areflexia both ankle_reflex; weakness both leg; "
        "extensor_plantar both": "no",
        "sensory_level grade=T6 recorded=40 onset=60; spasticity both leg recorded=40 onset=60": "no",
    }
)
def test_it_counts_only_patterns_that_are_shown(record: str, result: str) -> None:
    """4.1: overlays count what is left after the silences."""
    assert is_shown(PATTERN, record) == result
