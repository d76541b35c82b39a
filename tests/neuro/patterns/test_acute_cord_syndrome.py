"""Acute cord dysfunction, including compression (knowledge base 3.4), clause by clause."""

from __future__ import annotations

from tests.neuro.told import card, chapter

test_a_limb_sign_with_sphincter_or_pain = chapter(
    "acute_cord_syndrome",
    fires={
        "upper motor neuron legs": "weakness left leg; bladder_dysfunction; extensor_plantar left",
        "a gait disturbance is a limb sign here": "gait_disturbance; bladder_dysfunction; extensor_plantar left",
        "a sensory level needs no limb sign": "sensory_level grade=T8",
        "an arm sign": "weakness left hand; bladder_dysfunction",
        "Lhermitte": "weakness left leg; bowel_dysfunction; lhermitte_sign",
        "cancer": "weakness left leg; bladder_dysfunction; on record cancer",
        "both legs weak": "weakness both leg; urinary_retention",
        "legs weak, side unknown": "weakness leg; urinary_retention",
        "pain with cancer": "weakness left leg; back_pain; on record spinal_metastasis_risk",
        "pain with fever": "weakness both leg; back_pain; fever",
        "pain with trauma": "weakness both leg; neck_pain; spinal_trauma",
        "an old entry beside a new sensory sign": (
            "weakness both leg problem recorded=60; bladder_dysfunction; paraesthesia left foot"
        ),
        "undated bladder, old legs, but cancer": (
            "weakness both leg onset=100; bladder_dysfunction; extensor_plantar left; on record cancer"
        ),
        "new retention and new weakness in a cord lesion": (
            "weakness both leg onset=5; urinary_retention; on record spinal_cord_injury recorded=900"
        ),
    },
    silent={
        "nothing acute": "weakness both leg onset=100; bladder_dysfunction onset=100; extensor_plantar left onset=100",
        "urgency is no bladder sign here": "weakness left leg; urinary_urgency; extensor_plantar left",
        "one leg and bladder, nothing that points to the cord": "weakness left leg; bladder_dysfunction",
        "a gait disturbance and cancer in history": "gait_disturbance; bladder_dysfunction; on record cancer history",
        "an old entry of the problem list": "weakness both leg problem recorded=60; bladder_dysfunction",
        "bladder sign that is an old entry": "weakness both leg; bladder_dysfunction problem recorded=60",
        "pain alone with a limb sign": "weakness both leg onset=20; back_pain",
        "both legs with an acute saddle": "weakness both leg onset=20; saddle_anaesthesia onset=20",
    },
    unknown={
        "not progressive; an onset would decide": "weakness both leg; bladder_dysfunction; nonprogressive_course",
        "both legs with an undated saddle": "weakness both leg; saddle_anaesthesia",
        "undated legs with pain": "weakness both leg; back_pain",
        "undated bladder in multiple sclerosis": (
            "weakness both leg; bladder_dysfunction; extensor_plantar left; on record multiple_sclerosis recorded=400"
        ),
        "undated bladder beside legs weak for long": (
            "weakness both leg onset=100; bladder_dysfunction; extensor_plantar left"
        ),
    },
)

test_b_rapid_with_upper_motor_neuron_signs = chapter(
    "acute_cord_syndrome",
    fires={
        "rapid, both legs": "rapid_progression; weakness both leg; extensor_plantar left",
        "sudden, both arms": "sudden_onset; weakness both arm; clonus left ankle_reflex",
        "side unknown, no hemispheric syndrome": "rapid_progression; weakness leg; extensor_plantar left",
        "both legs within 14 days": "weakness both leg onset=14; extensor_plantar left",
        "spinal shock: pain instead of signs": "weakness both leg onset=10; back_pain",
        "spinal shock: cancer instead of signs": "weakness both leg onset=10; on record cancer",
    },
    silent={
        "no upper motor neuron sign": "rapid_progression; weakness both leg",
        "one leg": "rapid_progression; weakness left leg; extensor_plantar left",
        "a bulbar sign only": "rapid_progression; weakness both leg; brisk_jaw_jerk",
        "pain for two months": "weakness both leg onset=10; back_pain onset=60",
        "within 15 days, nothing else": "weakness both leg onset=15; extensor_plantar left",
        "within 14 days, but not progressive": (
            "weakness both leg onset=14; extensor_plantar left; nonprogressive_course"
        ),
    },
    unknown={
        "a second leg might be weak": "rapid_progression; weakness left leg; weakness; extensor_plantar left",
        "side unknown, and the hemispheric syndrome fires": "sudden_onset; weakness leg; extensor_plantar left",
    },
)

test_c_cancer_with_pain = chapter(
    "acute_cord_syndrome",
    fires={
        "ataxia": "neck_pain; ataxia; on record cancer",
        "both legs numb": "back_pain; paraesthesia both leg; on record cancer",
        "the trunk numb": "back_pain; sensory_loss trunk; on record cancer",
        "weakness without a place": "back_pain; weakness; on record cancer",
        "a gait disturbance in active cancer": "back_pain; gait_disturbance; on record cancer",
        "both legs newly weak with metastasis, no pain": "weakness both leg; on record spinal_metastasis_risk",
        "pain that is new, ataxia that is not": "back_pain; ataxia; ataxia recorded=60; on record cancer",
    },
    silent={
        "generalised weakness": "back_pain; weakness generalised; on record cancer",
        "one foot numb": "back_pain; paraesthesia left foot; on record cancer",
        "a gait disturbance, cancer in history": "back_pain; gait_disturbance; on record cancer history",
        "not progressive": "back_pain; ataxia; nonprogressive_course; on record cancer",
        "provisional cancer": "back_pain; ataxia; on record cancer provisional",
        "pain that is an old entry": "back_pain problem recorded=91; ataxia; on record cancer",
        "both recorded two months ago already": (
            "back_pain; back_pain recorded=60; ataxia; ataxia recorded=60; on record cancer"
        ),
        "one leg with metastasis, no pain": "weakness left leg; on record spinal_metastasis_risk",
    },
)

test_d_trauma = chapter(
    "acute_cord_syndrome",
    fires={
        "one weak leg": "spinal_trauma; weakness left leg",
        "weakness without a place": "spinal_trauma; weakness",
        "retention": "spinal_trauma; urinary_retention",
    },
    silent={
        "a gait disturbance": "spinal_trauma; gait_disturbance",
        "weakness for two months": "spinal_trauma; weakness left leg onset=60",
        "pain": "spinal_trauma; back_pain",
    },
)

test_e_fever_with_pain = chapter(
    "acute_cord_syndrome",
    fires={
        "one weak leg is enough": "fever; back_pain; weakness left leg",
        "weakness without a place": "fever; neck_pain; weakness",
        "retention": "fever; neck_pain; urinary_retention",
    },
    silent={
        "no pain": "fever; weakness left leg",
        "no deficit": "fever; back_pain",
        "fever 15 days ago": "fever recorded=15; back_pain; weakness left leg",
    },
)


def test_says_where_it_points() -> None:
    def places(record: str) -> list[str]:
        return [place.text for place in card("acute_cord_syndrome", record).localization if not place.site]

    assert places("sensory_level grade=T8") == ["spinal cord", "thoracic cord"]
    assert places("weakness left hand; bladder_dysfunction") == ["spinal cord", "cervical cord"]
    assert places("sudden_onset; weakness both leg; extensor_plantar left") == ["spinal cord or brainstem"]
