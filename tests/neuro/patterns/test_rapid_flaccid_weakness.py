"""Rapid weakness of the motor unit (knowledge base 3.4)."""

from __future__ import annotations

from tests.neuro.told import card, chapter

test_a_both_arms_or_both_legs = chapter(
    "rapid_flaccid_weakness",
    fires={
        "rapid, both legs": "rapid_progression; weakness both leg",
        "sudden, both arms": "sudden_onset; weakness both arm",
        "both arms within 14 days": "weakness both arm onset=14",
        "both legs within 28 days with a lost reflex": "weakness both leg onset=28; areflexia left knee_reflex",
        "legs, side unknown": "rapid_progression; weakness leg",
        "a bulbar upper motor neuron sign": "rapid_progression; weakness both leg; brisk_jaw_jerk",
    },
    silent={
        "one leg": "rapid_progression; weakness left leg",
        "a new upper motor neuron sign": "rapid_progression; weakness both arm; pronator_drift left arm",
        "the cauda equina syndrome fires": "rapid_progression; weakness both leg; saddle_anaesthesia",
        "the cord syndrome fires": "rapid_progression; weakness both leg; sensory_level",
        "a bite": "recent_bite_sting; rapid_progression; weakness both leg",
        "poisoning": "cholinergic_signs; rapid_progression; weakness both leg",
        "both legs within 28 days and nothing else": "weakness both leg onset=28",
    },
    unknown={
        "a second leg might be weak": "rapid_progression; weakness left leg; weakness",
        "undated": "weakness both leg",
        "side unknown, and the hemispheric syndrome fires": "sudden_onset; weakness leg",
    },
)

test_b_cranial_onset = chapter(
    "rapid_flaccid_weakness",
    fires={
        "eyes and swallowing": "rapid_progression; ptosis; dysphagia",
        "eyes within 14 days and lost reflexes": "diplopia onset=14; areflexia both knee_reflex",
        "both sides of the face and ataxia": "lmn_facial_weakness both face onset=7; ataxia",
        "speech and both arms": "rapid_progression; flaccid_dysarthria; weakness both arm",
        "swallowing and head drop": "rapid_progression; dysphagia; head_drop",
        "an upper motor neuron leg, long ago": "rapid_progression; ptosis; dysphagia; extensor_plantar left onset=100",
        "eyes and a dry mouth": "rapid_progression; diplopia; dry_mouth",
        "in motor neuron disease only what is dated": "ptosis onset=10; dysphagia onset=20; on record als",
    },
    silent={
        "one group": "rapid_progression; ptosis; diplopia",
        "ankle jerks only": "rapid_progression; ptosis; areflexia both ankle_reflex",
        "none of eyes, speech, both sides of the face": "rapid_progression; ataxia; areflexia both knee_reflex",
        "one side of the face": "rapid_progression; lmn_facial_weakness left face; ataxia",
        "within 15 days": "ptosis onset=15; dysphagia onset=15",
        "not progressive": "ptosis onset=10; dysphagia onset=10; nonprogressive_course",
        "a member for two months": "rapid_progression; ptosis onset=60; dysphagia",
        "the hemispheric syndrome fires": "sudden_onset; rapid_progression; dysarthria; diplopia",
    },
    unknown={
        "not rapid and not dated": "ptosis; dysphagia",
        "undated members in motor neuron disease": "rapid_progression; ptosis; dysphagia; on record als",
    },
)

test_c_dangerous_potassium = chapter(
    "rapid_flaccid_weakness",
    fires={
        "low": "weakness left hand; result k_mmol 2.49 day=2",
        "high": "weakness left hand; result k_mmol 6.5",
        "whatever the upper motor neuron signs": "weakness left hand; hoffmann_sign left; result k_mmol 2.4",
    },
    silent={
        "2.5": "weakness left hand; result k_mmol 2.5",
        "6.4": "weakness left hand; result k_mmol 6.4",
        "three days old": "weakness left hand; result k_mmol 2.4 day=3",
        "corrected since": "weakness left hand; result k_mmol 2.4 day=2; result k_mmol 3.9 day=1",
        "no weakness": "fatigue; result k_mmol 2.4",
    },
)


def test_the_summary_says_which_clause_held() -> None:
    def summary(record: str) -> str:
        return card("rapid_flaccid_weakness", record).summary

    assert summary("rapid_progression; weakness both leg").startswith("EMERGENCY: rapid bilateral weakness")
    assert summary("weakness both arm onset=14").endswith("(from recorded dates)")
    assert summary("rapid_progression; ptosis; dysphagia").startswith("EMERGENCY: cranial nerve signs within days")
    assert summary("weakness left hand; result k_mmol 2.4") == (
        "EMERGENCY: weakness with potassium 2.4. Emergency treatment and monitoring now"
    )
