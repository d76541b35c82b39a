"""Which patterns are shown together: P1, P2, P4, P5, P7 (knowledge.md 4.1), under-16 rules aside."""

from __future__ import annotations

from tests.patterns.asking import beside, concluded, highest, is_suggested, records, shown, suggested

CORD = "weakness both leg onset=3 grade=MRC:3; extensor_plantar both; sensory_level grade=T6 onset=3"


@beside(
    CORD,
    {
        "": "acute_cord_syndrome",
        "atrophy left hand": "acute_cord_syndrome",
        "ptosis; fatigability": "acute_cord_syndrome",
        "facial_myokymia left": "acute_cord_syndrome",
        "on record als": "acute_cord_syndrome",
        "on record sma": "acute_cord_syndrome",
        "age 8": "acute_cord_syndrome",
        "acute_chest_infection; on record als": "acute_cord_syndrome",
        "hyperreflexia left biceps_reflex; no hyperreflexia left biceps_reflex": (
            "acute_cord_syndrome contradictory_findings"
        ),
        "myalgia; dark_urine; result ck_x_uln 30": "acute_cord_syndrome ck_marked_elevation",
        "paradoxical_breathing": "acute_cord_syndrome neuromuscular_respiratory_compromise",
    },
)
def test_p1_an_emergency_leaves_only_emergencies_and_contradictions(record: str, result: str) -> None:
    assert shown(record) == result
    assert highest(record) == "critical"


BREATH = "paradoxical_breathing; weakness left deltoid recorded=5"


@beside(
    BREATH,
    {
        "atrophy left hand; hyperreflexia left biceps_reflex": "mixed_same_region neuromuscular_respiratory_compromise",
        "ptosis; fatigability": "neuromuscular_respiratory_compromise nmj_fatigable",
        "facial_myokymia left": "neuromuscular_respiratory_compromise",
        "hemifacial_spasm left": "neuromuscular_respiratory_compromise",
        "fasciculations left hand; medication lithium": "lmn_single_region neuromuscular_respiratory_compromise",
        "on record als": "known_mnd_followup neuromuscular_respiratory_compromise",
    },
)
def test_p2_the_respiratory_emergency_silences_tier_4_alone(record: str, result: str) -> None:
    assert shown(record) == result


def test_p2_it_takes_the_routine_referral_and_keeps_the_urgent_one() -> None:
    ibm = "weakness left fdp_index onset=400; weakness left quadriceps onset=400"
    assert is_suggested("neurology_referral_routine", f"{BREATH}; {ibm}") == "superseded"
    assert "neurology_referral_urgent" in suggested(f"{BREATH}; ptosis; fatigability")


@records(
    {
        "atrophy left hand; hyperreflexia left biceps_reflex; weakness left fdp_little; weakness left "
        "first_dorsal_interosseous; sensory_loss left hand": "mixed_same_region sensory_reconsider_mnd",
        "atrophy left hand; atrophy left calf; fasciculations left hand; medication lithium": "lmn_multi_region",
        "atrophy left hand; atrophy left abdomen; weakness left triceps; weakness left flexor_carpi_radialis; "
        "radicular_pain left arm grade=C7": "lmn_multi_region",
        "spasticity both leg recorded=30 onset=90; neck_pain; atrophy left hand": "mixed_multi_region myelopathy",
        "spasticity both leg recorded=30 onset=90; neck_pain": "myelopathy",
        "extensor_plantar left; inverted_supinator_reflex left; weakness left hand; hyporeflexia left triceps_reflex": (
            "mixed_multi_region myelopathy"
        ),
        "sensory_level grade=T6 onset=60 recorded=30; atrophy left hand": "myelopathy",
        "sensory_level grade=T6 onset=60 recorded=30; atrophy left calf": "lmn_single_region myelopathy "
        "sensory_reconsider_mnd",
        "tongue_atrophy; dysarthria recorded=30": "bulbar_motor_syndrome",
        "brisk_jaw_jerk; spastic_dysarthria recorded=30": "bulbar_motor_syndrome",
        "brisk_jaw_jerk; spastic_dysarthria recorded=30; spasticity both leg": (
            "bulbar_motor_syndrome umn_lmn_risk_predictors umn_only"
        ),
        "brisk_reflex_equivocal left knee_reflex; fasciculations left calf; on record hyperthyroidism": (
            "hyperthyroid_mimic"
        ),
        "atrophy left hand; atrophy left calf; gynaecomastia; sex male": "kennedy_pattern lmn_multi_region",
        "atrophy left hand; result ck_x_uln 12": "ck_marked_elevation lmn_single_region",
    }
)
def test_p4_specific_silences_generic_and_p5_some_stand_together(record: str, result: str) -> None:
    assert shown(record) == result


def _cards(record: str) -> list[str]:
    return [card.pattern.key for card in concluded(record)[1].cards]


def test_p7_indicator_then_tier_then_table_order() -> None:
    record = (
        "atrophy left hand; atrophy left calf; gynaecomastia; sex male; sensory_loss left foot; hemifacial_spasm left"
    )
    assert _cards(record) == ["lmn_multi_region", "sensory_reconsider_mnd", "kennedy_pattern"]
    assert [pattern.key for pattern in concluded(record)[1].also_matched] == ["hemifacial_spasm"]


def test_p7_all_critical_cards_are_shown_even_beyond_three() -> None:
    record = (
        "recent_bite_sting; cholinergic_signs; weakness both leg onset=3; ptosis; diplopia; paradoxical_breathing; "
        "result ck_x_uln 30; dark_urine"
    )
    assert _cards(record) == [
        "acute_toxidrome",
        "envenomation",
        "neuromuscular_respiratory_compromise",
        "ck_marked_elevation",
    ]


def test_p7_one_suggestion_names_every_pattern_that_asks_for_it() -> None:
    record = "atrophy left hand; atrophy left calf; gynaecomastia; sex male"
    (ck,) = [action for action in concluded(record)[1].actions if action.key == "ck"]
    assert ck.asked_by == ("lmn_multi_region", "kennedy_pattern")
