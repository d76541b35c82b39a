"""``kennedy_pattern``: a man with lower motor neuron signs and a clue (knowledge.md 3.4 tier 3, R13)."""

from __future__ import annotations

from tests.patterns.asking import beside, indicator, localization, mays, musts, result_of, shown

PATTERN = "kennedy_pattern"
MAN = "sex male; age 50"
LOWER = f"{MAN}; atrophy left hand"


@beside(
    LOWER,
    {
        "": "no",
        "gynaecomastia": "yes",
        "perioral_fasciculations": "yes",
        "fasciculations perioral": "yes",
        "action_tremor": "no",
        "family_history_neuromuscular": "no",
        "action_tremor; family_history_neuromuscular": "yes",
        "action_tremor; family_history_mnd": "no",
        "no gynaecomastia": "no",
    },
)
def test_it_needs_a_clue(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    f"{LOWER}; gynaecomastia",
    {
        "age 17": "no",
        "age 18": "yes",
        "age unknown": "unknown",
        "sex female": "no",
        "hyperreflexia left biceps_reflex": "no",
        "extensor_plantar left": "no",
    },
)
def test_a_grown_man_without_upper_signs(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


def test_missing_sex_is_unknown() -> None:
    """N5: missing sex: it does not fire; N8: it could."""
    assert result_of(PATTERN, "age 50; atrophy left hand; gynaecomastia") == "unknown"


@beside(
    MAN,
    {
        "perioral_fasciculations": "no",
        "gynaecomastia": "no",
        "perioral_fasciculations; dysarthria": "yes",
        "perioral_fasciculations; weakness left jaw": "yes",
        "tongue_fasciculations; perioral_fasciculations": "yes",
        "gynaecomastia; weakness left hand": "no",
        "gynaecomastia; weakness left hand; fasciculations left hand": "yes",
    },
)
def test_a_lower_motor_neuron_region_is_needed(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


def test_it_offers_counselling_before_a_test() -> None:
    record = f"{LOWER}; gynaecomastia"
    assert indicator(PATTERN, record) == "info"
    assert musts(PATTERN, record) == "ck emg_ncs genetic_testing_discussion neurology_referral_routine"
    assert mays(PATTERN, record) == "glucose_hba1c"
    assert localization(PATTERN, record) == "bulbar and spinal lower motor neuron"


@beside(
    f"{LOWER}; gynaecomastia",
    {
        "": "kennedy_pattern lmn_single_region",
        "atrophy left calf": "kennedy_pattern lmn_multi_region",
        "tongue_atrophy": "bulbar_motor_syndrome kennedy_pattern lmn_multi_region",
        "on record sbma": "genetic_lmn_care",
    },
)
def test_it_stays_beside_lower_motor_neuron_patterns(record: str, result: str) -> None:
    assert shown(record) == result
