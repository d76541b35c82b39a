"""Chapter 3. From signs to regions: U1 to U5 and L1 to L9 (knowledge base 1.3)."""

from __future__ import annotations

from tests.neuro.told import result, where
from tests.spec.tiny import table


@table(
    {
        "hyperreflexia left biceps_reflex": "cervical",
        "clonus left ankle_reflex": "lumbosacral",
        "extensor_plantar left": "lumbosacral",
        "brisk_jaw_jerk": "bulbar",
        "hyperreflexia left biceps_reflex; hyperreflexia right knee_reflex": "cervical lumbosacral",
        "mild_tone_increase left arm; clonus_unsustained left ankle_reflex": "",
        "cramps left calf": "",
        "hyperreflexia": "",
        "no hyperreflexia generalised": "",
    }
)
def test_u1_a_strong_or_moderate_sign(record: str, result: str) -> None:
    """U3: weak signs alone never make a region positive. U5: without a region it counts in none."""
    assert where("umn_any", record) == result


@table(
    {
        "clonus left ankle_reflex": "lumbosacral",
        "hyperreflexia left biceps_reflex": "",
        "hyperreflexia left biceps_reflex; hyperreflexia left triceps_reflex": "",
        "hyperreflexia left biceps_reflex; hoffmann_sign left": "cervical",
        "hyperreflexia left biceps_reflex; hoffmann_sign right": "cervical",
        "hyperreflexia left biceps_reflex; mild_tone_increase right arm": "cervical",
        "hyperreflexia left biceps_reflex; mild_tone_increase left leg": "",
        "mild_tone_increase left arm; brisk_reflex_equivocal left biceps_reflex": "",
    }
)
def test_u2_firm(record: str, result: str) -> None:
    """One strong, two different moderate (opposite sides are enough), or a moderate and a weak sign."""
    assert where("umn_firm", record) == result


@table(
    {
        "atrophy left hand": "cervical",
        "atrophy left hand; no weakness left hand": "",
        "atrophy left hand; no weakness left arm": "",
        "atrophy left hand; no weakness generalised": "",
        "atrophy left hand; no weakness left biceps": "cervical",
        "atrophy left hand; no weakness right hand": "cervical",
        "atrophy left hand; no weakness left hand; weakness left biceps": "cervical",
        "atrophy left hand; disuse_or_joint_disease arm": "",
        "atrophy left hand; disuse_or_joint_disease leg": "cervical",
        "atrophy left hand; disuse_or_joint_disease": "cervical",
    }
)
def test_l1_wasting(record: str, result: str) -> None:
    """(a) a normal power of that very place cancels it, a strong neighbour never; (b) disuse of the region does."""
    assert where("lmn_positive", record) == result


@table(
    {
        "atrophy left hand problem flag=disuse": "",
        "atrophy left hand flag=disuse": "cervical",
        "atrophy left hand problem flag=disuse; weakness left arm": "cervical",
        "atrophy left hand problem flag=disuse; weakness right arm": "",
        "atrophy left hand problem flag=disuse; weakness left arm problem": "",
    }
)
def test_l1d_a_billing_code_of_disuse(record: str, result: str) -> None:
    assert where("lmn_positive", record) == result


@table(
    {
        "atrophy left hand; on record limb_trauma left limb=arm recorded=365": "",
        "atrophy left hand; on record limb_trauma limb=arm": "",
        "atrophy left hand; on record limb_trauma left limb=arm recorded=366": "cervical",
        "atrophy left hand; on record limb_trauma right limb=arm recorded=10": "cervical",
        "atrophy left hand; on record limb_trauma left limb=leg recorded=10": "cervical",
        "atrophy left hand; fasciculations left arm; on record limb_trauma left limb=arm recorded=10": "cervical",
    }
)
def test_l1e_an_injured_limb(record: str, result: str) -> None:
    assert where("lmn_positive", record) == result


@table(
    {
        "weakness left hand; fasciculations left arm": "cervical",
        "weakness left hand; areflexia left biceps_reflex": "cervical",
        "weakness left hand; hyporeflexia left triceps_reflex": "cervical",
        "weakness left hand; flaccidity left arm": "cervical",
        "distal_weakness left hand; myokymia_limb left arm": "cervical",
        "dysarthria; fasciculations face": "bulbar",
        "weakness hand; fasciculations left hand": "cervical",
        "weakness left hand; fasciculations right hand": "",
        "weakness left hand; fasciculations left leg": "",
        "pyramidal_weakness left hand; fasciculations left hand": "",
        "weakness left hand; cramps left hand": "",
        "weakness left hand": "",
    }
)
def test_l2_weakness_with_a_companion(record: str, result: str) -> None:
    """Of the same region and side; an unknown side matches either."""
    assert where("lmn_positive", record) == result


@table(
    {
        "weakness left leg grade=MRC:4; areflexia both ankle_reflex; age 71": "",
        "weakness left leg grade=MRC:4; areflexia both ankle_reflex; age 70": "lumbosacral",
        "weakness left leg grade=MRC:3; areflexia both ankle_reflex; age 71": "lumbosacral",
        "weakness left leg; areflexia both ankle_reflex; age 71": "lumbosacral",
        "weakness left leg grade=MRC:4; areflexia both knee_reflex; age 71": "lumbosacral",
    }
)
def test_l2_ankle_jerks_over_70(record: str, result: str) -> None:
    assert where("lmn_positive", record) == result


@table(
    {
        "split_hand left hand": "cervical",
        "tongue_atrophy": "bulbar",
        "tongue_fasciculations": "bulbar",
        "flaccid_dysarthria": "bulbar",
        "perioral_fasciculations": "",
        "perioral_fasciculations; choking": "bulbar",
        "perioral_fasciculations; weakness left face": "bulbar",
        "lmn_facial_weakness left face": "",
        "lmn_facial_weakness both face": "bulbar",
        "lmn_facial_weakness left face; perioral_fasciculations": "bulbar",
        "vocal_fold_palsy": "",
    }
)
def test_l3_l4_l5_hand_tongue_chin_and_face(record: str, result: str) -> None:
    assert where("lmn_positive", record) == result


@table(
    {
        "atrophy left hand; spasticity left arm; on record stroke_sequelae": "",
        "atrophy left hand; clonus left hand; on record cerebral_palsy": "",
        "atrophy left hand; spasticity right arm; on record stroke_sequelae": "cervical",
        "atrophy left hand; spasticity left leg; on record stroke_sequelae": "cervical",
        "atrophy left hand; spasticity left arm": "cervical",
        "atrophy left hand; spasticity left arm; on record spinal_cord_injury": "cervical",
        "atrophy left hand; spasticity left arm; fasciculations left arm; on record stroke_sequelae": "cervical",
        "atrophy left hand; clonus left hand; emg_chronic_neurogenic left hand; on record stroke_sequelae": "cervical",
    }
)
def test_l6_wasting_of_a_spastic_limb(record: str, result: str) -> None:
    assert where("lmn_positive", record) == result


@table({"areflexia both knee_reflex": "", "flaccidity left arm": "", "fasciculations left hand": ""})
def test_l7_companions_alone(record: str, result: str) -> None:
    assert where("lmn_positive", record) == result


@table(
    {
        "emg_chronic_neurogenic left leg; emg_active_denervation right leg": "lumbosacral",
        "emg_chronic_neurogenic left leg; emg_fasciculation_potentials left leg": "lumbosacral",
        "emg_chronic_neurogenic left leg; emg_active_denervation left arm": "",
        "emg_chronic_neurogenic left leg": "",
        "emg_active_denervation left leg; emg_fasciculation_potentials left leg": "",
    }
)
def test_l8_emg(record: str, result: str) -> None:
    assert where("lmn_positive", record) == result


def test_l9_spinal_shock() -> None:
    """While a cord or hemispheric emergency fires, reflex loss and flaccidity are no lower motor neuron evidence."""
    weak = "weakness both leg onset=20; areflexia both knee_reflex"
    assert result("lmn_single_region", weak) == "no"  # the rapid weakness speaks
    assert result("lmn_single_region", "weakness both leg onset=100; areflexia both knee_reflex") == "yes"
    assert result("lmn_single_region", "sudden_onset; weakness left leg; areflexia left knee_reflex") == "no"
    assert result("lmn_single_region", "sudden_onset; weakness left leg; atrophy left foot") == "yes"


@table(
    {
        "spasticity diaphragm_muscle": "cervical",
        "spasticity neck": "cervical",
        "spasticity rectus_abdominis": "thoracic",
        "spasticity gluteus_medius": "lumbosacral",
        "hyperreflexia abdominal_upper": "thoracic",
        "spasticity masseter": "bulbar",
        "spasticity generalised": "",
    }
)
def test_places_of_the_body(record: str, result: str) -> None:
    """A region is where a sign is elicited; sites, muscles and reflexes belong to one each (1.4 to 1.6)."""
    assert where("umn_any", record) == result
