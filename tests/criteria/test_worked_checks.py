"""The criteria fields on the worked checks of knowledge.md 5.4, row by row, and on vignettes that state them."""

from __future__ import annotations

import pytest

from cds_service.knowledge.model import Knowledge
from cds_service.neuro.criteria import criteria
from tests.conftest import AS_OF
from tests.examination import case_of, view_of
from tests.vignettes.case_of import case_of as case_of_vignette
from tests.vignettes.vignette import Vignette, all_vignettes

PROGRESSIVE = "progressive_course"
THENAR_AND_EXTENSORS = """
    weakness abductor_pollicis_brevis right MRC:3
    atrophy abductor_pollicis_brevis right
    weakness extensor_digitorum right MRC:4
    atrophy extensor_digitorum right
"""
ULNAR_HAND = """
    weakness first_dorsal_interosseous right
    atrophy first_dorsal_interosseous right
    weakness abductor_digiti_minimi right
    atrophy abductor_digiti_minimi right
"""
BRISK_BICEPS = "hyperreflexia biceps_reflex right\n"
SPASTIC_LEGS = "spasticity leg bilateral\nextensor_plantar plantar bilateral\n"
QUADRICEPS_AND_TIBIALIS = """
    weakness quadriceps left
    atrophy quadriceps left
    weakness tibialis_anterior left
    atrophy tibialis_anterior left
"""
BULBAR_BOTH = "tongue_atrophy tongue bilateral\ndysarthria\nbrisk_jaw_jerk jaw_jerk\n"

ROWS = [
    (
        "two muscles of other nerve and root in one arm, brisk biceps",
        THENAR_AND_EXTENSORS + BRISK_BICEPS + PROGRESSIVE,
        ("strict", "pattern_features_exclusion_pending", "possible", "possible"),
    ),
    (
        "two muscles of one nerve and one root",
        ULNAR_HAND + BRISK_BICEPS + PROGRESSIVE,
        ("indeterminate", "indeterminate", "possible", "possible"),
    ),
    (
        "UMN legs, LMN hands",
        SPASTIC_LEGS + THENAR_AND_EXTENSORS + PROGRESSIVE,
        ("lenient", "pattern_features_exclusion_pending", "possible", "possible"),
    ),
    (
        "LMN in arm and leg, no UMN",
        THENAR_AND_EXTENSORS + QUADRICEPS_AND_TIBIALIS + PROGRESSIVE,
        ("strict", "pattern_features_exclusion_pending", "lmn_only_suspected", "none"),
    ),
    (
        "UMN in arms and legs, no LMN, EMG normal",
        SPASTIC_LEGS + BRISK_BICEPS + "emg_normal arm right\n" + PROGRESSIVE,
        ("not_met", "not_met", "possible", "possible"),
    ),
    (
        "both in bulbar and cervical, course unknown",
        BULBAR_BOTH + THENAR_AND_EXTENSORS + BRISK_BICEPS,
        ("strict", "indeterminate", "probable_progression_not_recorded", "probable_progression_not_recorded"),
    ),
    (
        "fasciculations everywhere, normal examination",
        "fasciculations generalised bilateral\nno weakness generalised bilateral\nno atrophy generalised bilateral\n",
        ("not_met", "not_met", "none", "none"),
    ),
]


@pytest.mark.parametrize(("examination", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_worked_check(examination: str, expected: tuple[str, ...], knowledge: Knowledge) -> None:
    assert fields(examination, knowledge) == expected


def vignettes_with_criteria() -> list[Vignette]:
    return [vignette for vignette in all_vignettes() if vignette.expected.criteria]


def test_six_vignettes_state_criteria() -> None:
    assert [vignette.id for vignette in vignettes_with_criteria()] == ["V01", "V02", "V06", "V08", "V11", "V54"]


@pytest.mark.parametrize("vignette", vignettes_with_criteria(), ids=lambda vignette: vignette.id)
def test_vignette(vignette: Vignette, knowledge: Knowledge) -> None:
    found = criteria(view_of(case_of_vignette(vignette, AS_OF), knowledge), knowledge.clinical)
    assert {key: found[key] for key in vignette.expected.criteria} == vignette.expected.criteria


def fields(examination: str, knowledge: Knowledge, age: int = 60) -> tuple[str, ...]:
    """Gold Coast c2 and field, revised El Escorial, Awaji: the columns of 5.4, as far as there are fields."""
    found = criteria(view_of(case_of(examination, age=age), knowledge), knowledge.clinical)
    keys = ("gold_coast_c2", "gold_coast_field", "revised_el_escorial", "awaji")
    return tuple(found[key] for key in keys if key in found)
