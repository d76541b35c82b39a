"""Single words and days of the emergency texts that a mutation run found unheld (knowledge.md 3.4, tier 0 and 5)."""

from __future__ import annotations

from tests.patterns.asking import asks_for, beside, is_shown, is_suggested, localization, records, result_of


@beside(
    "on record spinal_metastasis_risk",
    {
        "weakness both leg onset=28": "shown",
        "weakness both leg onset=29": "no",
        "weakness both leg onset=28; nonprogressive_course": "no",
        "weakness both leg onset=28; progressive_course": "shown",
        "weakness left leg onset=28": "no",
    },
)
def test_spinal_metastasis_makes_new_weakness_of_both_legs_a_cord_emergency(record: str, result: str) -> None:
    """(c): unless the course is no; pain is not needed."""
    assert is_shown("acute_cord_syndrome", record) == result


@records(
    {
        "weakness both leg onset=3; weakness both arm onset=28; sensory_level onset=3": "must",
        "weakness both leg onset=3; weakness both arm onset=29; sensory_level onset=3": "no",
        "weakness both leg onset=3; weakness both arm onset=3; sensory_level onset=3; on record als": "no",
        "weakness both leg onset=3; sensory_level onset=3": "no",
        "weakness both leg onset=3; urinary_retention onset=3": "no",
        "weakness both leg onset=3; urinary_retention onset=3; areflexia both knee_reflex": "must",
        "weakness both leg onset=3; urinary_retention onset=3; areflexia both knee_reflex; sensory_level": "no",
        "weakness both leg onset=3; urinary_retention onset=3; areflexia both knee_reflex; on record cancer": "no",
    }
)
def test_cord_asks_for_vital_capacity(record: str, result: str) -> None:
    """With arms weak for 28 days or less (not in known_mnd), or where it may be Guillain-Barre with retention."""
    assert is_shown("acute_cord_syndrome", record) == "shown"
    assert asks_for("fvc", "acute_cord_syndrome", record) == result


@beside(
    "weakness both leg onset=3; urinary_retention onset=3",
    {
        "": "spinal cord",
        "sudden_onset": "spinal cord or brainstem",
        "sudden_onset; sensory_level grade=level:L1": "spinal cord",
        "weakness left arm onset=3": "spinal cord | cervical cord",
        "weakness left triceps onset=3": "spinal cord | cervical cord",
    },
)
def test_cord_localizes(record: str, result: str) -> None:
    """Sudden without a sensory level adds the brainstem; an arm sign, at whatever muscle, the cervical cord."""
    assert localization("acute_cord_syndrome", record) == result


@beside(
    "on record sle; weakness both leg onset=60",
    {
        "": "no",
        "bladder_dysfunction onset=60": "yes",
        "urinary_retention onset=60": "yes",
        "bowel_dysfunction onset=60": "yes",
        "sexual_dysfunction onset=60": "no",
    },
)
def test_lupus_with_weak_legs_and_sphincters(record: str, result: str) -> None:
    assert result_of("sle_myelopathy", record) == result


@beside(
    "on record sle; sensory_loss left hand onset=60",
    {
        "": "no",
        "hyperreflexia left abdominal_upper": "yes",
        "spasticity left arm": "yes",
        "spasticity left leg": "yes",
        "brisk_jaw_jerk": "no",
    },
)
def test_lupus_with_an_upper_sign_of_limbs_or_trunk(record: str, result: str) -> None:
    assert result_of("sle_myelopathy", record) == result


@records(
    {
        "cholinergic_signs; weakness left leg recorded=28": "shown",
        "cholinergic_signs; cramps recorded=28": "shown",
        "cholinergic_signs; cramps recorded=29": "no",
        "anticholinergic_signs; weakness left leg recorded=28": "shown",
        "anticholinergic_signs; weakness left leg recorded=29": "no",
        "anticholinergic_signs; tongue_fasciculations recorded=28": "shown",
        "anticholinergic_signs; tongue_fasciculations recorded=29": "no",
    }
)
def test_toxidrome_needs_both_records_within_28_days(record: str, result: str) -> None:
    assert is_shown("acute_toxidrome", record) == result


@beside(
    "sudden_onset onset=1",
    {
        "dysarthria onset=1": "yes",
        "dysarthria recorded=100 onset=100": "no",
        "weakness left hand onset=1": "yes",
        "weakness left hand onset=1; sensory_level onset=1": "no",
        "weakness left hand onset=1; sensory_level recorded=100 onset=100": "yes",
        "weakness left hand onset=1; weakness right leg recorded=100 onset=100": "yes",
    },
)
def test_only_event_findings_make_or_block_a_hemispheric_event(record: str, result: str) -> None:
    """An old sensory level does not block it, an old dysarthria does not make it."""
    assert result_of("acute_hemispheric_syndrome", record) == result


@beside(
    "sudden_onset onset=1; weakness left hand onset=1",
    {
        "": "contralateral hemisphere or brainstem, corticospinal/corticobulbar | or peripheral nerve",
        "weakness left arm onset=1": "contralateral hemisphere or brainstem, corticospinal/corticobulbar"
        " | or peripheral nerve",
        "weakness left leg onset=1": "contralateral hemisphere or brainstem, corticospinal/corticobulbar",
        "central_facial_weakness left face onset=1": "contralateral hemisphere or brainstem,"
        " corticospinal/corticobulbar",
    },
)
def test_a_single_part_may_be_a_peripheral_nerve(record: str, result: str) -> None:
    assert localization("acute_hemispheric_syndrome", record) == result


@records(
    {
        "fatigability left arm recorded=28; dyspnoea_rest": "yes",
        "fatigability left arm recorded=29; dyspnoea_rest": "no",
        "weakness both arm statement=a; dyspnoea_rest statement=a": "no",
        "weakness both arm statement=a; dyspnoea_rest statement=b": "yes",
        "weakness both arm statement=a; dyspnoea_rest statement=a; airway_risk statement=b": "yes",
        "on record myasthenia_gravis; dysphagia; weak_cough": "yes",
        "on record myasthenia_gravis; diplopia; weak_cough": "no",
        "on record myasthenia_gravis; dysphagia; head_drop": "yes",
        "on record myasthenia_gravis; fatigability; dysphagia": "no",
        "on record myasthenia_gravis; fatigability; weak_cough": "no",
        "on record myasthenia_gravis; fatigability; dysphagia recorded=28; weak_cough": "yes",
        "on record myasthenia_gravis; fatigability; dysphagia recorded=29; weak_cough": "no",
        "on record myasthenia_gravis; fatigability; dysphagia; head_drop recorded=28": "yes",
        "on record myasthenia_gravis; fatigability; dysphagia; head_drop recorded=29": "no",
    }
)
def test_respiratory_compromise_needs_two_statements(record: str, result: str) -> None:
    assert result_of("neuromuscular_respiratory_compromise", record) == result


@records(
    {
        "dysphagia recorded=28; progressive_course": "shown",
        "dysphagia recorded=29; progressive_course": "no",
        "falls recorded=28; rapid_progression": "shown",
        "falls recorded=28": "no",
    }
)
def test_a_soft_sign_with_progression_counts_for_28_days(record: str, result: str) -> None:
    assert is_shown("insufficient_data", f"{record}; age 12") == result


@records(
    {
        "weakness; fatigue; progressive_course": "must",
        "weakness; fatigue; progressive_course; age 12": "not asked",
        "weakness; fatigue; progressive_course; age unknown": "must",
    }
)
def test_emg_for_weakness_that_cannot_be_localized_is_for_adults(record: str, result: str) -> None:
    assert is_suggested("emg_ncs", record) == result


@beside(
    "weakness left hand recorded=200",
    {
        "": "shown",
        "dysphagia": "no",
        "dysarthria": "no",
        "spasticity left leg": "no",
        "atrophy left hand": "no",
        "weakness": "no",
        "sensory_loss left hand": "shown",
        "no weakness left leg": "shown",
        "no weakness left hand": "no",
    },
)
def test_only_old_motor_findings(record: str, result: str) -> None:
    """A current bulbar finding means that the record is not only old."""
    assert is_shown("stale_findings_only", record) == result
