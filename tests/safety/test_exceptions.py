"""The exceptions that the medicine makes to the safety properties, each with its sentence (knowledge.md 3.2, 4.3)."""

from __future__ import annotations

from tests.patterns.asking import beside, highest, is_shown, shown

BLADDER = "bladder_dysfunction recorded=3; weakness both leg recorded=3 onset=3"


@beside(
    "urinary_retention recorded=1; weakness left leg recorded=1 onset=100",
    {"": "critical", "urinary_retention recorded=40": "warning"},
)
def test_acute_line_3_an_older_record_of_the_same_sign_makes_it_known(record: str, result: str) -> None:
    """Text: "X first recorded … more than 28 days ago: not acute": an old record ends the emergency here."""
    assert highest(record) == result


@beside(
    "bladder_dysfunction recorded=1; weakness both leg recorded=1",
    {
        "": "critical",
        "gait_disturbance recorded=1 onset=1": "critical",
        "on record multiple_sclerosis recorded=10": "warning",
    },
)
def test_acute_line_4_a_known_lesion_sets_undated_bladder_signs_aside(record: str, result: str) -> None:
    """Text: "undated … not acute in confirmed known_cns_lesion": never silence, ``red_flag_unresolved`` speaks."""
    assert highest(record) == result


@beside(
    "bladder_dysfunction recorded=1; weakness both leg recorded=1 onset=29",
    {"": "warning", "fever": "critical", "spinal_trauma": "critical", "on record cancer": "critical"},
)
def test_acute_line_4_leg_weakness_of_over_28_days_sets_them_aside(record: str, result: str) -> None:
    """Text: "every one has an explicit onset over 28 days (not with cancer, sle, fever or spinal_trauma)"."""
    assert highest(record) == result
    assert result == "critical" or "red_flag_unresolved" in shown(record)


@beside(
    "urinary_retention recorded=1; back_pain; on record multiple_sclerosis recorded=10",
    {"": "no", "weakness left leg recorded=1": "shown", "weakness left leg recorded=1 onset=29": "no"},
)
def test_acute_line_4_retention_in_a_known_lesion_needs_a_new_limb_sign(record: str, result: str) -> None:
    emergencies = {"cauda_equina_syndrome", "acute_cord_syndrome"} & set(shown(record).split())
    assert bool(emergencies) == (result == "shown")


@beside(
    "on record sle; extensor_plantar both recorded=1; weakness both leg recorded=1",
    {
        "": "critical",
        "progressive_course": "warning",
        "nonprogressive_course": "warning",
        "gait_disturbance recorded=1 onset=60": "critical",
    },
)
def test_acute_line_5_any_other_sign_is_acute_only_while_the_course_is_unknown(record: str, result: str) -> None:
    assert highest(record) == result


@beside(
    "on record sle; spasticity both leg recorded=1; extensor_plantar both recorded=1",
    {"": "critical", "weakness left leg recorded=1 onset=60": "warning"},
)
def test_acute_line_5_an_examination_sign_beside_a_dated_history_is_not_new(record: str, result: str) -> None:
    """Text: "found, not felt: the dated history speaks for it"."""
    assert highest(record) == result


@beside(
    "weakness left arm recorded=2; weakness left leg recorded=2; sudden_onset recorded=2",
    {"": "critical", "on record recent_stroke recorded=2": "none", "on record recent_stroke recorded=0": "critical"},
)
def test_recent_stroke_takes_its_own_signs(record: str, result: str) -> None:
    """From day 1 after the stroke; on day 0 the card stands (answered, D7, only from day 1)."""
    assert highest(record) == result


@beside(
    "weakness both leg recorded=5 onset=9; areflexia both knee_reflex recorded=5 onset=9",
    {"": "critical", "on record guillain_barre recorded=4": "none"},
)
def test_known_acute_neuro_has_seen_it(record: str, result: str) -> None:
    assert highest(record) == result


@beside(
    "weakness both leg onset=3; areflexia both knee_reflex; rapid_progression",
    {"": "critical", "on record end_of_life": "info", "on record palliative_care": "warning"},
)
def test_end_of_life_and_palliative_care_calm_the_card(record: str, result: str) -> None:
    assert highest(record) == result


def test_end_of_life_may_end_in_silence() -> None:
    """Text: "no card but known_mnd_followup": a red flag below critical is silent."""
    assert shown("weakness left hand recorded=30; rapid_progression; on record end_of_life") == ""
    assert shown("weakness left hand recorded=30; rapid_progression") != ""


@beside(
    "weakness both leg recorded=2 onset=3; extensor_plantar both recorded=2; sensory_level recorded=2 onset=3",
    {
        "": "critical",
        "order mri_whole_spine resulted day=1": "info",
        "order mri_whole_spine resulted day=3": "critical",
    },
)
def test_d7_an_answer_makes_it_information(record: str, result: str) -> None:
    assert highest(record) == result


@beside(
    "rapid_progression recorded=28",
    {
        "weakness both leg recorded=28; areflexia both knee_reflex recorded=28": "shown",
        "weakness both leg recorded=29; areflexia both knee_reflex recorded=29": "shown",
    },
)
def test_d9_the_newest_used_finding_keeps_it_alive(record: str, result: str) -> None:
    assert is_shown("rapid_flaccid_weakness", record) == result


def test_d9_findings_of_over_28_days_are_no_emergency() -> None:
    """Text: "whose newest used finding was recorded more than 28 days ago … does not fire"."""
    record = "ptosis recorded={0} onset={0}; dysphagia recorded={0} onset={0}; weakness both arm recorded={0} onset={0}"
    assert highest(record.format(14)) == "critical"
    assert highest(record.format(29)) != "critical"


def test_a_contradiction_may_raise_the_indicator() -> None:
    """A normal finding of the same day: both are kept where an emergency stands on the positive, else both dropped."""
    assert highest("spasticity both leg recorded=30") == "warning"
    assert "contradictory_findings" in shown("eyelid_twitch; weight_loss left; no weight_loss left")


@beside("sudden_onset", {"fasciculations left hand": "info", "cramps": "none", "eyelid_twitch left": "info"})
def test_twitching_may_start_suddenly(record: str, result: str) -> None:
    """Text: "Not when the only such signs are fasciculations, cramps or eyelid_twitch and … sudden_onset"."""
    assert highest(record) == result
