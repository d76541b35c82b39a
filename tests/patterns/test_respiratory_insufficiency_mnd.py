"""``respiratory_insufficiency_mnd``: weak breathing in motor neuron disease or its patterns (2.7, 3.4 tier 5)."""

from __future__ import annotations

from tests.patterns.asking import beside, indicator, is_shown, is_suggested, mays, musts, records

PATTERN = "respiratory_insufficiency_mnd"
ALS = "on record als recorded=300; weakness left hand recorded=100"


@beside(
    ALS,
    {
        "": "no",
        "result fvc_pct 49": "shown",
        "result fvc_pct 49 day=365": "shown",
        "result fvc_pct 49 day=366": "no",
        "result fvc_pct 50": "no",
        "result fvc_pct 50; dyspnoea_exertion": "shown",
        "result fvc_pct 79; morning_headache": "shown",
        "result fvc_pct 80; morning_headache": "no",
        "result fvc_pct 79 day=365; morning_headache": "shown",
        "result fvc_pct 79 day=366; morning_headache": "no",
        "result snip_cmh2o 40 day=365": "shown",
        "result mip_cmh2o 40 day=365": "shown",
        "result mip_cmh2o 40 day=366": "no",
        "result fvc_pct 40 day=50; result fvc_pct 81 day=2": "no",
        "result snip_cmh2o 40": "shown",
        "result snip_cmh2o 41": "no",
        "result snip_cmh2o 40 day=366": "no",
        "result mip_cmh2o 40": "shown",
        "result mip_cmh2o 41": "no",
        "orthopnoea": "shown",
        "dyspnoea_rest recorded=5": "shown",
        "paradoxical_breathing recorded=100": "no",
        "hypoxia": "shown",
        "hypercapnia": "shown",
        "weak_cough": "no",
        "morning_headache": "no",
        "morning_headache; daytime_sleepiness": "shown",
        "weak_cough; dyspnoea_exertion": "shown",
        "daytime_sleepiness; dyspnoea_exertion": "shown",
        "morning_headache; recurrent_chest_infection": "no",
    },
)
def test_each_measure_and_sign(record: str, result: str) -> None:
    assert is_shown(PATTERN, record) == result


@beside(
    "morning_headache; daytime_sleepiness",
    {
        "on record sma; fatigue": "shown",
        "on record sbma; fatigue": "shown",
        "on record pls; fatigue": "shown",
        "on record als provisional; fatigue": "no",
        "hyperreflexia left biceps_reflex recorded=40; atrophy left hand recorded=40": "shown",
        "hyperreflexia left biceps_reflex recorded=40; atrophy left calf recorded=40": "shown",
        "atrophy left hand recorded=40; atrophy left calf recorded=40": "shown",
        "tongue_atrophy recorded=40; dysarthria recorded=40": "shown",
        "atrophy left hand recorded=40": "no",
        "spasticity left leg recorded=40; spasticity left arm recorded=40": "no",
        "fatigue": "no",
        "on record als; fatigue; on record guillain_barre recorded=20": "silenced",
    },
)
def test_known_disease_or_a_pattern_that_is_shown(record: str, result: str) -> None:
    assert is_shown(PATTERN, record) == result


def test_the_emergency_takes_its_place() -> None:
    record = f"{ALS}; paradoxical_breathing; weakness left deltoid onset=3"
    assert is_shown("neuromuscular_respiratory_compromise", record) == "shown"
    assert is_shown(PATTERN, record) == "no"


def test_it_asks_for_the_ventilation_service() -> None:
    record = f"{ALS}; orthopnoea"
    assert indicator(PATTERN, record) == "warning"
    assert musts(PATTERN, record) == "blood_gas_oximetry fvc respiratory_referral_niv"
    assert mays(PATTERN, record) == ""


@records(
    {
        f"{ALS}; orthopnoea; order fvc resulted day=90": "resulted",
        f"{ALS}; orthopnoea; order fvc resulted day=91": "must",
        f"{ALS}; orthopnoea; age 5": "not-applicable superseded",
    }
)
def test_a_vital_capacity_of_90_days_is_enough(record: str, result: str) -> None:
    assert is_suggested("fvc", record) in result.split()
