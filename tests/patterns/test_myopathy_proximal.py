"""``myopathy_proximal``: proximal weakness of both sides (knowledge.md 3.4 tier 3)."""

from __future__ import annotations

from tests.patterns.asking import beside, indicator, localization, mays, musts, records, result_of, shown

PATTERN = "myopathy_proximal"
PROXIMAL = "proximal_weakness both leg"
MUSTS = "ck electrolytes_ca_mg medication_review"


@records(
    {
        PROXIMAL: "yes",
        "proximal_weakness both": "yes",
        "proximal_weakness left arm; proximal_weakness right leg": "yes",
        "proximal_weakness left leg": "no",
        "proximal_weakness leg": "unknown",
        "weakness both hip": "yes",
        "weakness left hip; weakness right shoulder": "yes",
        "weakness both shoulder": "no",
        "weakness left hip": "no",
        "weakness both thigh": "no",
        "distal_weakness both leg": "no",
        "pyramidal_weakness both hip": "no",
    }
)
def test_it_needs_proximal_weakness_of_both_sides(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    PROXIMAL,
    {
        "age 16": "yes",
        "age 15": "no",
        "hyperreflexia left biceps_reflex": "no",
        "fasciculations left hand": "no",
        "areflexia both ankle_reflex": "no",
        "hyporeflexia both biceps_reflex": "yes",
        "hyporeflexia both knee_reflex": "no",
        "sensory_loss left hand": "no",
        "paraesthesia left hand": "yes",
        "atrophy left hand": "no",
        "tongue_fasciculations": "no",
        "fatigability": "no",
        "rapid_progression": "no",
        "sudden_onset": "no",
        "myalgia": "yes",
        "no fasciculations generalised": "yes",
    },
)
def test_other_signs_end_it(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


def test_weakness_of_both_sides_dated_14_days_is_rapid() -> None:
    assert result_of(PATTERN, f"{PROXIMAL} onset=14") == "no"
    assert result_of(PATTERN, f"{PROXIMAL} onset=15") == "yes"


@beside(
    PROXIMAL,
    {
        "": f"info {MUSTS} neurology_referral_routine tsh_ft4",
        "progressive_course": f"info {MUSTS} neurology_referral_routine tsh_ft4",
        "myositis_rash": f"warning {MUSTS} myositis_panel neurology_referral_urgent tsh_ft4",
        "dysphagia": f"warning {MUSTS} myositis_panel neurology_referral_urgent tsh_ft4",
        "dysarthria": f"info {MUSTS} neurology_referral_routine tsh_ft4",
    },
)
def test_rash_or_dysphagia_make_it_urgent(record: str, result: str) -> None:
    level, _, actions = result.partition(" ")
    assert indicator(PATTERN, record) == level
    assert musts(PATTERN, record) == actions
    assert mays(PATTERN, record) == ("emg_ncs" if level == "warning" else "emg_ncs myositis_panel")
    assert localization(PATTERN, record) == "muscle, proximal"


@beside(
    PROXIMAL,
    {
        "dysphagia": "myopathy_proximal",
        "dysphagia; progressive_course": "myopathy_proximal",
        "dysarthria; progressive_course": "bulbar_motor_syndrome myopathy_proximal",
        "result ck_x_uln 12": "ck_marked_elevation myopathy_proximal",
    },
)
def test_it_explains_dysphagia_as_the_only_bulbar_symptom(record: str, result: str) -> None:
    """``bulbar_motor_syndrome`` (ii)."""
    assert shown(record) == result
