"""Fasciculations with another abnormal finding (knowledge base 3.4)."""

from __future__ import annotations

from tests.neuro.told import chapter

test_fasciculations_with_deficit = chapter(
    "fasciculations_with_deficit",
    fires={
        "weakness of another limb": "fasciculations left hand; weakness left foot",
        "weakness without a place": "fasciculations left hand; weakness",
        "reflex loss": "fasciculations left hand; areflexia left ankle_reflex",
        "an upper motor neuron sign": "fasciculations left hand; hyperreflexia left knee_reflex",
        "weight loss": "fasciculations left hand; weight_loss",
        "breathless lying flat": "fasciculations left hand; orthopnoea",
        "a bulbar symptom": "fasciculations left hand; choking",
        "a twitching chin and weight loss": "perioral_fasciculations; weight_loss",
        "in an old stroke, with reflex loss": (
            "fasciculations left hand; areflexia left ankle_reflex; nonprogressive_course;"
            "on record stroke_sequelae left recorded=900"
        ),
    },
    silent={
        "nothing else": "fasciculations left hand",
        "cramps": "fasciculations left hand; cramps left calf",
        "the same limb is weak: a lower motor neuron pattern": "fasciculations left hand; weakness left hand",
        "wasting anywhere: a lower motor neuron pattern": "fasciculations left hand; atrophy left foot",
        "the tongue twitches": "tongue_fasciculations; weight_loss",
        "motor neuron disease is known": "fasciculations left hand; weight_loss; on record als",
        "a child": "fasciculations left hand; weight_loss; age 15",
        "in an old stroke, with weakness": (
            "fasciculations left hand; weakness left foot; nonprogressive_course;"
            "on record stroke_sequelae left recorded=900"
        ),
    },
)
