"""Sudden one-sided weakness or speech loss (knowledge base 3.4; dated hemiparesis 3.2)."""

from __future__ import annotations

from tests.neuro.told import card, chapter

test_triggered_by_sudden_onset = chapter(
    "acute_hemispheric_syndrome",
    fires={
        "one arm": "sudden_onset; weakness left arm",
        "one part, even distal": "sudden_onset; distal_weakness right hand",
        "the lower face": "sudden_onset; central_facial_weakness left face",
        "flaccidity of a leg": "sudden_onset; flaccidity right leg",
        "an unknown side counts as one side": "sudden_onset; weakness arm",
        "no deficit but a new upper motor neuron sign": "sudden_onset; hyperreflexia left biceps_reflex",
        "a deficit, and such a sign on the other side": "sudden_onset; weakness left arm; extensor_plantar right",
        "old weakness of the other side": "sudden_onset; weakness left arm; weakness right leg onset=300",
        "old wasting of the limb": "sudden_onset; weakness left arm; atrophy left hand onset=900",
        "loss of language": "sudden_onset; aphasia",
        "slurred speech": "sudden_onset; dysarthria",
        "trouble swallowing": "sudden_onset; dysphagia",
        "a vocal fold palsy": "sudden_onset; vocal_fold_palsy",
        "7 days ago": "sudden_onset recorded=7; weakness left arm recorded=7",
    },
    silent={
        "both sides": "sudden_onset; weakness left leg; weakness right leg",
        "upper motor neuron signs of both sides, no deficit": "sudden_onset; extensor_plantar both",
        "8 days ago": "sudden_onset recorded=8; weakness left arm recorded=8",
        "weakness that began 8 days ago": "sudden_onset; weakness left arm onset=8",
        "a sensory level": "sudden_onset; weakness left leg; sensory_level grade=T8",
        "the whole half of the face is no face sign here": "sudden_onset; lmn_facial_weakness left face",
        "a bulbar symptom that is not named": "sudden_onset; choking",
        "both legs without onset in motor neuron disease": "sudden_onset; weakness both leg; on record als",
    },
    unknown={"weakness without a place": "sudden_onset; weakness left"},
)

test_triggered_by_language_or_sight = chapter(
    "acute_hemispheric_syndrome",
    fires={
        "loss of language alone": "aphasia",
        "loss of language with onset in dementia": "aphasia onset=3; on record dementia recorded=500",
        "without onset but sudden, in dementia": "aphasia; sudden_onset; on record dementia recorded=500",
        "loss of a visual field and one weak arm": "visual_field_loss; weakness left arm",
    },
    silent={
        "loss of a visual field and slurred speech": "visual_field_loss; dysarthria",
        "loss of language that began 8 days ago": "aphasia onset=8",
        "without onset, progressive": "aphasia; progressive_course",
        "without onset, under 16": "aphasia; age 15",
        "without onset, in an old stroke": "aphasia; on record stroke_sequelae recorded=900",
        "without onset, in a recent stroke": "aphasia; on record recent_stroke recorded=3",
        "without onset, in dementia": "aphasia; on record dementia recorded=500",
        "without onset, in frontotemporal dementia": "aphasia; on record frontotemporal_dementia recorded=500",
        "without onset, in progressive aphasia": "aphasia; on record primary_progressive_aphasia recorded=500",
    },
)

test_triggered_by_a_dated_hemiparesis = chapter(
    "acute_hemispheric_syndrome",
    fires={
        "arm and leg": "weakness left arm onset=7; weakness left leg onset=7",
        "face and slurred speech": "central_facial_weakness right face onset=2; dysarthria onset=2",
        "one arm and double vision": "weakness right arm onset=2; diplopia onset=2",
        "normal three days before": (
            "weakness left arm; weakness left leg; no weakness left arm recorded=3; no weakness left leg recorded=3"
        ),
        "side unknown throughout, since yesterday": "weakness arm onset=1; weakness leg onset=1",
        "an unknown side fits either": "weakness left arm onset=3; weakness leg onset=3",
        "an undated sign of the other side": "weakness left arm onset=3; weakness left leg onset=3; weakness right leg",
    },
    silent={
        "one part alone": "weakness left arm onset=3",
        "8 days ago": "weakness left arm onset=8; weakness left leg onset=8",
        "both sides": "weakness left arm onset=3; weakness right leg onset=3",
        "side unknown throughout, for two days": "weakness arm onset=2; weakness leg onset=2",
        "slurred speech that began long ago": "weakness left arm onset=3; dysarthria onset=100",
    },
)


def test_says_where_it_points() -> None:
    one_part = card("acute_hemispheric_syndrome", "sudden_onset; weakness left arm")
    assert [place.text for place in one_part.localization if not place.site] == [
        "contralateral hemisphere or brainstem, corticospinal/corticobulbar",
        "or peripheral nerve",
    ]
    speech = card("acute_hemispheric_syndrome", "aphasia")
    assert [place.text for place in speech.localization if not place.site] == ["hemisphere or brainstem"]


def test_says_when_the_tempo_comes_from_dates() -> None:
    sudden = card("acute_hemispheric_syndrome", "sudden_onset; weakness left arm")
    assert sudden.summary == "EMERGENCY: sudden left weakness or speech loss. Use the stroke pathway now"
    dated = card("acute_hemispheric_syndrome", "weakness left arm onset=3; weakness left leg onset=3")
    assert dated.summary == (
        "EMERGENCY: new left weakness or speech loss. Use the stroke pathway now (from recorded dates)"
    )
