"""``cramp_fasciculation``: cramps and twitching with a clean examination (knowledge.md 3.2, 3.4 tier 4, R11)."""

from __future__ import annotations

from tests.patterns.asking import asks_for, beside, indicator, localization, mays, musts, records, result_of, shown

PATTERN = "cramp_fasciculation"
NO_REFLEX_SIGN = "no hyperreflexia generalised; no areflexia generalised"
CLEAN = f"no weakness generalised; no atrophy generalised; {NO_REFLEX_SIGN}"
TWITCH = "fasciculations left calf; cramps left calf"


@beside(
    f"{TWITCH}; no weakness generalised; no atrophy generalised",
    {
        "": "unknown",
        NO_REFLEX_SIGN: "yes",
        "no hyperreflexia generalised; no hyporeflexia generalised": "yes",
        "no hyperreflexia generalised": "unknown",
        "no areflexia generalised; no hyporeflexia generalised": "unknown",
        "tendon_reflex left biceps_reflex grade=BEDSIDE:2; tendon_reflex left knee_reflex grade=BEDSIDE:2": "yes",
        "tendon_reflex left biceps_reflex grade=NINDS:3; tendon_reflex left knee_reflex grade=NINDS:2": "yes",
        "tendon_reflex left biceps_reflex grade=NINDS:2; tendon_reflex left triceps_reflex grade=NINDS:2": "unknown",
        "tendon_reflex left biceps_reflex grade=BEDSIDE:2; tendon_reflex left knee_reflex grade=BEDSIDE:3": "no",
        "tendon_reflex left biceps_reflex grade=BEDSIDE:2; tendon_reflex left knee_reflex grade=BEDSIDE:1": "no",
    },
)
def test_reflexes_are_normal_by_word_or_by_an_arm_and_a_leg(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    f"{TWITCH}; {NO_REFLEX_SIGN}",
    {
        "no weakness generalised": "unknown",
        "no atrophy generalised": "unknown",
        "no weakness generalised; no atrophy left leg": "yes",
        "no weakness left leg; no atrophy left leg": "yes",
        "no weakness left calf; no atrophy left leg": "unknown",
        "no weakness right leg; no atrophy left leg": "unknown",
        "no weakness left arm; no atrophy left arm": "unknown",
        "no weakness left leg; no atrophy left leg; fasciculations left hand": "unknown",
    },
)
def test_power_and_bulk_are_normal_wherever_it_twitches(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    f"{TWITCH}; {CLEAN}",
    {
        "": "yes",
        "age 15": "no",
        "age 16": "yes",
        "age unknown": "yes",
        "dysphagia": "no",
        "orthopnoea": "no",
        "weakness left hand": "no",
        "atrophy left hand": "no",
        "extensor_plantar left": "no",
        "clonus_unsustained left ankle_reflex": "no",
        "snout_reflex": "no",
        "tongue_atrophy": "no",
        "perioral_fasciculations": "no",
        "hyporeflexia left knee_reflex": "no",
        "reflex_spread left knee_reflex": "no",
        "muscle_stiffness; hyperhidrosis": "no",
        "on record hyperthyroidism": "no",
        "medication lithium": "no",
    },
)
def test_any_other_sign_or_another_cause_ends_it(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@records({f"fasciculations left calf; {CLEAN}": "no", f"cramps left calf; {CLEAN}": "no"})
def test_it_needs_both(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(f"{TWITCH}; {CLEAN}", {"age 44": "no", "age 45": "must", "age unknown": "must"})
def test_from_45_on_it_is_examined_again(record: str, result: str) -> None:
    assert asks_for("serial_reexam", PATTERN, record) == result


def test_it_looks_for_a_cause() -> None:
    record = f"{TWITCH}; {CLEAN}; age 30"
    assert indicator(PATTERN, record) == "info"
    assert musts(PATTERN, record) == "ck electrolytes_ca_mg medication_review neurology_referral_routine tsh_ft4"
    assert mays(PATTERN, record) == "emg_ncs vgkc_complex_antibodies"
    assert localization(PATTERN, record) == "peripheral nerve hyperexcitability"
    assert shown(record) == "cramp_fasciculation"
