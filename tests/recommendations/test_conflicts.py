"""P8: which actions give way to others (knowledge.md 4.1)."""

from __future__ import annotations

import pytest

from cds_service.neuro.outcome import Indicator
from tests.recommendations.builders import became, pattern, recommended


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("neurology_referral_routine neurology_referral_urgent", "neurology_referral_urgent"),
        ("paediatric_neurology_referral neurology_referral_urgent", "paediatric_neurology_referral"),
        ("paediatric_neurology_referral neurology_referral_routine", "paediatric_neurology_referral"),
        ("mri_whole_spine mri_cervical_spine mri_lumbar_spine", "mri_whole_spine"),
        ("mri_whole_spine mri_cervical_flexion", "mri_whole_spine mri_cervical_flexion"),
        ("mri_cervical_spine mri_lumbar_spine", "mri_cervical_spine mri_lumbar_spine"),
        ("mri_brainstem mri_brain_wo", "mri_brainstem"),
        ("emergency_now neurology_referral_routine same_day_medical_assessment", "emergency_now"),
        ("emergency_now neurology_referral_urgent", "emergency_now neurology_referral_urgent"),
    ],
)
def test_one_action_takes_the_place_of_another(asked: str, left: str) -> None:
    answer = recommended(pattern(must=asked))
    assert set(answer.must_suggest) == set(left.split())
    assert {action.status for action in answer.dropped} <= {"superseded"}
    assert all("P8" in action.reason for action in answer.dropped)


def test_a_may_takes_no_must_away() -> None:
    answer = recommended(pattern(must="mri_cervical_spine", may="mri_whole_spine"))
    assert became(answer) == {"mri_cervical_spine": "must suggested", "mri_whole_spine": "may suggested"}


def test_a_must_takes_a_may_away() -> None:
    answer = recommended(pattern(must="mri_whole_spine", may="mri_cervical_spine"))
    assert became(answer) == {"mri_whole_spine": "must suggested", "mri_cervical_spine": "may superseded"}


@pytest.mark.parametrize(
    ("age_years", "asked", "left"),
    [
        (15, "neurology_referral_urgent ck", {"paediatric_neurology_referral", "ck"}),
        (15, "neurology_referral_routine", {"paediatric_neurology_referral"}),
        (15, "neurology_referral_urgent paediatric_neurology_referral", {"paediatric_neurology_referral"}),
        (16, "neurology_referral_urgent", {"neurology_referral_urgent"}),
        (5, "fvc ck", {"blood_gas_oximetry", "ck"}),
        (6, "fvc ck", {"fvc", "ck"}),
        (None, "fvc neurology_referral_urgent", {"fvc", "neurology_referral_urgent"}),
    ],
)
def test_a_childs_age_replaces_actions_and_an_unknown_age_counts_as_adult(
    age_years: int | None, asked: str, left: set[str]
) -> None:
    assert set(recommended(pattern(must=asked), age_years=age_years).must_suggest) == left


def test_what_age_replaced_is_kept_with_its_reason() -> None:
    answer = recommended(pattern(must="fvc"), age_years=4)
    assert became(answer) == {"blood_gas_oximetry": "must suggested", "fvc": "must superseded"}


@pytest.mark.parametrize(
    ("other", "outcome"),
    [("info", "must suggested"), ("warning", "must not-applicable"), ("critical", "must not-applicable")],
)
def test_reassurance_is_withdrawn_beside_any_warning_or_critical_pattern(other: Indicator, outcome: str) -> None:
    benign = pattern("eyelid_twitch_benign", "info", tier=4, must="reassurance")
    answer = recommended(benign, pattern("umn_only", other, must="b12_copper"))
    assert became(answer)["reassurance"] == outcome
