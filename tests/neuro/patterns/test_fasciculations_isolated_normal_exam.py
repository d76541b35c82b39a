"""Isolated fasciculations with a normal examination (knowledge base 3.4; exam_clean 3.2)."""

from __future__ import annotations

from tests.neuro.told import CLEAN, card, chapter

GRADED = "tendon_reflex left biceps_reflex grade=BEDSIDE:2; tendon_reflex left knee_reflex grade=BEDSIDE:2"

test_fasciculations_isolated_normal_exam = chapter(
    "fasciculations_isolated_normal_exam",
    fires={
        "everything normal everywhere": f"fasciculations left calf; {CLEAN}",
        "normal where it twitches": (
            "fasciculations left calf; no weakness left leg; no atrophy left leg;"
            "no hyperreflexia generalised; no areflexia generalised"
        ),
        "an arm and a leg reflex graded normal": (
            f"fasciculations left calf; no weakness generalised; no atrophy generalised; {GRADED}"
        ),
    },
    silent={
        "cramps": f"fasciculations left calf; cramps left calf; {CLEAN}",
        "weight loss": f"fasciculations left calf; weight_loss; {CLEAN}",
        "stiffness": f"fasciculations left calf; muscle_stiffness left calf; {CLEAN}",
        "facial myokymia": f"fasciculations left calf; facial_myokymia left face; {CLEAN}",
        "the tongue twitches": f"tongue_fasciculations; {CLEAN}",
        "the chin twitches": f"perioral_fasciculations; {CLEAN}",
        "a bulbar symptom": f"fasciculations left calf; choking; {CLEAN}",
        "a weak upper motor neuron sign": f"fasciculations left calf; mild_tone_increase left arm; {CLEAN}",
        "breathless lying flat": f"fasciculations left calf; orthopnoea; {CLEAN}",
        "a reflex is brisk": (
            "fasciculations left calf; no weakness generalised; no atrophy generalised; no areflexia generalised;"
            "hyperreflexia left knee_reflex"
        ),
        "a child": f"fasciculations left calf; age 15; {CLEAN}",
    },
    unknown={
        "nothing else recorded": "fasciculations left calf",
        "bulk not recorded": (
            "fasciculations left calf; no weakness generalised;no hyperreflexia generalised; no areflexia generalised"
        ),
        "power of another limb": (
            "fasciculations left calf; no weakness left arm; no atrophy generalised;"
            "no hyperreflexia generalised; no areflexia generalised"
        ),
        "power of one of two twitching limbs": (
            "fasciculations left calf; fasciculations left hand; no weakness left leg; no atrophy generalised;"
            "no hyperreflexia generalised; no areflexia generalised"
        ),
        "two reflexes of one limb": (
            "fasciculations left calf; no weakness generalised; no atrophy generalised;"
            "tendon_reflex left ankle_reflex grade=BEDSIDE:2; tendon_reflex left knee_reflex grade=BEDSIDE:2"
        ),
    },
)


def asked(record: str) -> dict[str, str]:
    return {one.action: one.strength for one in card("fasciculations_isolated_normal_exam", record).asked}


def test_reassures_and_follows_up_by_age() -> None:
    """From 45 on, or where the age is not known, the examination is repeated; without an age nobody is reassured."""
    young = asked(f"fasciculations left calf onset=30; age 30; {CLEAN}")
    assert young == {"reassurance": "must", "electrolytes_ca_mg": "must", "tsh_ft4": "must"}
    older = asked(f"fasciculations left calf onset=30; age 45; {CLEAN}")
    assert set(older) - set(young) == {"serial_reexam", "neurology_referral_routine"}
    unknown = asked(f"fasciculations left calf onset=30; age unknown; {CLEAN}")
    assert set(young) - set(unknown) == {"reassurance"}
    assert "serial_reexam" not in asked(f"fasciculations left calf onset=365; age 60; {CLEAN}")


def test_says_what_was_normal_and_when() -> None:
    fired = card("fasciculations_isolated_normal_exam", f"fasciculations left calf; {CLEAN}")
    assert fired.summary == (
        "Fasciculations with normal power, bulk, reflexes on 2026-11-20: reassurance, electrolytes, thyroid"
    )
    assert "Return if weakness, wasting, speech or swallowing change." in " ".join(fired.lines)
