"""``ibm_pattern``: finger flexors and quadriceps, slow, over 45 (knowledge.md 3.4 tier 3, R14)."""

from __future__ import annotations

from tests.patterns.asking import asks_for, beside, indicator, localization, mays, musts, records, result_of, shown

PATTERN = "ibm_pattern"
SLOW = "weakness left fdp_index onset=400; weakness right quadriceps onset=400"


@beside(
    SLOW,
    {
        "age 46": "yes",
        "age 45": "no",
        "age unknown": "unknown",
        "hyperreflexia left knee_reflex": "no",
        "result ck_x_uln 15": "yes",
        "result ck_x_uln 15.1": "no",
        "result ck_x_uln 16 day=365": "no",
        "result ck_x_uln 16 day=366": "yes",
    },
)
def test_over_45_without_upper_sign_and_ck_not_over_15_times(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    "weakness left quadriceps onset=400",
    {
        "weakness left fdp_index onset=400": "yes",
        "weakness left fdp_little onset=400": "yes",
        "weakness left flexor_digitorum_superficialis onset=400": "yes",
        "weakness left flexor_pollicis_longus onset=400": "yes",
        "weakness left flexor_carpi_radialis onset=400": "no",
        "weakness left hand onset=400": "no",
        "": "no",
    },
)
def test_a_finger_flexor_is_weak(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@records(
    {
        "weakness left fdp_index onset=400": "no",
        "weakness left fdp_index onset=400; weakness left thigh onset=400": "no",
        "weakness left fdp_index onset=400; weakness left hamstrings onset=400": "no",
        "weakness left fdp_index onset=400; atrophy left quadriceps": "no",
        "weakness left fdp_index onset=365; weakness left quadriceps onset=365": "no",
        "weakness left fdp_index onset=366; weakness left quadriceps onset=366": "yes",
        "weakness left fdp_index; weakness left quadriceps": "unknown",
        "weakness left fdp_index; weakness left fdp_index recorded=400; weakness left quadriceps": "yes",
    }
)
def test_quadriceps_is_weak_and_it_began_over_a_year_ago(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


def test_it_asks_for_ck_and_emg_without_haste() -> None:
    assert indicator(PATTERN, SLOW) == "info"
    assert indicator(PATTERN, f"{SLOW}; progressive_course") == "info"
    assert musts(PATTERN, SLOW) == "ck emg_ncs neurology_referral_routine"
    assert mays(PATTERN, SLOW) == "myositis_panel"
    assert localization(PATTERN, SLOW) == "muscle, finger flexors and quadriceps"


@beside(SLOW, {"dysphagia": "must", "dysarthria": "no", "": "no"})
def test_dysphagia_asks_for_a_swallow_assessment(record: str, result: str) -> None:
    assert asks_for("swallow_assessment", PATTERN, record) == result


@beside(
    SLOW,
    {
        "": "ibm_pattern",
        "atrophy left fdp_index; atrophy right quadriceps": "ibm_pattern lmn_multi_region",
        "dysphagia": "ibm_pattern",
        "fasciculations left abdomen": "ibm_pattern",
    },
)
def test_it_stays_beside_lower_signs_and_explains_dysphagia(record: str, result: str) -> None:
    assert shown(record) == result
