"""``ck_marked_elevation``: creatine kinase of ten times its limit (knowledge.md 2.5, 3.4 tier 3, P1, P3)."""

from __future__ import annotations

from tests.patterns.asking import (
    asks_for,
    beside,
    indicator,
    is_suggested,
    localization,
    musts,
    records,
    result_of,
    shown,
    suggested,
)

PATTERN = "ck_marked_elevation"
WEAK = "weakness left thigh recorded=30"


@beside(
    WEAK,
    {
        "": "no",
        "result ck_x_uln 9.9": "no",
        "result ck_x_uln 10": "yes",
        "result ck_x_uln 10 day=90": "yes",
        "result ck_x_uln 10 day=91": "no",
        "result ck_x_uln 12 day=20; result ck_x_uln 4 day=2": "no",
        "result ck_x_uln 4 day=20; result ck_x_uln 12 day=2": "yes",
        "result ck_x_uln 12; age 4": "yes",
        "result ck_x_uln 12; age unknown": "yes",
    },
)
def test_the_newest_ck_of_90_days_is_ten_times_the_limit(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    "result ck_x_uln 12",
    {
        "weakness left hand": "yes",
        "weakness": "yes",
        "proximal_weakness both leg": "yes",
        "myalgia": "yes",
        "atrophy left hand": "yes",
        "tongue_fasciculations": "yes",
        "dark_urine": "yes",
        "fatigue": "no",
        "fasciculations left hand": "no",
        "cramps": "no",
        "gowers_sign": "no",
    },
)
def test_it_needs_weakness_pain_a_lower_region_or_dark_urine(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@records(
    {
        f"{WEAK}; result ck_x_uln 12": "warning",
        f"{WEAK}; result ck_x_uln 12; dark_urine": "critical",
        "dark_urine; result ck_x_uln 12": "critical",
        f"{WEAK}; result ck_x_uln 12; rapid_progression": "warning",
        f"{WEAK}; result ck_x_uln 25": "warning",
        f"{WEAK}; result ck_x_uln 25; rapid_progression": "critical",
        f"{WEAK}; result ck_x_uln 24.9; rapid_progression": "warning",
        "myalgia recorded=20; result ck_x_uln 25; sudden_onset": "critical",
        "myalgia recorded=14; result ck_x_uln 25": "critical",
        "myalgia recorded=15; result ck_x_uln 25": "warning",
        "myalgia onset=15; result ck_x_uln 25": "warning",
        "weakness left thigh onset=14 recorded=3; result ck_x_uln 25": "critical",
        "weakness left thigh onset=14; result ck_x_uln 24.9": "warning",
    }
)
def test_it_is_critical_with_dark_urine_or_25_times_and_new(record: str, result: str) -> None:
    assert indicator(PATTERN, record) == result


@beside(
    "myalgia; result ck_x_uln 50",
    {
        "": "critical",
        "age 16": "critical",
        "age 15": "warning",
        "gowers_sign": "warning",
        "calf_hypertrophy": "warning",
        "motor_delay": "warning",
        "motor_regression": "warning",
        "age 15; myalgia onset=14": "critical",
        "gowers_sign; weakness left thigh onset=14 recorded=2": "critical",
        "gowers_sign; weakness left thigh onset=15 recorded=2": "warning",
    },
)
def test_a_possible_dystrophy_needs_a_stated_onset(record: str, result: str) -> None:
    """A dystrophy has 50 times the limit for years."""
    assert indicator(PATTERN, record) == result


@beside(
    "result ck_x_uln 12",
    {
        "myalgia": "info",
        "weakness": "info",
        "weakness generalised": "info",
        "weakness left hand recorded=30": "warning",
        "proximal_weakness": "warning",
        "atrophy left hand": "warning",
        "myalgia; myositis_rash": "warning",
        "myalgia; gowers_sign": "warning",
        "myalgia; calf_hypertrophy": "warning",
        "myalgia; motor_delay": "warning",
        "myalgia; motor_regression": "warning",
        "myalgia; result ck_x_uln 11 day=60": "warning",
        "myalgia; result ck_x_uln 9 day=60": "info",
        "myalgia; result ck_x_uln 11 day=91": "info",
        "myalgia recorded=20; result ck_x_uln 25": "warning",
        "myalgia; dark_urine": "critical",
    },
)
def test_a_single_ck_without_located_weakness_is_information(record: str, result: str) -> None:
    """Exercise, influenza and dialysis raise it once."""
    assert indicator(PATTERN, record) == result


@records(
    {
        f"{WEAK}; result ck_x_uln 12": (
            "electrolytes_ca_mg fbc_renal_liver_crp medication_review neurology_referral_urgent"
        ),
        f"{WEAK}; result ck_x_uln 12; dark_urine": (
            "electrolytes_ca_mg emergency_now fbc_renal_liver_crp medication_review"
        ),
        "myalgia; result ck_x_uln 12": "ck medication_review",
    }
)
def test_actions_follow_the_indicator(record: str, result: str) -> None:
    assert musts(PATTERN, record) == result
    assert localization(PATTERN, record) == "muscle"


@beside(
    "myalgia; result ck_x_uln 12",
    {
        "": "must",
        "order ck resulted day=0": "must",
        "order ck requested day=0": "requested",
        "order ck requested day=90": "requested",
        "order ck requested day=91": "must",
    },
)
def test_the_repeat_is_asked_for_until_it_is_ordered(record: str, result: str) -> None:
    assert is_suggested("ck", record) == result


@beside(
    "result ck_x_uln 12; weakness left thigh recorded=30",
    {
        "age 8; sex male; gowers_sign": "must",
        "age 8; sex male; calf_hypertrophy": "must",
        "age 8; sex female; gowers_sign": "no",
        "age 8; gowers_sign": "no",
        "age 8; sex male": "no",
        "age 40; sex male; gowers_sign": "no",
    },
)
def test_a_boy_with_a_dystrophy_sign_is_offered_a_genetic_test(record: str, result: str) -> None:
    assert asks_for("genetic_testing_discussion", PATTERN, record) == result


def test_the_referral_of_a_child_is_paediatric() -> None:
    assert suggested("age 8; myalgia; gowers_sign; result ck_x_uln 12; weakness left thigh") == (
        "ck electrolytes_ca_mg fbc_renal_liver_crp medication_review paediatric_neurology_referral"
    )


@records(
    {
        f"{WEAK}; dark_urine; result ck_x_uln 12; on record als": "ck_marked_elevation known_mnd_followup",
        f"{WEAK}; result ck_x_uln 12; on record als": "known_mnd_followup",
        "weakness both leg onset=3; result ck_x_uln 12; dark_urine": "ck_marked_elevation rapid_flaccid_weakness",
        "weakness both leg onset=3; result ck_x_uln 12": "rapid_flaccid_weakness",
        f"{WEAK}; result ck_x_uln 12; on record guillain_barre recorded=20": "",
        f"{WEAK}; dark_urine; result ck_x_uln 12; on record guillain_barre recorded=20": "ck_marked_elevation",
    }
)
def test_when_critical_nothing_silences_it(record: str, result: str) -> None:
    """P1, P3, known acute disease."""
    assert shown(record) == result
