"""Motor sign that cannot be localised (knowledge base 3.4)."""

from __future__ import annotations

from tests.neuro.told import card, chapter

test_a_signs_that_ask_for_localization = chapter(
    "insufficient_data",
    fires={
        "weakness with a place": "weakness left hand",
        "weakness with a grade": "weakness grade=MRC:3",
        "head drop": "head_drop",
        "tongue weakness": "tongue_weakness",
        "slurred speech": "dysarthria",
        "a lost knee jerk": "areflexia left knee_reflex",
        "flaccidity": "flaccidity left leg",
        "an upper motor neuron sign without a region (U5)": "spasticity",
        "wasting without a region": "atrophy",
        "an upper motor neuron sign beside weakness": "hyperreflexia left biceps_reflex; weakness right foot",
        "28 days ago": "weakness left hand recorded=28",
    },
    silent={
        "29 days ago": "weakness left hand recorded=29",
        "only on the problem list": "weakness left hand problem",
        "weakness of the whole body": "weakness generalised",
        "lost ankle jerks": "areflexia both ankle_reflex",
        "a point of the stroke scale": "weakness left arm grade=NIHSS:2",
        "MRC 4- without another sign": "weakness left hand grade=MRC:4-",
        "MRC 4 beside lost ankle jerks over 70": "weakness left hand grade=MRC:4; areflexia both ankle_reflex; age 71",
        "an injured arm": "weakness left hand; on record limb_trauma left limb=arm recorded=100",
        "symmetric reduced reflexes with normal power": "hyporeflexia both knee_reflex; no weakness generalised",
        "slurred speech in Parkinson disease": "dysarthria; on record parkinson_disease",
        "motor neuron disease is known": "weakness left hand; on record als",
        "another pattern is shown": "weakness left hand; atrophy left hand",
        "weakness explained by an old stroke": (
            "weakness left hand; nonprogressive_course; on record stroke_sequelae left recorded=900"
        ),
    },
)

test_b_two_soft_signs = chapter(
    "insufficient_data",
    fires={
        "falls and weakness without a place": "falls; weakness",
        "gait and choking": "gait_disturbance; choking",
        "drooling and nasal regurgitation": "sialorrhoea; nasal_regurgitation",
    },
    silent={
        "one": "falls",
        "weakness counts once": "weakness generalised; distal_weakness generalised",
        "one of them only on the problem list": "falls; gait_disturbance problem",
        "gait and falls in Parkinson disease": "falls; gait_disturbance; on record parkinson_disease",
    },
    unknown={"one weakness, place not recorded": "weakness; distal_weakness"},
)

test_c_one_soft_sign_that_gets_worse = chapter(
    "insufficient_data",
    fires={
        "falls, progressive": "falls; progressive_course",
        "choking, progressive": "choking; progressive_course",
    },
    silent={"fatigue, progressive": "fatigue; progressive_course"},
)


def test_is_urgent_when_severe_or_getting_worse() -> None:
    assert card("insufficient_data", "weakness left hand").indicator == "info"
    assert card("insufficient_data", "weakness left hand grade=MRC:3").indicator == "warning"
    assert card("insufficient_data", "weakness left hand; progressive_course").indicator == "warning"
    assert card("insufficient_data", "hyperreflexia left biceps_reflex; weakness right foot").indicator == "warning"


def test_names_what_is_missing() -> None:
    assert card("insufficient_data", "weakness left hand").summary == (
        "Motor sign recorded but not localisable: add muscle bulk, tone, reflexes"
    )
