"""Reading findings: whose they are (contract, Findings 11)."""

from __future__ import annotations

from typing import Any

import pytest

from cds_service.evidence import Entry, Evidence
from cds_service.knowledge.terminology import Terminology
from cds_service.reading.read import read_case
from tests.reading.builders import TODAY, Json, condition, loinc, observation, own, read, resource, snomed, without

OWN_NAMES = [
    "Patient/p",
    "Patient/p/_history/3",
    "https://ehr.example/fhir/Patient/p",
    "https://ehr.example/fhir/Patient/p/_history/3",
]
FOREIGN_NAMES = [
    "Patient/q",
    "Patient/pp",
    "patient/p",
    "Group/p",
    "https://other.example/fhir/Patient/p",
    "urn:uuid:5b0c5b5e-0000-4000-8000-000000000000",
    "#p",
    "",
]


@pytest.mark.parametrize("name", OWN_NAMES)
def test_names_of_the_patient(terminology: Terminology, name: str) -> None:
    assert len(read(terminology, observation(own("atrophy"), subject={"reference": name})).findings) == 1


@pytest.mark.parametrize(
    "subject", [*({"reference": name} for name in FOREIGN_NAMES), {"display": "Jane"}, {}, "Patient/p", None]
)
def test_anybody_else_is_counted_and_not_read(terminology: Terminology, subject: Any) -> None:
    case = read(terminology, observation(own("atrophy"), subject=subject))
    assert (case.findings, [unread.code for unread in case.not_understood]) == ((), ["atrophy"])


FOREIGN: dict[str, Json] = {
    "a problem": condition(own("atrophy")),
    "a diagnosis": condition(snomed("86044005")),
    "an order": resource(
        "ServiceRequest", status="active", intent="order", code=snomed("42803009"), authoredOn="2026-11-01"
    ),
    "a laboratory value": observation(loinc("2823-3"), valueQuantity={"value": 2.0, "code": "mmol/L"}),
    "a report": resource("DiagnosticReport", status="final", code=own("x"), conclusionCode=[own("emg_normal")]),
    "a medication": resource(
        "MedicationRequest", status="active", intent="order", medicationCodeableConcept={"text": "simvastatin"}
    ),
}


@pytest.mark.parametrize("foreign", FOREIGN.values(), ids=FOREIGN.keys())
def test_nothing_of_another_patient_is_read(terminology: Terminology, foreign: Json) -> None:
    case = read(terminology, {**foreign, "subject": {"reference": "Patient/q"}})
    assert (case.findings, case.conditions, case.orders, case.results, case.medications) == ((), (), (), (), ())
    assert [unread.reason for unread in case.not_understood] == ["it is not about this patient"]


def test_what_has_no_code_that_matters_is_nobodys_business(terminology: Terminology) -> None:
    foreign = condition(snomed("38341003"), subject={"reference": "Patient/q"})
    assert read(terminology, foreign).not_understood == ()


@pytest.mark.parametrize(("focus", "count"), [("Patient/p", 1), ("Patient/q", 0), ("Device/1", 0)])
def test_an_observation_may_be_about_something_else_than_its_subject(
    terminology: Terminology, focus: str, count: int
) -> None:
    case = read(terminology, observation(own("atrophy"), focus=[{"reference": focus}]))
    assert (len(case.findings), len(case.not_understood)) == (count, 1 - count)


def test_a_relative_is_asked_for_by_patient(terminology: Terminology) -> None:
    history = without(resource("FamilyMemberHistory", status="completed", date="2026"), "subject")
    history |= {"patient": {"reference": "Patient/p"}, "relationship": {"text": "mother"}}
    history |= {"condition": [{"code": snomed("86044005")}]}
    assert len(read(terminology, history).findings) == 1
    assert read(terminology, {**history, "patient": {"reference": "Patient/q"}}).findings == ()


@pytest.mark.parametrize(("bundle", "count"), [(1, 1), (2, 0)], ids=["same Bundle", "another Bundle"])
def test_a_urn_names_the_patient_of_its_own_bundle(terminology: Terminology, bundle: int, count: int) -> None:
    urn = "urn:uuid:5b0c5b5e-0000-4000-8000-000000000000"
    entries = (
        Entry({"resourceType": "Patient", "id": "p"}, urn, 1),
        Entry(observation(own("atrophy"), subject={"reference": urn}), "", bundle),
    )
    assert len(read_case(Evidence("p", "", entries), terminology, TODAY).findings) == count


def test_a_urn_of_another_patient_in_the_bundle_is_not_theirs(terminology: Terminology) -> None:
    urn = "urn:uuid:5b0c5b5e-0000-4000-8000-000000000000"
    entries = (
        Entry({"resourceType": "Patient", "id": "q"}, urn, 1),
        Entry(observation(own("atrophy"), subject={"reference": urn}), "", 1),
    )
    assert read_case(Evidence("p", "", entries), terminology, TODAY).findings == ()


def test_without_a_fhir_server_no_absolute_name_is_the_patients(terminology: Terminology) -> None:
    absolute = observation(own("atrophy"), subject={"reference": "https://ehr.example/fhir/Patient/p"})
    assert read_case(Evidence("p", "", (Entry(absolute),)), terminology, TODAY).findings == ()
