"""``known_mnd_followup``: the diagnosis is on record (knowledge.md 3.4 tier 1, P3)."""

from __future__ import annotations

from tests.patterns.asking import (
    asks_for,
    beside,
    indicator,
    is_suggested,
    localization,
    mays,
    musts,
    records,
    result_of,
    shown,
)

PATTERN = "known_mnd_followup"
ALS = "on record als recorded=300; weakness left hand"


@records(
    {
        "fatigue; on record als": "yes",
        "fatigue; on record mnd_unspecified": "yes",
        "fatigue; on record pls": "yes",
        "fatigue; on record pma": "yes",
        "fatigue; on record progressive_bulbar_palsy": "yes",
        "fatigue; on record als provisional": "no",
        "fatigue; on record als refuted": "no",
        "fatigue; family_history_mnd": "no",
        "fatigue; on record sma": "no",
    }
)
def test_it_fires_for_each_confirmed_diagnosis(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


def test_it_is_information_about_care() -> None:
    assert indicator(PATTERN, ALS) == "info"
    assert localization(PATTERN, ALS) == "established diagnosis"
    assert musts(PATTERN, ALS) == "fvc mdt_care"
    assert mays(PATTERN, ALS) == "cognitive_screen infection_vigilance palliative_supportive_care"


@beside(
    ALS,
    {
        "": "no",
        "dysarthria": "must",
        "sialorrhoea": "must",
        "tongue_weakness": "must",
        "tongue_atrophy": "must",
        "brisk_jaw_jerk": "must",
        "snout_reflex": "no",
        "lmn_facial_weakness left face": "no",
    },
)
def test_swallowing_is_assessed_with_a_bulbar_symptom_or_region(record: str, result: str) -> None:
    assert asks_for("swallow_assessment", PATTERN, record) == result


@beside(ALS, {"": "no", "weight_loss": "must", "dysphagia": "must", "dysarthria": "no"})
def test_nutrition_is_assessed_with_weight_loss_or_dysphagia(record: str, result: str) -> None:
    assert asks_for("nutrition_assessment", PATTERN, record) == result


@beside(
    ALS,
    {
        "": "must",
        "order fvc resulted day=90": "resulted",
        "order fvc resulted day=91": "must",
        "order mdt_care requested day=10": "must",
    },
)
def test_a_vital_capacity_of_90_days_is_enough(record: str, result: str) -> None:
    assert is_suggested("fvc", record) == result


@beside(
    "on record als recorded=300",
    {
        "hyperreflexia left biceps_reflex; atrophy left hand; weakness left hand": "known_mnd_followup",
        "hyperreflexia left biceps_reflex; spasticity left leg; weight_loss": "known_mnd_followup",
        "ptosis; fatigability": "known_mnd_followup",
        "facial_myokymia left": "known_mnd_followup",
        "fasciculations left hand; medication lithium": "known_mnd_followup",
        "tongue_atrophy; dysarthria; sensory_loss left hand": "known_mnd_followup",
        "weakness left hand": "known_mnd_followup",
        "atrophy left hand; no atrophy left hand recorded=60": "known_mnd_followup",
        "weakness left hand; myalgia; result ck_x_uln 12": "known_mnd_followup",
        "weakness left hand; dark_urine; result ck_x_uln 12": "ck_marked_elevation known_mnd_followup",
        "fatigue; weakness left hand recorded=200": "known_mnd_followup stale_findings_only",
        "weakness left hand; orthopnoea": "known_mnd_followup respiratory_insufficiency_mnd",
        "weakness left hand; weak_cough": "infection_risk_lmn known_mnd_followup",
        "hyperreflexia left biceps_reflex; no hyperreflexia left biceps_reflex": (
            "contradictory_findings known_mnd_followup"
        ),
    },
)
def test_the_diagnosis_silences_the_diagnostic_patterns(record: str, result: str) -> None:
    """P3: tiers 2 to 4 and four overlays; care, data quality and what is critical stay."""
    assert shown(record) == result
