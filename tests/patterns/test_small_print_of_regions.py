"""Single words of tier 2 to 4 texts that a mutation run found unheld (knowledge.md 3.4).

``UMN_any`` is one sign of strong or medium weight (a brisk reflex is medium), ``UMN_firm`` takes more.
"""

from __future__ import annotations

from tests.patterns.asking import asks_for, beside, is_shown, localization, records, result_of

ONE_MEDIUM = "hyperreflexia left knee_reflex"


@records(
    {
        f"{ONE_MEDIUM}; neck_pain; ataxia; lhermitte_sign": "yes",
        "hyperreflexia left biceps_reflex; neck_pain; lhermitte_sign": "no",
        "sensory_level grade=level:T8 onset=200; bladder_dysfunction onset=200": "yes",
    }
)
def test_one_medium_sign_of_the_legs_is_enough_for_myelopathy(record: str, result: str) -> None:
    assert result_of("myelopathy", record) == result


@records(
    {
        "weakness left arm; weakness left leg": "yes",
        "weakness right arm; weakness right leg": "yes",
        "weakness arm; weakness leg": "unknown",
        "weakness left arm; weakness right leg": "no",
    }
)
def test_a_brain_pattern_has_a_side_and_either_will_do(record: str, result: str) -> None:
    """A side that is not recorded could complete it: not fired."""
    assert result_of("unilateral_umn_brain", record) == result


@records(
    {
        "brisk_jaw_jerk; tongue_atrophy; weakness tongue": "must",
        "atrophy left hand; hyperreflexia left biceps_reflex": "no",
    }
)
def test_mixed_signs_of_the_bulbar_region_ask_for_a_swallow_assessment(record: str, result: str) -> None:
    assert is_shown("mixed_same_region", record) == "shown"
    assert asks_for("swallow_assessment", "mixed_same_region", record) == result


@records(
    {
        "atrophy left calf; hyperreflexia left biceps_reflex": "mri_cervical_spine",
        "atrophy left calf; brisk_jaw_jerk": "mri_cervical_spine",
        "atrophy left hand; spasticity left leg": "mri_cervical_spine",
        "tongue_atrophy; spasticity left leg": "mri_cervical_spine",
        "atrophy left calf; hyperreflexia left abdominal_upper": "mri_whole_spine",
    }
)
def test_mixed_signs_of_several_regions_ask_for_one_spine_imaging(record: str, result: str) -> None:
    """The whole spine only when neither the cervical nor the bulbar region is involved."""
    asked = [
        action
        for action in ("mri_cervical_spine", "mri_whole_spine")
        if asks_for(action, "mixed_multi_region", record) == "must"
    ]
    assert asked == [result]


@records(
    {
        "tongue_atrophy; atrophy left hand; spasticity left leg": "bulbar",
        "brisk_jaw_jerk; atrophy left hand; spasticity left leg": "bulbar",
        "atrophy left hand; spasticity left leg": "",
    }
)
def test_bulbar_stands_in_the_place_where_it_is_involved(record: str, result: str) -> None:
    found = localization("mixed_multi_region", record)
    assert found.partition("several regions")[2].partition(" | ")[0].removeprefix(", ") == result


@beside(
    "ptosis both; fatigability; dysphagia; dysarthria; progressive_course",
    {
        "": "no",
        "tongue_atrophy": "yes",
        "brisk_jaw_jerk": "yes",
        "atrophy left hand": "yes",
        "spasticity left leg": "yes",
    },
)
def test_fatigable_weakness_takes_bulbar_symptoms_without_signs(record: str, result: str) -> None:
    assert result_of("bulbar_motor_syndrome", record) == result


@beside(
    "tongue_atrophy; dysarthria",
    {
        "lmn_facial_weakness both face onset=28": "must",
        "lmn_facial_weakness both face onset=29": "no",
        "lmn_facial_weakness left face onset=28": "no",
    },
)
def test_new_facial_weakness_of_both_sides_is_seen_the_same_day(record: str, result: str) -> None:
    assert asks_for("same_day_medical_assessment", "bulbar_motor_syndrome", record) == result


@beside(
    "fasciculations left forearm; no sensory_loss generalised; no atrophy left arm;"
    "weakness left extensor_digitorum onset=30",
    {
        "weakness left first_dorsal_interosseous onset=31": "yes",
        "weakness left first_dorsal_interosseous onset=30": "no",
        "weakness left first_dorsal_interosseous": "unknown",
        "weakness left first_dorsal_interosseous onset=31; nonprogressive_course": "yes",
        "weakness left first_dorsal_interosseous onset=30; nonprogressive_course": "no",
        "weakness left first_dorsal_interosseous onset=30; progressive_course": "yes",
    },
)
def test_motor_neuropathy_takes_more_than_30_days(record: str, result: str) -> None:
    """Or a course that is yes. A duration that is not recorded could complete it, a course could not (N8)."""
    assert result_of("mmn_pattern", record) == result


@beside(
    "recent_bite_sting",
    {
        "cramps recorded=7": "yes",
        "weakness left leg": "yes",
        "fatigue": "no",
    },
)
def test_a_bite_with_signs(record: str, result: str) -> None:
    assert result_of("envenomation", record) == result


@records({"recent_bite_sting recorded=7; cramps": "yes", "recent_bite_sting recorded=8; cramps": "no"})
def test_a_bite_counts_for_7_days(record: str, result: str) -> None:
    assert result_of("envenomation", record) == result


@beside(
    "rapid_progression; weakness both leg onset=3",
    {
        "": "lower motor unit, level undetermined",
        "ptosis both": "neuromuscular junction",
        "diplopia": "neuromuscular junction",
        "fatigability": "neuromuscular junction",
        "areflexia both knee_reflex": "nerve roots and peripheral nerves",
    },
)
def test_rapid_weakness_localizes(record: str, result: str) -> None:
    assert localization("rapid_flaccid_weakness", record) == result
