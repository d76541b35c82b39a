"""``root_lesion``: a root with its pain or dermatome (knowledge.md 1.7, 3.4 tier 3)."""

from __future__ import annotations

from tests.patterns.asking import beside, indicator, localization, mays, musts, records, result_of, shown, summary

PATTERN = "root_lesion"
MUSCLES = "weakness left triceps grade=MRC:4; weakness left flexor_carpi_radialis grade=MRC:4"
C7 = f"{MUSCLES}; radicular_pain left arm"


@beside(
    MUSCLES,
    {
        "": "no",
        "radicular_pain left arm": "yes",
        "radicular_pain left arm grade=C7": "yes",
        "radicular_pain left arm grade=C5": "no",
        "radicular_pain left leg": "no",
        "radicular_pain right arm": "no",
        "dermatomal_sensory_loss left arm grade=C7": "yes",
        "dermatomal_sensory_loss left hand": "yes",
        "dermatomal_sensory_loss left arm grade=T1": "no",
        "sensory_loss left arm": "no",
        "paraesthesia left hand": "no",
        "neck_pain": "no",
        "nerve_territory_sensory_loss left hand grade=median": "no",
    },
)
def test_it_needs_radicular_pain_or_a_dermatome_of_the_root(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    C7,
    {
        "age 16": "yes",
        "age 15": "no",
        "hyperreflexia left biceps_reflex": "no",
        "hyperreflexia left knee_reflex": "no",
        "brisk_reflex_equivocal left biceps_reflex": "yes",
        "weakness left quadriceps": "no",
        "weakness right triceps": "no",
        "weakness left abductor_pollicis_brevis": "no",
        "weakness left first_dorsal_interosseous": "no",
        "hyporeflexia left triceps_reflex": "yes",
        "no hyporeflexia left biceps_reflex": "yes",
        "weakness left hand": "yes",
    },
)
def test_one_limb_one_root_and_no_upper_motor_neuron_sign(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@records(
    {
        "weakness left triceps; radicular_pain left arm": "no",
        "weakness left triceps; radicular_pain left arm grade=C7": "yes",
        "weakness left triceps; dermatomal_sensory_loss left arm grade=C7": "yes",
        "weakness left triceps; hyporeflexia left triceps_reflex; dermatomal_sensory_loss left arm": "no",
        "weakness left hand; radicular_pain left arm grade=C8": "no",
        "atrophy left triceps; radicular_pain left arm grade=C7": "yes",
        "hyporeflexia left triceps_reflex; radicular_pain left arm grade=C7": "no",
        "fasciculations left triceps; fasciculations left flexor_carpi_radialis; radicular_pain left arm": "no",
        "fasciculations left triceps; weakness left arm; radicular_pain left arm grade=C7": "yes",
    }
)
def test_one_muscle_is_enough_with_a_graded_sensory_sign(record: str, result: str) -> None:
    """1.7.6: two trunk nerves, or the grade is a candidate; 1.7: a positive region or a weak muscle to begin with."""
    assert result_of(PATTERN, record) == result


def test_cauda_equina_takes_its_place() -> None:
    record = "weakness left gastrocnemius; radicular_pain left leg grade=S1; saddle_anaesthesia onset=2"
    assert result_of("cauda_equina_syndrome", record) == "yes"
    assert result_of(PATTERN, record) == "no"


@records(
    {
        C7: "C7 root",
        "weakness left biceps; weakness left brachioradialis; radicular_pain left arm": "C6 root",
        "weakness left biceps; weakness left brachioradialis; radicular_pain left arm grade=C5": "C5 root",
        "weakness left deltoid; weakness left biceps; radicular_pain left arm": "C5 root",
        "weakness left extensor_carpi_radialis; weakness left pronator_teres; radicular_pain left arm": "C6 root",
        "weakness left tibialis_posterior; weakness left gluteus_medius; radicular_pain left leg": "L5 root",
        "weakness left gastrocnemius; weakness left gluteus_maximus; radicular_pain left leg": "S1 root",
        "weakness left quadriceps; weakness left hip_adductors; radicular_pain left leg grade=L3": "L3 root",
        "weakness left first_dorsal_interosseous; weakness left abductor_pollicis_brevis; radicular_pain left arm": (
            "T1 root"
        ),
    }
)
def test_the_root_has_its_name(record: str, result: str) -> None:
    assert localization(PATTERN, record) == result
    assert result in summary(PATTERN, record)


@records(
    {
        C7: "mri_cervical_spine",
        f"{C7}; nonprogressive_course": "mri_cervical_spine",
        f"{C7}; progressive_course": "mri_cervical_spine spinal_team_referral",
        f"{C7}; weakness left latissimus_dorsi grade=MRC:3": "mri_cervical_spine spinal_team_referral",
        f"{C7}; weakness left latissimus_dorsi grade=MRC:4-": "mri_cervical_spine",
        "weakness left tibialis_posterior; weakness left gluteus_medius; radicular_pain left leg": "mri_lumbar_spine",
    }
)
def test_severe_or_progressive_weakness_goes_to_the_spinal_team(record: str, result: str) -> None:
    """Course yes is meant literally: an unknown course does not ask for it."""
    assert musts(PATTERN, record) == result
    assert mays(PATTERN, record) == "emg_ncs neurology_referral_routine"
    assert indicator(PATTERN, record) == ("warning" if "spinal_team" in result else "info")


@records(
    {
        C7: "root_lesion",
        f"{C7}; atrophy left triceps": "root_lesion",
        f"{C7}; nerve_territory_sensory_loss left hand grade=radial": "root_lesion",
    }
)
def test_it_silences_the_single_region_and_the_nerve(record: str, result: str) -> None:
    assert shown(record) == result
