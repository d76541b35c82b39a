"""Red flag with motor signs, no emergency pattern completed (knowledge base 3.4)."""

from __future__ import annotations

from tests.neuro.told import card, chapter

FLAGS = [
    "rapid_progression",
    "saddle_anaesthesia onset=60",
    "urinary_retention",
    "dyspnoea_rest",
    "paradoxical_breathing",
    "airway_risk",
    "cholinergic_signs",
    "anticholinergic_signs",
    "recent_bite_sting",
    "dark_urine",
    "spinal_trauma",
]

test_a_red_flag_with_a_sign = chapter(
    "red_flag_unresolved",
    fires={f"{flag} with a brisk jaw jerk": f"{flag}; brisk_jaw_jerk" for flag in FLAGS}
    | {
        "sudden twitching with a lost reflex": "sudden_onset; fasciculations left hand; areflexia left ankle_reflex",
        "loss of a visual field with a lost reflex": "visual_field_loss; areflexia left ankle_reflex",
        "fever with spinal pain": "fever; back_pain; areflexia left ankle_reflex onset=100",
        "fever with a new bulbar symptom": "fever; dysarthria",
        "high carbon dioxide": "hypercapnia; hyperreflexia left biceps_reflex",
        "low oxygen with head drop": "hypoxia; head_drop",
        "drowsy with a weak arm of MRC 3": "reduced_consciousness; weakness left arm grade=MRC:3",
    },
    silent={
        "no sign of nerve or muscle": "rapid_progression; paraesthesia left hand",
        "a normal EMG is no sign": "rapid_progression; emg_normal",
        "sudden twitching": "sudden_onset; fasciculations left hand",
        "sudden cramps": "sudden_onset; cramps left calf",
        "low oxygen with a mildly weak arm": "hypoxia; weakness left arm grade=MRC:4- onset=100",
        "drowsy without a neuromuscular sign": "reduced_consciousness; hyperreflexia left biceps_reflex",
        "chronic high carbon dioxide": "hypercapnia flag=chronic; hyperreflexia left biceps_reflex",
        "fever with an upper motor neuron jaw": "fever; brisk_jaw_jerk",
        "an emergency pattern fires": "sudden_onset; weakness left arm",
    },
    unknown={"fever in motor neuron disease, weakness without onset": "fever; weakness left arm; on record als"},
)

test_a_fresh_deficit = chapter(
    "red_flag_unresolved",
    fires={
        "slurred speech": "dysarthria onset=7",
        "head drop": "head_drop onset=7",
        "trouble swallowing with another bulbar sign": "dysphagia onset=3; choking",
        "one weak arm": "weakness left arm onset=7",
        "weakness normal a week ago": "weakness left arm; no weakness left arm recorded=7",
        "a weak muscle": "weakness left biceps onset=3",
        "double vision with ptosis": "diplopia onset=3; ptosis",
        "both legs within 28 days": "weakness both leg onset=28",
        "arms, side unknown, within 28 days": "weakness arm onset=28",
        "both legs within 28 days, one injured": "weakness both leg onset=28; on record limb_trauma left limb=arm",
    },
    silent={
        "8 days": "dysarthria onset=8",
        "trouble swallowing alone": "dysphagia onset=3",
        "double vision alone": "diplopia onset=3",
        "one arm within 28 days": "weakness left arm onset=28",
        "both legs within 29 days": "weakness both leg onset=29",
        "both legs within 28 days, not progressive": "weakness both leg onset=28; nonprogressive_course",
        "the arm is injured": "weakness left arm onset=3; on record limb_trauma left limb=arm",
        "an injury whose side is not recorded": "weakness left arm onset=3; on record limb_trauma limb=arm",
    },
    unknown={"weakness without a place": "weakness onset=3"},
)

test_electrolyte_first = chapter(
    "red_flag_unresolved",
    fires={
        "potassium 2.9 with weakness": "weakness left arm onset=100; result k_mmol 2.9 day=2",
        "potassium 6.0 with weakness": "weakness left arm onset=100; result k_mmol 6.0",
        "low calcium with new weakness": "weakness left arm; result ca_flag low day=7",
        "high magnesium, two limbs of MRC 4": (
            "weakness left arm grade=MRC:4 onset=100; weakness left leg grade=MRC:4 onset=100; result mg_flag high"
        ),
    },
    silent={
        "potassium 3.0 with old weakness of one limb": "weakness left arm onset=100; result k_mmol 3.0",
        "potassium 2.9, three days old, old weakness": "weakness left arm onset=100; result k_mmol 2.9 day=3",
        "low calcium, 8 days old": "weakness left arm onset=20; result ca_flag low day=8",
        "low calcium, one limb of MRC 4, old": "weakness left arm grade=MRC:4 onset=100; result ca_flag low",
        "normal calcium": "weakness left arm onset=20; result ca_flag normal",
    },
)

test_new_or_old = chapter(
    "red_flag_unresolved",
    fires={
        "bladder and back pain, which the cauda equina sets aside": "bladder_dysfunction; back_pain",
        "bladder beside legs weak for long": "weakness left leg onset=100; bladder_dysfunction",
        "cancer, pain, weakness without a region": "back_pain; weakness generalised; on record cancer",
        "cancer, pain, falls": "back_pain; falls; on record cancer",
    },
    silent={
        "bladder recorded for long": (
            "weakness left leg onset=100; bladder_dysfunction; bladder_dysfunction recorded=60"
        ),
        "not progressive": "weakness left leg onset=100; bladder_dysfunction; nonprogressive_course",
        "cancer and falls, no pain": "falls; on record cancer",
    },
)


def test_names_the_flag() -> None:
    fired = card("red_flag_unresolved", "dark_urine; brisk_jaw_jerk")
    assert fired.summary == (
        "Red flag recorded (dark urine) with motor signs: same-day assessment; emergency pattern not completed"
    )
    assert [asked.action for asked in fired.asked] == ["same_day_medical_assessment"]
