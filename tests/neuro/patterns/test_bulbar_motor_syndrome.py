"""Bulbar motor signs (knowledge base 3.4)."""

from __future__ import annotations

from tests.neuro.told import card, chapter

test_bulbar_motor_syndrome = chapter(
    "bulbar_motor_syndrome",
    fires={
        "a wasted tongue": "tongue_atrophy",
        "spastic speech": "spastic_dysarthria",
        "a brisk jaw jerk with trouble swallowing": "brisk_jaw_jerk; dysphagia",
        "forced laughing with slurred speech": "pseudobulbar_affect; dysarthria",
        "a bulbar symptom and a lower motor neuron limb": "choking; atrophy left hand",
        "a bulbar symptom and an upper motor neuron limb": "choking; extensor_plantar left",
        "slurred speech, progressive": "dysarthria; progressive_course",
        "trouble swallowing, progressive": "dysphagia; progressive_course",
        "sudden, but the tongue is wasted": "tongue_atrophy; sudden_onset",
    },
    silent={
        "slurred speech alone": "dysarthria",
        "choking, progressive": "choking; progressive_course",
        "a brisk jaw jerk alone": "brisk_jaw_jerk",
        "sudden spastic speech": "spastic_dysarthria; sudden_onset",
        "motor neuron disease is known": "tongue_atrophy; on record als",
        "a genetic disease is known": "tongue_atrophy; on record sbma",
        "a child": "tongue_atrophy; age 15",
        "explained by an old stroke": (
            "spastic_dysarthria; nonprogressive_course; on record stroke_sequelae recorded=900"
        ),
        "a twitching chin alone": "perioral_fasciculations",
        "one side of the face": "lmn_facial_weakness left face",
    },
)


def test_says_which_neuron() -> None:
    def places(record: str) -> list[str]:
        return [place.text for place in card("bulbar_motor_syndrome", record).localization if not place.site]

    assert places("tongue_atrophy") == ["medulla, cranial nerve nuclei IX-XII or their nerves"]
    assert places("spastic_dysarthria") == ["corticobulbar tracts, both sides, above the medulla"]
    assert places("dysarthria; progressive_course") == ["bulbar, level undetermined"]
    assert places("spastic_dysarthria; tongue_atrophy") == ["bulbar, upper and lower motor neuron"]
