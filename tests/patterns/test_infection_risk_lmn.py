"""``infection_risk_lmn``: chest infection in motor neuron or lower motor neuron disease (knowledge.md 3.4 tier 5)."""

from __future__ import annotations

from tests.patterns.asking import beside, indicator, is_shown, mays, musts, records

PATTERN = "infection_risk_lmn"
ALS = "on record als recorded=300; weakness left hand recorded=100"


@beside(
    ALS,
    {
        "": "no",
        "acute_chest_infection": "shown",
        "acute_chest_infection recorded=15": "no",
        "recurrent_chest_infection": "shown",
        "weak_cough": "shown",
        "weak_cough recorded=91": "no",
        "fever": "no",
        "choking": "no",
    },
)
def test_an_infection_or_a_weak_cough(record: str, result: str) -> None:
    assert is_shown(PATTERN, record) == result


@beside(
    "weak_cough",
    {
        "on record sma; fatigue": "shown",
        "on record pma; fatigue": "shown",
        "on record als provisional; fatigue": "no",
        "hyperreflexia left biceps_reflex recorded=40; atrophy left hand recorded=40": "shown",
        "hyperreflexia left biceps_reflex recorded=40; atrophy left calf recorded=40": "shown",
        "atrophy left hand recorded=40; atrophy left calf recorded=40": "shown",
        "tongue_atrophy recorded=40; dysarthria recorded=40": "shown",
        "atrophy left hand recorded=40": "no",
        "umn_only": "no",
        "fatigue": "no",
    },
)
def test_known_disease_or_a_pattern_that_is_shown(record: str, result: str) -> None:
    assert is_shown(PATTERN, record.replace("umn_only", "spasticity both leg recorded=40")) == result


@records(
    {
        f"{ALS}; weak_cough": "info infection_vigilance",
        f"{ALS}; recurrent_chest_infection": "info infection_vigilance",
        f"{ALS}; acute_chest_infection": "warning infection_vigilance same_day_medical_assessment",
    }
)
def test_an_acute_infection_is_seen_the_same_day(record: str, result: str) -> None:
    level, _, actions = result.partition(" ")
    assert indicator(PATTERN, record) == level
    assert musts(PATTERN, record) == actions
    assert mays(PATTERN, record) == ""
