"""``mmn_pattern``: motor nerves one by one, weakness exceeding wasting (knowledge.md 3.4 tier 3, R12)."""

from __future__ import annotations

from tests.patterns.asking import beside, indicator, is_shown, localization, mays, musts, records, result_of, shown

PATTERN = "mmn_pattern"
ARM = (
    "weakness left extensor_digitorum onset=100; "
    "weakness left first_dorsal_interosseous onset=100; fasciculations left forearm"
)
FULL = f"{ARM}; no sensory_loss generalised; no atrophy left extensor_digitorum"


@beside(
    ARM,
    {
        "": "unknown",
        "no sensory_loss generalised": "unknown",
        "no atrophy left extensor_digitorum": "unknown",
        "no sensory_loss generalised; no atrophy left extensor_digitorum": "yes",
        "no sensory_loss generalised; no atrophy left arm": "yes",
        "no sensory_loss generalised; no atrophy generalised": "yes",
        "no sensory_loss generalised; no atrophy right extensor_digitorum": "unknown",
        "no sensory_loss left hand; no atrophy left arm": "yes",
        "sensory_loss left hand; no atrophy left arm": "no",
    },
)
def test_it_needs_the_explicit_negatives_of_sensation_and_bulk(record: str, result: str) -> None:
    """N2: an explicit negative; N8: unknown until it is recorded."""
    assert result_of(PATTERN, record) == result


@beside(
    FULL,
    {
        "age 16": "yes",
        "age 15": "no",
        "hyperreflexia left biceps_reflex": "no",
        "hyperreflexia right knee_reflex": "no",
        "tongue_atrophy": "no",
        "tongue_fasciculations": "no",
        "dysphagia": "no",
        "sialorrhoea": "no",
        "weakness right deltoid onset=100": "yes",
        "weakness right extensor_digitorum; weakness right first_dorsal_interosseous; "
        "fasciculations right forearm": "no",
        "weakness right extensor_digitorum; fasciculations right forearm": "yes",
        "atrophy left first_dorsal_interosseous": "yes",
    },
)
def test_no_upper_no_bulbar_and_not_mirror_symmetric(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    "no sensory_loss generalised; no atrophy generalised; fasciculations left forearm",
    {
        "weakness left extensor_digitorum onset=100": "no",
        "weakness left extensor_digitorum onset=100; weakness left triceps onset=100": "no",
        "weakness left fdp_index onset=100; weakness left fdp_little onset=100": "yes",
        "weakness left extensor_digitorum onset=100; weakness left tibialis_anterior onset=100": "no",
        "weakness left hand onset=100; weakness left first_dorsal_interosseous onset=100": "no",
    },
)
def test_two_trunk_nerves_with_lower_motor_neuron_evidence(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    "no sensory_loss generalised; no atrophy generalised; fasciculations left forearm; "
    "weakness left first_dorsal_interosseous onset=10",
    {
        "weakness left extensor_digitorum onset=30": "no",
        "weakness left extensor_digitorum onset=31": "yes",
        "weakness left extensor_digitorum onset=30; progressive_course": "yes",
        "weakness left extensor_digitorum onset=30; nonprogressive_course": "no",
        "weakness left extensor_digitorum": "unknown",
    },
)
def test_it_took_over_thirty_days_or_progresses(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


def test_it_warns_and_asks_for_conduction_block_and_anti_gm1() -> None:
    assert indicator(PATTERN, FULL) == "warning"
    assert musts(PATTERN, FULL) == "anti_gm1 ck emg_ncs neurology_referral_urgent"
    assert mays(PATTERN, FULL) == "mri_plexus"
    assert localization(PATTERN, FULL) == "motor nerves, multifocal"


@records(
    {
        FULL: "mmn_pattern",
        f"{FULL}; weakness left tibialis_anterior onset=100; fasciculations left calf": "lmn_multi_region mmn_pattern",
        f"{FULL}; nerve_territory_sensory_loss left hand": "mmn_pattern",
    }
)
def test_it_silences_the_single_region_and_stays_beside_several(record: str, result: str) -> None:
    """P4, P5."""
    assert shown(record) == result
    assert is_shown("lmn_single_region", record) == "no"
