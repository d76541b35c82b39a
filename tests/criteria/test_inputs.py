"""What the criteria fields count, and how they are told (knowledge.md 2.1, 5, W9)."""

from __future__ import annotations

import pytest

from cds_service.knowledge.model import Knowledge
from cds_service.neuro.criteria import assess
from tests.criteria.test_worked_checks import BRISK_BICEPS, PROGRESSIVE, THENAR_AND_EXTENSORS, fields
from tests.examination import case_of, view_of

STRICT, OPEN, NOT_MET = "strict", "indeterminate", "not_met"


def weak_and_wasted(*muscles: str) -> str:
    return "".join(f"weakness {muscle} right\natrophy {muscle} right\n" for muscle in muscles) + PROGRESSIVE + "\n"


@pytest.mark.parametrize(
    ("muscles", "reading"),
    [
        (("deltoid", "biceps"), OPEN),  # C5 lies within C5, C6
        (("deltoid", "triceps"), STRICT),
        (("biceps", "pronator_teres"), OPEN),  # C6 lies within C5, C6
        (("brachioradialis", "triceps"), OPEN),  # both radial
        (("deltoid",), OPEN),
    ],
)
def test_two_muscles_must_differ_in_nerve_and_main_roots(
    muscles: tuple[str, ...], reading: str, knowledge: Knowledge
) -> None:
    assert fields(weak_and_wasted(*muscles) + BRISK_BICEPS, knowledge)[0] == reading


def test_weakness_of_one_side_and_wasting_of_the_other_are_no_affected_muscle(knowledge: Knowledge) -> None:
    crossed = THENAR_AND_EXTENSORS.replace(
        "atrophy abductor_pollicis_brevis right", "atrophy abductor_pollicis_brevis left"
    )
    assert fields(crossed + BRISK_BICEPS + PROGRESSIVE, knowledge)[0] == OPEN


@pytest.mark.parametrize("potentials", ["emg_active_denervation", "emg_fasciculation_potentials"])
def test_a_denervated_muscle_counts_as_weak_and_wasted(potentials: str, knowledge: Knowledge) -> None:
    emg = f"emg_chronic_neurogenic triceps right\n{potentials} triceps right\n"
    assert fields(weak_and_wasted("deltoid") + emg + BRISK_BICEPS, knowledge)[0] == STRICT


@pytest.mark.parametrize(
    ("grade", "reading"),
    [
        ("NINDS:3", STRICT),
        ("NINDS:2", STRICT),
        ("BEDSIDE:2", STRICT),
        ("NINDS:1", NOT_MET),
        ("UNKNOWN:2", NOT_MET),
    ],
)
def test_a_reflex_kept_in_its_weak_and_wasted_muscle_is_a_umn_sign_of_gold_coast_only(
    grade: str, reading: str, knowledge: Knowledge
) -> None:
    found = fields(weak_and_wasted("biceps", "triceps") + f"tendon_reflex biceps_reflex right {grade}", knowledge)
    assert found[0] == reading
    assert found[2] == "lmn_only_suspected"


def test_a_kept_reflex_of_the_other_side_or_of_a_muscle_that_is_only_weak_is_no_sign(knowledge: Knowledge) -> None:
    other_side = weak_and_wasted("biceps", "triceps") + "tendon_reflex biceps_reflex left NINDS:2"
    only_weak = weak_and_wasted("biceps", "triceps") + "weakness deltoid left\ntendon_reflex knee_reflex left NINDS:2"
    assert (fields(other_side, knowledge)[0], fields(only_weak, knowledge)[0]) == (NOT_MET, NOT_MET)


def test_snout_reflex_is_a_umn_sign_of_gold_coast_only(knowledge: Knowledge) -> None:
    tongue = "tongue_atrophy tongue\ndysarthria\nsnout_reflex perioral\n" + PROGRESSIVE
    assert fields(tongue, knowledge) == (STRICT, "pattern_features_exclusion_pending", "lmn_only_suspected", "none")


def test_denervation_in_two_limbs_supports_by_laboratory(knowledge: Knowledge) -> None:
    emg = "".join(
        f"{sign} {muscle} left\n"
        for muscle in ("biceps", "quadriceps")
        for sign in ("emg_chronic_neurogenic", "emg_active_denervation")
    )
    assert fields(BRISK_BICEPS + emg + PROGRESSIVE, knowledge)[2] == "probable_lab_support"
    one_limb = emg.replace("quadriceps", "deltoid")
    assert fields(BRISK_BICEPS + one_limb + PROGRESSIVE, knowledge)[2] == "none"
    assert fields(emg + PROGRESSIVE, knowledge)[2] == "none"  # no UMN sign


BULBAR = "tongue_atrophy tongue\ndysarthria\nbrisk_jaw_jerk jaw_jerk\n"
ARM = weak_and_wasted("deltoid") + BRISK_BICEPS
TRUNK = weak_and_wasted("rectus_abdominis") + "hyperreflexia abdominal_upper right\n"
LEG = weak_and_wasted("quadriceps") + "extensor_plantar plantar right\n"


@pytest.mark.parametrize(
    ("regions", "categories"),
    [
        (BULBAR + ARM + LEG, ("definite", "definite")),
        (ARM + TRUNK + LEG, ("definite", "definite")),
        (BULBAR + ARM, ("probable", "probable")),
        (ARM + LEG, ("probable", "probable")),
        (ARM, ("possible", "possible")),
    ],
)
def test_the_more_regions_have_both_the_higher_the_category(
    regions: str, categories: tuple[str, str], knowledge: Knowledge
) -> None:
    assert fields(regions, knowledge)[2:] == categories


@pytest.mark.parametrize(
    ("course", "expected"),
    [
        ("nonprogressive_course", (STRICT, "not_met", "not_applicable", "not_applicable")),
        ("", (STRICT, "indeterminate", "possible_progression_not_recorded", "possible_progression_not_recorded")),
    ],
)
def test_the_fields_need_progression(course: str, expected: tuple[str, ...], knowledge: Knowledge) -> None:
    assert fields(THENAR_AND_EXTENSORS + BRISK_BICEPS + course, knowledge) == expected


@pytest.mark.parametrize(("age", "told"), [(15, False), (16, True)])
def test_not_under_sixteen(age: int, told: bool, knowledge: Knowledge) -> None:
    assert bool(fields(THENAR_AND_EXTENSORS + BRISK_BICEPS + PROGRESSIVE, knowledge, age)) is told


def test_told_as_features_with_what_was_counted_and_never_as_a_claim(knowledge: Knowledge) -> None:
    view = view_of(case_of(THENAR_AND_EXTENSORS + BRISK_BICEPS + PROGRESSIVE), knowledge)
    lines = assess(view, knowledge.clinical).lines
    assert lines == (
        "Features recorded for criterion Gold Coast (2020): the motor features of its second point, and a progressive "
        "course. Other disease is not excluded by this.",
        "Features recorded for criterion revised El Escorial (2000): those of its category possible. Other disease is "
        "not excluded by this.",
        "Features recorded for criterion Awaji (2008): those of its category possible. Other disease is not excluded "
        "by this.",
        "Counted: UMN cervical; LMN cervical; course progressive.",
    )


def test_only_a_strict_reading_of_gold_coast_is_quoted(knowledge: Knowledge) -> None:
    lenient = THENAR_AND_EXTENSORS + "extensor_plantar plantar left\n" + PROGRESSIVE
    lines = assess(view_of(case_of(lenient), knowledge), knowledge.clinical).lines
    assert not any("Gold Coast" in line for line in lines)
    assert any("El Escorial" in line for line in lines)
