"""Reading findings: which statuses count (contract, Findings 5 and 7; clinical text 1.1)."""

from __future__ import annotations

from typing import Any

import pytest

from cds_service.knowledge.terminology import Terminology
from tests.reading.builders import (
    Json,
    clinical_status,
    condition,
    observation,
    own,
    read,
    resource,
    snomed,
    verification,
    without,
)

OBSERVATION_STATUSES = {
    "final": True,
    "amended": True,
    "corrected": True,
    "preliminary": False,
    "registered": False,
    "cancelled": False,
    "unknown": False,
    "entered-in-error": False,
}


@pytest.mark.parametrize(("status", "counts"), OBSERVATION_STATUSES.items())
def test_status_of_an_observation(terminology: Terminology, status: str, counts: bool) -> None:
    """What does not count is no negative either, and was understood."""
    case = read(terminology, observation(own("atrophy"), status=status))
    assert (len(case.findings), case.not_understood) == (int(counts), ())


@pytest.mark.parametrize(("status", "counts"), {**OBSERVATION_STATUSES, "appended": True, "partial": False}.items())
def test_status_of_a_report(terminology: Terminology, status: str, counts: bool) -> None:
    report = resource("DiagnosticReport", status=status, code=own("x"), conclusionCode=[own("emg_myopathic")])
    assert len(read(terminology, report).findings) == counts


PROBLEMS: list[tuple[str, dict[str, Any], bool]] = [
    ("active", {}, True),
    ("recurrence", {"clinicalStatus": clinical_status("recurrence")}, True),
    ("relapse", {"clinicalStatus": clinical_status("relapse")}, True),
    ("inactive", {"clinicalStatus": clinical_status("inactive")}, False),
    ("remission", {"clinicalStatus": clinical_status("remission")}, False),
    ("resolved", {"clinicalStatus": clinical_status("resolved")}, False),
    ("no clinical status", {"clinicalStatus": None}, True),
    ("no clinical status, abated", {"clinicalStatus": None, "abatementDateTime": "2026-01-01"}, False),
    ("no clinical status, abated in words", {"clinicalStatus": None, "abatementString": "gone"}, False),
    ("provisional", {"verificationStatus": verification("provisional")}, False),
    ("differential", {"verificationStatus": verification("differential")}, False),
    ("unconfirmed", {"verificationStatus": verification("unconfirmed")}, False),
    ("refuted", {"verificationStatus": verification("refuted")}, False),
    ("entered in error", {"verificationStatus": verification("entered-in-error")}, False),
]


@pytest.mark.parametrize(("members", "counts"), [row[1:] for row in PROBLEMS], ids=[row[0] for row in PROBLEMS])
def test_a_sign_of_the_problem_list(terminology: Terminology, members: dict[str, Any], counts: bool) -> None:
    case = read(terminology, condition(own("atrophy"), **members))
    assert ([finding.source for finding in case.findings], case.not_understood) == (["problem"] * counts, ())


def test_a_missing_verification_status_is_said(terminology: Terminology) -> None:
    unverified = without(condition(snomed("86044005")), "verificationStatus")
    (diagnosis,) = read(terminology, unverified).conditions
    (finding,) = read(terminology, {**unverified, "code": own("atrophy")}).findings
    assert (diagnosis.verification, diagnosis.verification_missing) == ("confirmed", True)
    assert finding.notes == ("verification status not recorded",)


@pytest.mark.parametrize("negation", [snomed("163846005"), snomed("274824005")], ids=["no clonus", "ptosis absent"])
def test_a_negation_on_the_problem_list_is_no_negative_examination(terminology: Terminology, negation: Json) -> None:
    assert read(terminology, condition(negation)).findings == ()
    assert [finding.present for finding in read(terminology, observation(negation)).findings] == [False]


def test_evidence_of_a_problem_is_read_like_its_code(terminology: Terminology) -> None:
    case = read(terminology, condition(snomed("38341003"), evidence=[{"code": [own("fasciculations")]}]))
    assert [(finding.sign, finding.source) for finding in case.findings] == [("fasciculations", "problem")]


@pytest.mark.parametrize("status", ["preliminary", "entered-in-error"])
def test_a_panel_that_does_not_count_leaves_its_members(terminology: Terminology, status: str) -> None:
    panel = {**observation(own("x"), status=status, hasMember=[{"reference": "Observation/m"}]), "id": "panel"}
    assert len(read(terminology, panel, {**observation(own("atrophy")), "id": "m"}).findings) == 1


def test_a_modifier_extension_may_turn_the_meaning_round(terminology: Terminology) -> None:
    modified = observation(own("atrophy"), modifierExtension=[{"url": "urn:x", "valueBoolean": True}])
    case = read(terminology, modified)
    assert (case.findings, [unread.reason for unread in case.not_understood]) == ((), ["it has a modifier extension"])
