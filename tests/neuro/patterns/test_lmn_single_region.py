"""Lower motor neuron signs in one region, no better explanation (knowledge base 3.4)."""

from __future__ import annotations

from tests.neuro.told import card, chapter

test_lmn_single_region = chapter(
    "lmn_single_region",
    fires={
        "wasting of a hand": "atrophy left hand",
        "a weak and twitching leg": "weakness left leg; fasciculations left leg",
        "trunk": "atrophy left abdomen",
    },
    silent={
        "the bulbar region has its own pattern": "tongue_atrophy",
        "two regions": "atrophy left hand; atrophy left foot",
        "an upper motor neuron sign anywhere": "atrophy left hand; brisk_jaw_jerk",
        "motor neuron disease is known": "atrophy left hand; on record als",
        "a genetic disease is known": "atrophy left hand; on record hmn",
        "a child": "atrophy left hand; age 15",
        "a known cord disease explains it": (
            "atrophy left hand; nonprogressive_course; on record cervical_myelopathy recorded=900"
        ),
        "weakness alone": "weakness left hand",
    },
    unknown={"wasting without a place": "atrophy left"},
)


def test_asks_for_the_spine_of_the_region() -> None:
    def asked(record: str) -> set[str]:
        return {one.action for one in card("lmn_single_region", record).asked if one.strength == "must"}

    assert "mri_cervical_spine" in asked("atrophy left hand")
    assert "mri_lumbar_spine" in asked("atrophy left leg")
    assert "mri_whole_spine" in asked("atrophy left abdomen")
    assert "ck" not in asked("atrophy left hand")
    assert "ck" in asked("weakness left leg; fasciculations left leg")


def test_says_when_botulinum_toxin_may_explain_it() -> None:
    said = card("lmn_single_region", "atrophy left hand; medication botulinum_toxin ended=183").lines
    assert any("Botulinum toxin" in line for line in said)
    unsaid = card("lmn_single_region", "atrophy left hand; medication botulinum_toxin ended=184").lines
    assert not any("Botulinum toxin" in line for line in unsaid)
