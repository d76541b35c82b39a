"""Records of one day that contradict each other (knowledge base 3.4)."""

from __future__ import annotations

from tests.neuro.told import chapter, result, shown

test_contradictory_findings = chapter(
    "contradictory_findings",
    fires={
        "present and absent": "weakness left hand; no weakness left hand",
        "power 4 and 5": "muscle_power left biceps grade=MRC:4; muscle_power left biceps grade=MRC:5",
        "reflex 3 and 4": (
            "tendon_reflex left knee_reflex grade=NINDS:3; tendon_reflex left knee_reflex grade=NINDS:4"
        ),
        "a reflex lost and reduced": (
            "tendon_reflex left knee_reflex grade=NINDS:0; tendon_reflex left knee_reflex grade=NINDS:1"
        ),
        "plantar extensor and flexor": (
            "plantar_response left plantar grade=PLANTAR:extensor; plantar_response left plantar grade=PLANTAR:flexor"
        ),
        "brisk and lost": "hyperreflexia left knee_reflex; areflexia left knee_reflex",
        "spastic and flaccid": "spasticity left leg; flaccidity left thigh",
    },
    silent={
        "another day": "weakness left hand; no weakness left hand recorded=1",
        "another side": "weakness left hand; no weakness right hand",
        "another place": "weakness left hand; no weakness left biceps",
        "power 3 and 4 are both weakness": (
            "muscle_power left biceps grade=MRC:3; muscle_power left biceps grade=MRC:4"
        ),
        "brisk here, lost there": "hyperreflexia left knee_reflex; areflexia left ankle_reflex",
        "spastic leg, flaccid arm": "spasticity left leg; flaccidity left arm",
    },
)


def test_both_are_dropped() -> None:
    """Wasting of a hand that is also recorded as absent is no lower motor neuron sign."""
    assert result("lmn_single_region", "atrophy left hand; no atrophy left hand") == "no"
    assert shown("atrophy left hand; no atrophy left hand") == ["contradictory_findings"]


def test_an_emergency_stands_all_the_same() -> None:
    """With the contradicted weakness the hemispheric syndrome fires: over-triage is the chosen error."""
    assert shown("sudden_onset; weakness left arm; no weakness left arm") == [
        "acute_hemispheric_syndrome",
        "contradictory_findings",
    ]
