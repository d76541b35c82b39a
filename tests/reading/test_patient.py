"""Reading the Patient: age, sex, and of whom no card may speak (contract, Card). The day is 2026-11-20."""

from __future__ import annotations

from typing import Any

import pytest

from cds_service.evidence import Entry, Evidence
from cds_service.knowledge.terminology import Terminology
from cds_service.reading.patient import silent_reason
from tests.reading.builders import TODAY, evidence_of, read


def patient(**members: Any) -> dict[str, Any]:
    """The Patient of the call."""
    return {"resourceType": "Patient", "id": "p", **members}


AGES: list[tuple[str, Any, int | None]] = [
    ("a birthday today", "1966-11-20", 60 * 12),
    ("a birthday tomorrow", "1966-11-21", 60 * 12 - 1),
    ("a month means its last day", "1966-11", 60 * 12 - 1),
    ("a year too", "1965", 60 * 12 + 10),
    ("this year", "2026", 0),
    ("an infant", "2025-01-20", 22),
    ("not yet born", "2027-01-01", None),
    ("nothing", None, None),
    ("no date", "around 1950", None),
    ("a number", 1950, None),
]


@pytest.mark.parametrize(("birth", "months"), [row[1:] for row in AGES], ids=[row[0] for row in AGES])
def test_age_in_months(terminology: Terminology, birth: Any, months: int | None) -> None:
    assert read(terminology, patient(birthDate=birth)).patient.age_months == months


@pytest.mark.parametrize(
    ("gender", "sex"),
    [("male", "male"), ("female", "female"), ("other", "other"), ("unknown", ""), (None, ""), (1, "")],
)
def test_sex(terminology: Terminology, gender: Any, sex: str) -> None:
    assert read(terminology, patient(gender=gender)).patient.sex == sex


def test_another_patient_is_not_theirs(terminology: Terminology) -> None:
    other = {**patient(birthDate="1950-01-01", deceasedBoolean=True), "id": "q"}
    assert read(terminology, other).patient.age_months is None
    assert silent_reason(evidence_of(other), TODAY) is None


SILENT: list[tuple[str, dict[str, Any], str | None]] = [
    ("living", {}, None),
    ("said to live", {"deceasedBoolean": False, "active": True}, None),
    ("deceased", {"deceasedBoolean": True}, "the patient is deceased"),
    ("deceased on a day", {"deceasedDateTime": "2026"}, "the patient is deceased"),
    ("inactive", {"active": False}, "the patient's record is inactive"),
    ("replaced", {"link": [{"other": {}, "type": "replaced-by"}]}, "the patient's record was replaced by another"),
    ("replacing another", {"link": [{"other": {}, "type": "replaces"}]}, None),
    ("broken members", {"link": 5, "active": "false", "deceasedBoolean": "yes"}, None),
]


@pytest.mark.parametrize(("members", "reason"), [row[1:] for row in SILENT], ids=[row[0] for row in SILENT])
def test_of_whom_no_card_speaks(members: dict[str, Any], reason: str | None) -> None:
    assert silent_reason(evidence_of(patient(**members)), TODAY) == reason


@pytest.mark.parametrize("reverse", [False, True])
def test_the_version_that_was_updated_last_counts(reverse: bool) -> None:
    living = Entry(patient(meta={"lastUpdated": "2026-01-01T00:00:00Z"}))
    dead = Entry(patient(meta={"lastUpdated": "2026-11-01T00:00:00Z"}, deceasedBoolean=True))
    entries = (dead, living) if reverse else (living, dead)
    assert silent_reason(Evidence("p", "", entries), TODAY) == "the patient is deceased"


def test_without_a_patient_nothing_is_known(terminology: Terminology) -> None:
    case = read(terminology)
    assert (case.patient.age_years, case.patient.sex) == (None, "")
