"""Fasciculations without a full examination (knowledge base 3.4)."""

from __future__ import annotations

from tests.neuro.told import CLEAN, card, chapter

test_fasciculations_isolated_incomplete_exam = chapter(
    "fasciculations_isolated_incomplete_exam",
    fires={
        "nothing else recorded": "fasciculations left hand",
        "with cramps": "fasciculations left hand; cramps left calf",
        "power is normal, nothing else is recorded": "fasciculations left hand; no weakness generalised",
        "the chin twitches": "perioral_fasciculations",
        "the chin twitches, everything else is normal": f"perioral_fasciculations; {CLEAN}",
    },
    silent={
        "the examination is clean": f"fasciculations left hand; {CLEAN}",
        "weakness": "fasciculations left hand; weakness left foot",
        "reflex loss": "fasciculations left hand; areflexia left ankle_reflex",
        "an upper motor neuron sign": "fasciculations left hand; hyperreflexia left knee_reflex",
        "weight loss": "fasciculations left hand; weight_loss",
        "breathless lying flat": "fasciculations left hand; orthopnoea",
        "a bulbar symptom": "fasciculations left hand; choking",
        "the tongue twitches": "tongue_fasciculations; fasciculations left hand",
        "the tongue twitches alone": "tongue_fasciculations",
        "a child": "fasciculations left hand; age 15",
    },
)


def test_never_reassures_and_never_asks_for_emg() -> None:
    asked = {one.action for one in card("fasciculations_isolated_incomplete_exam", "fasciculations left hand").asked}
    assert "complete_exam" in asked
    assert not asked & {"reassurance", "emg_ncs"}
