"""``umn_lmn_risk_predictors``: features linked to later lower motor neuron signs (knowledge.md 3.4 tier 5, R17)."""

from __future__ import annotations

from tests.patterns.asking import asks_for, beside, indicator, is_shown, mays, musts, records

PATTERN = "umn_lmn_risk_predictors"
UPPER = "spasticity both leg recorded=30; hyperreflexia both biceps_reflex recorded=30"


@beside(
    UPPER,
    {
        "": "no",
        "weakness left deltoid recorded=30 grade=MRC:4": "shown",
        "weakness left deltoid recorded=30 grade=MRC:4-": "shown",
        "weakness left deltoid recorded=30 grade=MRC:4+": "no",
        "weakness recorded=30 grade=MRC:4": "unknown",
        "weakness left deltoid recorded=30": "no",
        "weakness left deltoid recorded=30; progressive_course": "shown",
        "weakness left jaw recorded=30; progressive_course": "no",
        "progressive_course": "no",
        "weight_loss": "shown",
        "brisk_jaw_jerk": "shown",
        "pseudobulbar_affect": "shown",
        "snout_reflex": "no",
        "dysarthria recorded=30": "shown",
        "dysphagia recorded=30": "shown",
        "result fvc_pct 79": "shown",
        "result fvc_pct 80": "no",
        "result fvc_pct 79 day=366": "no",
        "result fvc_pct 99 day=200; result fvc_pct 89 day=2": "shown",
        "result fvc_pct 98 day=200; result fvc_pct 89 day=2": "no",
    },
)
def test_each_predictor_speaks_beside_umn_only(record: str, result: str) -> None:
    assert is_shown(PATTERN, record) == result


@beside(
    f"{UPPER}; weight_loss",
    {
        "": "shown",
        "sudden_onset": "no",
        "atrophy left hand": "no",
        "on record als": "no",
        "sensory_level grade=T6 recorded=30 onset=60": "no",
        "age 15": "no",
        "on record multiple_sclerosis recorded=900; nonprogressive_course": "no",
    },
)
def test_it_needs_umn_only_to_be_shown(record: str, result: str) -> None:
    assert is_shown(PATTERN, record) == result


@records({f"{UPPER}; weight_loss": "must", f"{UPPER}; brisk_jaw_jerk": "no"})
def test_weight_loss_asks_for_nutrition(record: str, result: str) -> None:
    assert asks_for("nutrition_assessment", PATTERN, record) == result


def test_it_watches() -> None:
    record = f"{UPPER}; brisk_jaw_jerk"
    assert indicator(PATTERN, record) == "warning"
    assert musts(PATTERN, record) == "emg_ncs fvc serial_reexam"
    assert mays(PATTERN, record) == ""
