"""Lower motor neuron signs in several regions, no upper motor neuron sign (knowledge base 3.4)."""

from __future__ import annotations

from tests.neuro.told import card, chapter

test_lmn_multi_region = chapter(
    "lmn_multi_region",
    fires={
        "wasting of hand and foot": "atrophy left hand; atrophy left foot",
        "tongue and a weak twitching arm": "tongue_atrophy; weakness left arm; fasciculations left arm",
        "a weak upper motor neuron sign": "atrophy left hand; atrophy left foot; mild_tone_increase left arm",
    },
    silent={
        "one region": "atrophy left hand; weakness left hand; fasciculations left hand",
        "an upper motor neuron sign": "atrophy left hand; atrophy left foot; hyperreflexia left knee_reflex",
        "rapid": (
            "rapid_progression; weakness both arm;weakness both leg; areflexia both knee_reflex; atrophy left hand"
        ),
        "motor neuron disease is known": "atrophy left hand; atrophy left foot; on record als",
        "a genetic disease is known": "atrophy left hand; atrophy left foot; on record sbma",
        "a child": "atrophy left hand; atrophy left foot; age 15",
        "fasciculations alone are no lower sign": "fasciculations left hand; fasciculations left foot",
    },
    unknown={"wasting somewhere else": "atrophy left hand; atrophy left"},
)


def test_is_calmer_where_the_course_is_not_progressive() -> None:
    assert card("lmn_multi_region", "atrophy left hand; atrophy left foot").indicator == "warning"
    calm = card("lmn_multi_region", "atrophy left hand; atrophy left foot; nonprogressive_course")
    assert calm.indicator == "info"
    assert "neurology_referral_routine" in {asked.action for asked in calm.asked}


def test_says_when_every_sign_is_on_both_sides() -> None:
    def places(record: str) -> list[str]:
        return [place.text for place in card("lmn_multi_region", record).localization if not place.site]

    assert "symmetric" in places("atrophy both hand; atrophy both foot")
    assert "symmetric" not in places("atrophy both hand; atrophy left foot")
