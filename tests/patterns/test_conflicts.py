"""P8: actions that give way to others after the union (knowledge.md 4.1)."""

from __future__ import annotations

from tests.patterns.asking import beside, is_suggested, records

CHRONIC_CORD = "sensory_level grade=T6 onset=60 recorded=30"
YOUNG_HAND = "age 20; atrophy left hand onset=60; weakness left hand onset=60"


@records(
    {
        "neurology_referral_routine; atrophy left hand; gynaecomastia; sex male": "superseded",
        "neurology_referral_urgent; atrophy left hand; gynaecomastia; sex male": "must",
        "neurology_referral_routine; hemifacial_spasm left": "must",
        f"mri_cervical_spine; {CHRONIC_CORD}; {YOUNG_HAND}; on record cancer": "superseded",
        f"mri_whole_spine; {CHRONIC_CORD}; {YOUNG_HAND}; on record cancer": "must",
        f"mri_lumbar_spine; {CHRONIC_CORD}; atrophy left calf": "superseded",
        f"mri_cervical_flexion; {CHRONIC_CORD}; {YOUNG_HAND}; on record cancer": "must",
        "mri_brain_wo; facial_myokymia left; spasticity both leg": "superseded",
        "mri_brainstem; facial_myokymia left; spasticity both leg": "must",
        "same_day_medical_assessment; weakness both leg onset=3": "not asked",
        "paediatric_neurology_referral; age 15; vocal_fold_palsy; weakness left hand": "must",
        "neurology_referral_urgent; age 15; vocal_fold_palsy; weakness left hand": "superseded",
        "reassurance; eyelid_twitch left": "must",
        "reassurance; eyelid_twitch left; facial_contracture left; on record facial_palsy_history left": "must",
        "reassurance; eyelid_twitch left; vocal_fold_palsy": "must",
        "reassurance; eyelid_twitch left; vocal_fold_palsy; dysphagia recorded=30": "not-applicable",
    }
)
def test_the_first_word_gives_way_or_stays(record: str, result: str) -> None:
    action, _, findings = record.lstrip("; ").partition(";")
    assert is_suggested(action, findings) == result


@beside(
    "result ck_x_uln 12; dark_urine; vocal_fold_palsy; on record guillain_barre recorded=20",
    {"weakness left hand": "must"},
)
def test_emergency_now_is_never_removed(record: str, result: str) -> None:
    assert is_suggested("emergency_now", record) == result


def test_emergency_now_keeps_the_urgent_referral() -> None:
    record = "paradoxical_breathing; weakness left deltoid recorded=5; ptosis; fatigability"
    assert is_suggested("emergency_now", record) == "must"
    assert is_suggested("neurology_referral_urgent", record) == "must"


def test_emergency_now_takes_the_same_day_assessment_and_the_routine_referral() -> None:
    record = (
        "paradoxical_breathing; acute_chest_infection; weakness left deltoid recorded=5; on record als; "
        "weakness left fdp_index"
    )
    assert is_suggested("same_day_medical_assessment", record) == "superseded"
