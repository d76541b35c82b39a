"""``genetic_lmn_care``: a genetic lower motor neuron disease is on record (knowledge.md 3.4 tier 1, P3)."""

from __future__ import annotations

from tests.patterns.asking import beside, indicator, localization, mays, musts, records, result_of, shown

PATTERN = "genetic_lmn_care"
SMA = "on record sma recorded=3000; proximal_weakness both leg recorded=100"


@records(
    {
        "fatigue; on record sma": "yes",
        "fatigue; on record sbma": "yes",
        "fatigue; on record hmn": "yes",
        "fatigue; on record sma provisional": "no",
        "fatigue; family_history_neuromuscular": "no",
        "fatigue; on record als": "no",
        "fatigue; on record sma; age 4": "yes",
    }
)
def test_it_fires_for_each_confirmed_diagnosis(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


def test_it_is_information_about_care() -> None:
    assert indicator(PATTERN, SMA) == "info"
    assert localization(PATTERN, SMA) == "anterior horn cell (established genetic disease)"
    assert musts(PATTERN, SMA) == "exercise_guidance_submaximal mdt_care"
    assert mays(PATTERN, SMA) == "fvc genetic_testing_discussion infection_vigilance"


@beside(
    "on record sbma recorded=3000; sex male",
    {
        "atrophy left hand; atrophy left leg; gynaecomastia": "genetic_lmn_care",
        "atrophy left hand": "genetic_lmn_care",
        "tongue_atrophy; dysarthria": "genetic_lmn_care",
        "proximal_weakness both leg; ptosis": "genetic_lmn_care",
        "fasciculations left hand; weight_loss": "genetic_lmn_care",
        "fasciculations left hand": "genetic_lmn_care",
        "weakness left hand": "genetic_lmn_care",
        "fasciculations left hand; cramps; no weakness generalised; no atrophy generalised; "
        "no hyperreflexia generalised; no areflexia generalised; no hyporeflexia generalised": "genetic_lmn_care",
        "fasciculations left hand; medication lithium": "drug_toxic_fasciculations genetic_lmn_care",
        "ptosis; diplopia": "genetic_lmn_care nmj_fatigable",
        "hemifacial_spasm left": "genetic_lmn_care hemifacial_spasm",
    },
)
def test_the_diagnosis_silences_what_it_explains(record: str, result: str) -> None:
    """P3 for genetic disease: its own list; everything else stays."""
    assert shown(record) == result


@beside(
    "on record sma recorded=3000; atrophy left hand",
    {
        "hyperreflexia left biceps_reflex": "genetic_lmn_care mixed_same_region",
        "extensor_plantar left": "genetic_lmn_care mixed_multi_region myelopathy",
        "brisk_jaw_jerk": "genetic_lmn_care mixed_multi_region",
    },
)
def test_a_new_upper_motor_neuron_sign_is_not_silenced(record: str, result: str) -> None:
    assert shown(record) == result
