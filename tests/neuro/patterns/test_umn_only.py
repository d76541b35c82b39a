"""Upper motor neuron signs without lower motor neuron signs (knowledge base 3.4)."""

from __future__ import annotations

from tests.neuro.told import card, chapter

test_umn_only = chapter(
    "umn_only",
    fires={
        "one strong sign": "spasticity both leg",
        "two moderate signs of one region": "hyperreflexia both biceps_reflex; slow_fine_movements both hand",
        "one moderate sign in each of two regions": "hyperreflexia both biceps_reflex; hyperreflexia both knee_reflex",
        "course not progressive": "spasticity both leg; nonprogressive_course",
    },
    silent={
        "a lower motor neuron region": "spasticity both leg; atrophy left hand",
        "one moderate sign": "hyperreflexia both knee_reflex",
        "weak signs": "mild_tone_increase both leg; absent_abdominal_reflexes",
        "a cord feature: the cord pattern speaks": "spasticity both leg; neck_pain",
        "lupus: its pattern speaks": "spasticity both leg onset=400; on record sle",
        "sudden": "spasticity both leg; sudden_onset",
        "motor neuron disease is known": "spasticity both leg; on record pls",
        "explained by cerebral palsy": (
            "spasticity both leg; nonprogressive_course; on record cerebral_palsy recorded=9000"
        ),
        "a child": "spasticity both leg; age 15",
    },
    unknown={"a second sign without a place": "hyperreflexia both knee_reflex; hyperreflexia"},
)


def test_says_how_high_it_points() -> None:
    def places(record: str) -> list[str]:
        return [place.text for place in card("umn_only", record).localization if not place.site]

    assert places("spasticity both leg; spasticity both arm") == ["corticospinal tract above C5"]
    assert places("spasticity both leg") == ["corticospinal tract, thoracic cord or above"]
    assert places("spasticity both arm") == ["corticospinal tract, cervical cord or above"]
    assert places("spasticity both arm; brisk_jaw_jerk") == [
        "corticospinal tract, cervical cord or above",
        "corticobulbar, above mid pons",
    ]
