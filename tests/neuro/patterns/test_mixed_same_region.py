"""Upper and lower motor neuron signs confined to one region (knowledge base 3.4)."""

from __future__ import annotations

from tests.neuro.told import card, chapter, used

test_mixed_same_region = chapter(
    "mixed_same_region",
    fires={
        "an arm": "hyperreflexia left biceps_reflex; atrophy left hand",
        "the other side of the region": "hyperreflexia right biceps_reflex; atrophy left hand",
        "the legs": "extensor_plantar left; weakness left foot; fasciculations left foot",
        "the face": "brisk_jaw_jerk; tongue_atrophy",
        "age unknown": "hyperreflexia left biceps_reflex; atrophy left hand; age unknown",
    },
    silent={
        "another region has a sign of one kind": (
            "hyperreflexia left biceps_reflex; atrophy left hand; extensor_plantar left"
        ),
        "each kind in its own region": "hyperreflexia left biceps_reflex; atrophy left foot",
        "upper signs only": "hyperreflexia left biceps_reflex; clonus left hand",
        "lower signs only": "atrophy left hand",
        "a weak upper sign": "mild_tone_increase left arm; atrophy left hand",
        "motor neuron disease is known": "hyperreflexia left biceps_reflex; atrophy left hand; on record als",
        "a child": "hyperreflexia left biceps_reflex; atrophy left hand; age 15",
        "a known cord disease explains it": (
            "hyperreflexia left biceps_reflex; atrophy left hand; nonprogressive_course;"
            "on record cervical_myelopathy recorded=900"
        ),
    },
    unknown={"wasting without a place": "hyperreflexia left biceps_reflex; atrophy left"},
)


def test_rests_on_the_signs_of_both_kinds() -> None:
    assert (
        used("mixed_same_region", "hyperreflexia left biceps_reflex; atrophy left hand; paraesthesia left foot")
        == "1 2"
    )


def test_names_region_and_side() -> None:
    fired = card("mixed_same_region", "hyperreflexia left biceps_reflex; atrophy left hand")
    assert fired.summary.startswith("UMN and LMN signs in left arm:")
    assert [place.text for place in fired.localization if not place.site] == [
        "anterior horn cell and corticospinal tract, cervical",
        "or cervical cord",
    ]
