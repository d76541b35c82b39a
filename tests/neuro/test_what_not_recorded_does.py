"""Chapter 5. What "not recorded" does: two negations, missing age, side, place (knowledge base 4.5)."""

from __future__ import annotations

from tests.neuro.told import CLEAN, card, reasoned, result, rule, shown
from tests.spec.tiny import table

REFLEXES = "no hyperreflexia generalised; no areflexia generalised"


@table({"atrophy left hand": "yes", "atrophy left hand; no hyperreflexia generalised": "yes"})
def test_n2_a_forbidden_sign_may_be_absent_or_not_recorded(record: str, result: str) -> None:
    """ "No upper motor neuron sign": both records fire the pattern of lower signs alone."""
    assert rule("regions: {union: [umn_any], exactly: 0}", record) == (result == "yes")
    assert "lmn_single_region" in shown(record)


@table(
    {
        f"fasciculations left hand; no weakness left arm; no atrophy left arm; {REFLEXES}": "yes",
        f"fasciculations left hand; no weakness left hand; no atrophy left arm; {REFLEXES}": "no",
        f"fasciculations left hand; no weakness left arm; {REFLEXES}": "no",
        "fasciculations left hand; no weakness left arm; no atrophy left arm; no hyperreflexia generalised": "no",
        f"fasciculations left hand; {CLEAN}; mild_tone_increase left arm": "no",
        f"fasciculations left hand; {CLEAN.replace('generalised', 'generalised recorded=181')}": "no",
    }
)
def test_n2_a_normal_examination_must_be_recorded(record: str, result: str) -> None:
    """The whole region of every fasciculation, power and bulk and reflexes, inside their window."""
    assert rule("exam_clean", record) == (result == "yes")


@table(
    {
        REFLEXES: "yes",
        "no hyperreflexia generalised; no hyporeflexia generalised": "yes",
        "no hyperreflexia generalised": "no",
        "tendon_reflex left biceps_reflex grade=NINDS:2; tendon_reflex left knee_reflex grade=NINDS:3": "yes",
        "tendon_reflex left ankle_reflex grade=NINDS:2; tendon_reflex left knee_reflex grade=NINDS:2": "no",
        "tendon_reflex left biceps_reflex grade=NINDS:2; tendon_reflex left knee_reflex grade=NINDS:1": "no",
    }
)
def test_reflexes_normal(record: str, result: str) -> None:
    """Both negatives, or an arm and a leg reflex graded normal and none abnormal."""
    assert rule("reflexes_normal", record) == (result == "yes")


def test_n3_missing_separators_are_named() -> None:
    nothing = reasoned("atrophy left hand").not_recorded
    assert "reflexes" in nothing
    assert "onset" in nothing
    some = reasoned("atrophy left hand onset=9; no hyperreflexia generalised").not_recorded
    assert set(nothing) - set(some) == {"reflexes", "onset"}


def test_n4_an_unknown_side_is_never_both_outside_emergencies() -> None:
    assert result("bulbar_motor_syndrome", "lmn_facial_weakness face") != "yes"
    assert result("bulbar_motor_syndrome", "lmn_facial_weakness both face") == "yes"


@table({"age unknown": "yes", "age 16": "yes", "age 15": "no"})
def test_n5_without_an_age_adult_rules_apply(record: str, result: str) -> None:
    assert ("lmn_single_region" in shown(f"atrophy left hand; {record}")) == (result == "yes")


def test_n5_without_an_age_nobody_is_reassured() -> None:
    fired = card("fasciculations_isolated_normal_exam", f"fasciculations left calf; age unknown; {CLEAN}")
    assert "reassurance" not in {asked.action for asked in fired.asked}


@table(
    {
        "fever; back_pain; on record cancer": "",
        "dyspnoea_rest; orthopnoea": "",
        "cholinergic_signs": "",
        "lmn_facial_weakness left face": "",
        "ptosis": "",
        "cramps left calf": "",
        "paraesthesia left hand; back_pain": "",
        "no weakness generalised": "",
        "": "",
    }
)
def test_n7_no_relevant_finding_no_card(record: str, result: str) -> None:
    assert " ".join(shown(record)) == result


def test_n8_unknown_names_what_is_missing_and_makes_no_card() -> None:
    record = "fasciculations left calf"
    assert result("fasciculations_isolated_normal_exam", record) == "unknown"
    assert "fasciculations_isolated_normal_exam" not in shown(record)


def test_n8_something_positive_must_be_recorded() -> None:
    assert result("fasciculations_isolated_normal_exam", "no weakness generalised; paraesthesia left hand") == "no"


def test_n8_what_is_recorded_against_it_makes_it_no() -> None:
    assert result("fasciculations_isolated_normal_exam", "fasciculations left calf; weakness left foot") == "no"
