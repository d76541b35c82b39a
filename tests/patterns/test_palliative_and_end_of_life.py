"""``end_of_life`` and ``palliative_care`` (knowledge.md 3.2)."""

from __future__ import annotations

from tests.patterns.asking import beside, concluded, highest, shown, suggested, summary

CORD = "weakness both leg onset=3; extensor_plantar both; sensory_level onset=3"


@beside(
    "on record end_of_life",
    {
        "atrophy left hand; hyperreflexia left biceps_reflex": "",
        "facial_myokymia left": "",
        "weakness left hand": "",
        "hyperreflexia left biceps_reflex; no hyperreflexia left biceps_reflex": "",
        "weakness left hand; sudden_onset recorded=10": "",
        "on record als; weakness left hand; orthopnoea; weak_cough": "known_mnd_followup",
        "on record sma; weakness left hand": "",
        CORD: "acute_cord_syndrome",
        f"on record als; {CORD}": "acute_cord_syndrome",
        "dark_urine; result ck_x_uln 12; weakness left hand": "ck_marked_elevation",
    },
)
def test_at_the_end_only_care_and_a_note_of_an_emergency_are_shown(record: str, result: str) -> None:
    assert shown(record) == result
    assert highest(record) in ("none", "info")


def test_at_the_end_care_goes_without_spirometry() -> None:
    assert suggested("on record end_of_life; on record als; fatigue") == "mdt_care"


def test_at_the_end_an_emergency_has_no_action() -> None:
    record = f"on record end_of_life; {CORD}"
    assert suggested(record) == ""
    assert summary("acute_cord_syndrome", record).startswith("Palliative care on record: findings match ")


def test_a_provisional_entry_changes_nothing() -> None:
    assert highest(f"on record end_of_life provisional; {CORD}") == "critical"
    assert highest(f"on record palliative_care provisional; {CORD}") == "critical"


def test_palliative_care_keeps_the_card_as_a_warning_with_its_actions() -> None:
    record = f"on record palliative_care; {CORD}"
    assert highest(record) == "warning"
    assert suggested(record) == suggested(CORD)
    assert summary("acute_cord_syndrome", record).startswith("Goals of care first: findings match ")
    (fired,) = concluded(record)[0].shown
    assert fired.lines[0] == "Palliative care on record: goals of care first."


def test_palliative_care_silences_nothing() -> None:
    record = "atrophy left hand; hyperreflexia left biceps_reflex; sensory_loss left foot; on record als provisional"
    assert shown(f"{record}; on record palliative_care") == shown(record) != ""


def test_end_of_life_goes_before_palliative_care() -> None:
    assert highest(f"on record palliative_care; on record end_of_life; {CORD}") == "info"
