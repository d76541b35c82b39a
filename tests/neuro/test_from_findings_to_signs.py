"""Chapter 1. From recorded findings to signs: names by site, scales, age, surroundings (knowledge base 1.3, 2)."""

from __future__ import annotations

import pytest

from tests.neuro.told import read, result, rule
from tests.spec.tiny import table

NORMAL = "no hyperreflexia, no hyporeflexia, no areflexia, no brisk_reflex_equivocal"
BRISK_ABSENT = "no hyperreflexia, no brisk_reflex_equivocal"
LEFT = "tendon_reflex left knee_reflex grade=BEDSIDE:3"
RIGHT = "tendon_reflex right knee_reflex"
LOSS_ABSENT = "no hyporeflexia, no areflexia"


@table(
    {
        "atrophy left tongue": "tongue_atrophy",
        "atrophy left tongue_muscle": "tongue_atrophy",
        "fasciculations tongue": "tongue_fasciculations",
        "fasciculations perioral": "perioral_fasciculations",
        "weakness tongue": "tongue_weakness",
        "no weakness tongue": "no tongue_weakness",
        "sensory_loss perineum": "saddle_anaesthesia",
        "paraesthesia perineum": "saddle_anaesthesia",
        "atrophy left hand": "atrophy",
    }
)
def test_the_site_may_change_the_name(record: str, result: str) -> None:
    assert read(record) == {result}


@table(
    {
        "NINDS:0": f"areflexia, {BRISK_ABSENT}",
        "NINDS:1": f"hyporeflexia, {BRISK_ABSENT}",
        "NINDS:2": NORMAL,
        "NINDS:3": NORMAL,
        "NINDS:4": f"hyperreflexia, {LOSS_ABSENT}",
        "BEDSIDE:2+": NORMAL,
        "BEDSIDE:3+": f"brisk_reflex_equivocal, {LOSS_ABSENT}",
        "BEDSIDE:4+": f"hyperreflexia, {LOSS_ABSENT}",
        "UNKNOWN:++": NORMAL,
        "UNKNOWN:3": f"brisk_reflex_equivocal, {LOSS_ABSENT}",
    }
)
def test_tendon_reflexes(record: str, result: str) -> None:
    """Grade 3 is the upper half of normal on the NINDS scale, and brisk at the bedside (conflict C4)."""
    assert read(f"tendon_reflex left knee_reflex grade={record}") == set(result.split(", "))


@table(
    {
        f"{LEFT}": "brisk_reflex_equivocal",
        f"{LEFT}; {RIGHT} grade=BEDSIDE:2": "hyperreflexia",
        f"{LEFT}; {RIGHT} grade=BEDSIDE:1": "hyperreflexia",
        f"{LEFT}; {RIGHT} grade=NINDS:2": ("brisk_reflex_equivocal"),
        f"{LEFT}; {RIGHT} grade=BEDSIDE:2 recorded=1": ("brisk_reflex_equivocal"),
        f"{LEFT}; extensor_plantar right": "hyperreflexia",
        f"{LEFT}; hoffmann_sign left": "brisk_reflex_equivocal",
        f"{LEFT}; atrophy left foot": "hyperreflexia",
        f"{LEFT}; weakness left foot; fasciculations left foot": "hyperreflexia",
        f"{LEFT}; weakness left foot": "brisk_reflex_equivocal",
        "tendon_reflex left knee_reflex grade=UNKNOWN:3; atrophy left foot": "hyperreflexia",
        "tendon_reflex left knee_reflex grade=NINDS:3; atrophy left foot": "no hyperreflexia",
        "brisk_reflex_equivocal left knee_reflex; atrophy left foot": "brisk_reflex_equivocal",
    }
)
def test_a_brisk_reflex_is_abnormal_for_a_reason(record: str, result: str) -> None:
    """(a) the other side is 2 or less that day on that scale, (b) another S or M sign, (c) wasting or LMN weakness of
    the region. A coded "brisk reflexes" without a grade stays equivocal."""
    assert result in read(record)
    assert len(read(record) & {"brisk_reflex_equivocal", "hyperreflexia"}) == (0 if result.startswith("no") else 1)


@table({"0": "weakness", "3": "weakness", "4-": "weakness", "4+": "weakness", "5": "no weakness"})
def test_muscle_power(record: str, result: str) -> None:
    assert read(f"muscle_power left biceps grade=MRC:{record}") == {result}


@table({"0": "no spasticity", "1": "mild_tone_increase", "1+": "spasticity", "2": "spasticity", "4": "spasticity"})
def test_muscle_tone(record: str, result: str) -> None:
    assert read(f"muscle_tone_mas left leg grade=MAS:{record}") == {result}


@table({"extensor": "extensor_plantar", "flexor": "no extensor_plantar"})
def test_plantar_response(record: str, result: str) -> None:
    assert read(f"plantar_response left plantar grade=PLANTAR:{record}") == {result}


@pytest.mark.parametrize("grade", ["PLANTAR:mute", "PLANTAR:equivocal", "PLANTAR:withdrawal"])
def test_a_plantar_that_says_nothing_replaces_nothing(grade: str) -> None:
    record = f"plantar_response left plantar grade={grade}"
    assert read(record) == set()
    assert result("umn_only", f"{record}; extensor_plantar both recorded=30") == "yes"


@table({"age 23 months": "-", "age 24 months": "W", "age 35 months": "W", "age 36 months": "S", "age unknown": "S"})
def test_an_extensor_plantar_weighs_by_age(record: str, result: str) -> None:
    """Under 24 months it is normal, and no sign at all."""
    held = [
        w for w in "SMW" if rule(f"some: {{sign: extensor_plantar, weight: {w}}}", f"extensor_plantar left; {record}")
    ]
    assert (held or ["-"]) == [result]


@table(
    {
        "hoffmann_sign left": "M",
        "hoffmann_sign both": "W",
        "hoffmann_sign both; mild_tone_increase left arm": "W",
        "hoffmann_sign both; hyperreflexia left knee_reflex": "M",
        "hoffmann_sign both; inverted_supinator_reflex left brachioradialis_reflex": "M",
    }
)
def test_u4_a_hoffmann_sign_of_both_sides_alone_is_weak(record: str, result: str) -> None:
    assert rule(f"some: {{sign: hoffmann_sign, weight: {result}}}", record)


@table(
    {
        "inverted_supinator_reflex left brachioradialis_reflex": "W",
        "inverted_supinator_reflex left brachioradialis_reflex; clonus left ankle_reflex": "M",
        "inverted_supinator_reflex left brachioradialis_reflex; hoffmann_sign both": "M",
    }
)
def test_u4_an_inverted_supinator_jerk_alone_is_weak(record: str, result: str) -> None:
    assert rule(f"some: {{sign: inverted_supinator_reflex, weight: {result}}}", record)
