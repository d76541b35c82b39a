"""Chapter 6. Which pattern is shown: P1 to P4, P7, answered (D7) and old emergencies (D9) (knowledge base 4.1, 4.3)."""

from __future__ import annotations

from tests.neuro.told import card, shown, silenced
from tests.spec.tiny import table

STROKE = "sudden_onset; weakness left arm"
CORD = "weakness left leg; bladder_dysfunction; extensor_plantar left"


def test_p1_only_emergencies_are_shown_beside_an_emergency() -> None:
    assert shown(f"{STROKE}; atrophy right foot") == ["acute_hemispheric_syndrome"]
    assert (
        silenced(f"{STROKE}; atrophy right foot")["lmn_single_region"] == "P1: acute_hemispheric_syndrome comes first"
    )


def test_p1_two_emergencies_are_both_shown() -> None:
    assert shown(f"{STROKE}; recent_bite_sting")[:2] == ["envenomation", "acute_hemispheric_syndrome"]


def test_p1_lupus_that_is_not_acute_silences_nothing_else() -> None:
    record = "extensor_plantar left onset=400; on record sle; atrophy left hand onset=400"
    assert shown(record) == ["sle_myelopathy", "mixed_multi_region"]


def test_p2_a_respiratory_emergency_leaves_the_work_up() -> None:
    """A first presentation of motor neuron disease may need both; tier 4 goes."""
    assert shown("orthopnoea; atrophy left hand; weakness left hand; fasciculations left hand")[:2] == [
        "neuromuscular_respiratory_compromise",
        "lmn_single_region",
    ]
    record = "weakness left arm; dyspnoea_rest; hemifacial_spasm left face"
    assert "hemifacial_spasm" not in shown(record)


def test_p3_known_motor_neuron_disease_is_not_worked_up_again() -> None:
    record = "fasciculations left hand; dysphagia; on record als"
    assert not {"fasciculations_with_deficit", "fasciculations_isolated_incomplete_exam"} & set(shown(record))
    assert shown(f"{STROKE}; on record als")[0] == "acute_hemispheric_syndrome"


def test_p3_known_genetic_disease() -> None:
    assert "fasciculations_isolated_incomplete_exam" in shown("fasciculations left hand")
    assert "fasciculations_isolated_incomplete_exam" not in shown("fasciculations left hand; on record sbma")
    assert "umn_only" in shown("spasticity both leg; on record sbma")


@table(
    {
        "hyperreflexia left biceps_reflex; atrophy left hand; fasciculations left foot": "mixed_same_region",
        "atrophy left hand; atrophy left foot; fasciculations left arm": "lmn_multi_region",
        "extensor_plantar left; neck_pain; atrophy left hand": "mixed_multi_region myelopathy",
        "tongue_atrophy": "bulbar_motor_syndrome",
        "spastic_dysarthria; brisk_jaw_jerk": "bulbar_motor_syndrome",
        "extensor_plantar left; on record sle; neck_pain": "sle_myelopathy",
    }
)
def test_p4_specific_silences_generic(record: str, result: str) -> None:
    assert " ".join(shown(record)) == result


def test_p4_acute_lupus_takes_the_place_of_the_cord_syndrome() -> None:
    assert shown(CORD) == ["acute_cord_syndrome"]
    assert shown(f"{CORD}; on record sle") == ["sle_myelopathy"]


def test_p7_warnings_before_information_then_by_tier() -> None:
    record = "hyperreflexia left biceps_reflex; atrophy left hand; weakness left hand; no weakness left hand"
    assert [card(key, record).indicator for key in shown(record)] == sorted(
        [card(key, record).indicator for key in shown(record)], key=("critical", "warning", "info").index
    )


@table(
    {
        f"{CORD}; order mri_whole_spine resulted": "info",
        f"{CORD}; order mri_cervical_spine resulted": "info",
        f"{CORD}; order mri_brain_wo resulted": "critical",
        f"{CORD}; order mri_whole_spine requested": "critical",
        f"{CORD}; order mri_whole_spine resulted day=1": "critical",
        f"{CORD}; on record acute_myelitis recorded=0": "info",
        f"{CORD}; on record acute_myelitis recorded=0 provisional": "critical",
    }
)
def test_d7_an_answered_emergency_is_information(record: str, result: str) -> None:
    """By its imaging, or a diagnosis that names it, on or after the day of the newest finding."""
    fired = card("acute_cord_syndrome", record)
    assert fired.indicator == result
    assert fired.withheld is (result == "info")


def test_d7_an_unchanged_re_examination_does_not_show_it_again() -> None:
    before = "weakness left leg recorded=5; bladder_dysfunction recorded=5; extensor_plantar left recorded=5"
    answered = f"{CORD}; {before}; order mri_whole_spine resulted day=4"
    assert card("acute_cord_syndrome", answered).indicator == "info"
    assert card("acute_cord_syndrome", f"{answered}; weakness right leg").indicator == "critical"


def test_d7_says_what_answers_it() -> None:
    fired = card("acute_cord_syndrome", f"{CORD}; order mri_whole_spine resulted")
    assert fired.summary.startswith("In progress: findings match acute cord dysfunction")
    assert fired.summary.endswith("of 2026-11-20 is on record")


def test_d7_a_respiratory_emergency_is_never_answered() -> None:
    record = "weakness left arm; dyspnoea_rest; on record guillain_barre recorded=0"
    assert card("neuromuscular_respiratory_compromise", record).indicator == "critical"


@table(
    {
        "weakness both leg recorded=28; urinary_retention recorded=28": "yes",
        "weakness both leg recorded=29; bladder_dysfunction recorded=29; extensor_plantar left recorded=29": "no",
        "weakness both leg recorded=29; bladder_dysfunction recorded=29; extensor_plantar left recorded=28": "yes",
    }
)
def test_d9_an_emergency_of_a_month_ago_does_not_fire(record: str, result: str) -> None:
    """By the newest finding that it uses."""
    assert ("acute_cord_syndrome" in shown(record)) == (result == "yes")
