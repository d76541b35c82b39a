"""Upper and lower motor neuron signs in several regions (knowledge base 3.4)."""

from __future__ import annotations

from tests.neuro.told import card, chapter

test_mixed_multi_region = chapter(
    "mixed_multi_region",
    fires={
        "each kind in its own region": "hyperreflexia left knee_reflex; atrophy left hand",
        "both kinds in one, one kind in another": (
            "hyperreflexia left biceps_reflex; atrophy left hand; extensor_plantar left"
        ),
        "the face and a leg": "tongue_atrophy; extensor_plantar right",
    },
    silent={
        "one region": "hyperreflexia left biceps_reflex; atrophy left hand",
        "no upper sign": "atrophy left hand; atrophy left foot",
        "no lower sign": "hyperreflexia left biceps_reflex; extensor_plantar left",
        "reflex loss without weakness is no lower sign": (
            "hyperreflexia left biceps_reflex; areflexia both ankle_reflex"
        ),
        "motor neuron disease is known": "hyperreflexia left knee_reflex; atrophy left hand; on record pma",
        "a child": "hyperreflexia left knee_reflex; atrophy left hand; age 15",
        "a known cord disease explains it": (
            "hyperreflexia left knee_reflex; atrophy left hand; nonprogressive_course;"
            "on record spinal_cord_injury recorded=900"
        ),
    },
    unknown={"wasting without a place": "extensor_plantar left; atrophy left"},
)


def test_says_when_a_cord_lesion_can_look_the_same() -> None:
    def places(record: str) -> list[str]:
        return [place.text for place in card("mixed_multi_region", record).localization if not place.site]

    assert "cervical cord lesion can give the same picture" in places("extensor_plantar left; atrophy left hand")
    assert "cervical cord lesion can give the same picture" not in places(
        "hyperreflexia left biceps_reflex; atrophy left foot"
    )
    assert places("tongue_atrophy; extensor_plantar left") == [
        "anterior horn cell and corticospinal tract, several regions, bulbar"
    ]
