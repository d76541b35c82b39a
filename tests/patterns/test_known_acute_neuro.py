"""``known_acute_neuro``: an acute diagnosis of the last 90 days is on record (knowledge.md 3.2)."""

from __future__ import annotations

import pytest

from tests.patterns.asking import beside, is_shown, records, shown

MIXED = "atrophy left hand recorded=5; hyperreflexia left biceps_reflex recorded=5"
PARALYSIS = "weakness both leg recorded=30 onset=32; areflexia both knee_reflex recorded=30 onset=32"


@pytest.mark.parametrize(
    "diagnosis",
    [
        "guillain_barre",
        "cord_compression",
        "acute_myelitis",
        "acute_cord_lesion",
        "cauda_equina",
        "critical_illness_neuromyopathy",
    ],
)
def test_each_diagnosis_silences_the_work_up(diagnosis: str) -> None:
    assert shown(f"{MIXED}; on record {diagnosis} recorded=20") == ""


@beside(
    MIXED,
    {
        "on record guillain_barre recorded=90": "",
        "on record guillain_barre recorded=91": "mixed_same_region",
        "on record guillain_barre recorded=400 onset=90": "",
        "on record guillain_barre recorded=20 provisional": "mixed_same_region",
        "on record guillain_barre": "mixed_same_region",
    },
)
def test_confirmed_and_recorded_or_begun_in_90_days(record: str, result: str) -> None:
    assert shown(record) == result


@beside(
    "on record guillain_barre recorded=20",
    {
        "weakness left hand recorded=5": "",
        "facial_myokymia left": "",
        "fasciculations left hand": "",
        f"{MIXED}; sensory_loss left foot": "",
        f"{MIXED}; weakness left hand recorded=5 grade=MRC:3; weakness left hand recorded=60 grade=MRC:4": "",
        f"{MIXED}; morning_headache; daytime_sleepiness": "",
        f"{MIXED}; weak_cough": "infection_risk_lmn",
        "hyperreflexia left biceps_reflex; no hyperreflexia left biceps_reflex": "contradictory_findings",
        "on record als; fatigue": "known_mnd_followup",
        "age 8; proximal_weakness both leg recorded=5": "paediatric_motor_pattern",
    },
)
def test_tiers_2_to_4_and_six_overlays_are_silent_and_the_rest_speaks(record: str, result: str) -> None:
    assert shown(record) == result


@beside(
    "on record guillain_barre recorded=10",
    {
        "weakness both leg recorded=2 onset=12; areflexia both knee_reflex recorded=2 onset=12": "no",
        "weakness both leg recorded=2 onset=9; areflexia both knee_reflex recorded=2": "shown",
        "weakness both leg recorded=2 onset=10; areflexia both knee_reflex recorded=2": "no",
        "weakness both leg recorded=2; areflexia both knee_reflex recorded=2; rapid_progression recorded=12": "no",
        "weakness both leg recorded=2 grade=MRC:2; weakness both leg recorded=8 grade=MRC:3; "
        "areflexia both knee_reflex recorded=2": "shown",
        "weakness both leg recorded=2; no weakness both leg recorded=8; areflexia both knee_reflex recorded=2": "shown",
        "weakness both leg recorded=2 onset=12; rapid_progression recorded=9": "shown",
    },
)
def test_the_emergency_needs_something_that_began_or_worsened_after_it(record: str, result: str) -> None:
    assert is_shown("rapid_flaccid_weakness", record).replace("unknown", "no") == result


def test_on_its_own_day_the_emergency_stands() -> None:
    record = "weakness both leg recorded=0 onset=5; areflexia both knee_reflex recorded=0"
    assert is_shown("rapid_flaccid_weakness", f"{record}; on record guillain_barre recorded=0") == "shown"


@records(
    {
        "weakness left thigh recorded=30 onset=60; on record cord_compression recorded=0": "red_flag_unresolved",
        "weakness left thigh recorded=30 onset=60; on record cord_compression recorded=2": "red_flag_unresolved",
        "weakness left thigh recorded=30 onset=60; on record cauda_equina recorded=2": "red_flag_unresolved",
        "weakness left thigh recorded=30 onset=60; on record cord_compression recorded=3": "",
        "weakness left thigh recorded=30 onset=60; on record acute_myelitis recorded=1": "",
        "weakness left thigh recorded=30 onset=60; on record cord_compression recorded=1; "
        "order mri_whole_spine requested day=2": "",
        "weakness left thigh recorded=30 onset=60; on record cord_compression recorded=1; "
        "order mri_whole_spine requested day=3": "red_flag_unresolved",
    }
)
def test_a_compression_without_an_order_is_a_red_flag(record: str, result: str) -> None:
    assert shown(record) == result


@beside(
    f"{PARALYSIS}; on record guillain_barre recorded=20",
    {"hypoxia": "", "reduced_consciousness": "", "dyspnoea_rest": "red_flag_unresolved"},
)
def test_hypoxia_and_drowsiness_alone_are_no_red_flag_here(record: str, result: str) -> None:
    found = {"red_flag_unresolved", "neuromuscular_respiratory_compromise"} & set(shown(record).split())
    assert bool(found) == bool(result)
