"""``drug_toxic_fasciculations``: twitching or cramps with a medicine that can cause them (knowledge.md 3.4 tier 4)."""

from __future__ import annotations

import pytest

from tests.patterns.asking import beside, indicator, localization, mays, musts, records, result_of, shown, summary

PATTERN = "drug_toxic_fasciculations"


@pytest.mark.parametrize(
    "drug",
    [
        "penicillin_high_dose",
        "cholinesterase_inhibitor",
        "anticholinergic",
        "beta2_agonist",
        "theophylline",
        "stimulant",
        "lithium",
        "diuretic",
        "proton_pump_inhibitor",
    ],
)
def test_each_listed_medicine_counts_for_twitching_and_for_cramps(drug: str) -> None:
    assert result_of(PATTERN, f"fasciculations left hand; medication {drug}") == "yes"
    assert result_of(PATTERN, f"cramps; medication {drug}") == "yes"


@records(
    {
        "fasciculations left hand; medication statin": "no",
        "cramps; medication statin": "yes",
        "cramps; medication corticosteroid": "no",
        "fasciculations left hand; medication levothyroxine": "no",
        "fasciculations left hand; medication botulinum_toxin": "no",
        "fasciculations left hand": "no",
        "fasciculations left hand; medication lithium ended=30": "yes",
        "fasciculations left hand; medication lithium ended=31": "no",
        "cramps; medication statin ended=30": "yes",
        "cramps; medication statin ended=31": "no",
        "perioral_fasciculations; medication lithium": "yes",
        "myokymia_limb left hand; medication lithium": "no",
        "weakness left hand; medication lithium": "no",
        "fasciculations left hand; medication lithium; age 8": "yes",
    }
)
def test_a_statin_counts_for_cramps_and_thirty_days_for_all(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


def test_it_reviews_the_medicines_and_names_them() -> None:
    record = "cramps; medication lithium; medication statin"
    assert indicator(PATTERN, record) == "info"
    assert musts(PATTERN, record) == "electrolytes_ca_mg medication_review"
    assert mays(PATTERN, record) == ""
    assert localization(PATTERN, record) == "motor axon terminal or electrolyte effect"
    assert "lithium" in summary(PATTERN, record)
    assert "statin" in summary(PATTERN, record)


CLEAN = "no weakness generalised; no atrophy generalised; no hyperreflexia generalised; no areflexia generalised"


@beside(
    "medication lithium",
    {
        f"fasciculations left hand; {CLEAN}": "drug_toxic_fasciculations",
        f"fasciculations left hand; cramps; {CLEAN}": "drug_toxic_fasciculations",
        "fasciculations left hand": "drug_toxic_fasciculations fasciculations_isolated_incomplete_exam",
        "fasciculations left hand; weight_loss": "drug_toxic_fasciculations fasciculations_with_deficit",
        "atrophy left hand; fasciculations left hand": "drug_toxic_fasciculations lmn_single_region",
        "atrophy left hand; fasciculations left hand; atrophy left calf": "lmn_multi_region",
        "atrophy left hand; fasciculations left hand; hyperreflexia left biceps_reflex": "mixed_same_region",
    },
)
def test_it_never_explains_weakness_or_wasting(record: str, result: str) -> None:
    """P4: mixed patterns and several lower regions silence it; with one it stays beside."""
    assert shown(record) == result
