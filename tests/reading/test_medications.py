"""Reading medications: status, date, route, and where the drug is named (contract, Orders and results)."""

from __future__ import annotations

from typing import Any

import pytest

from cds_service.evidence import Entry, Evidence
from cds_service.knowledge.terminology import Terminology
from cds_service.reading.read import read_case
from tests.reading.builders import SUBJECT, TODAY, Json, coding, concept, read, resource, without

RXNORM, ATC, SCT = "http://www.nlm.nih.gov/research/umls/rxnorm", "http://www.whocc.no/atc", "http://snomed.info/sct"
SIMVASTATIN, PREDNISOLONE, BENZYLPENICILLIN = (
    concept(coding(ATC, "C10AA01")),
    concept(coding(ATC, "H02AB06")),
    concept(coding(ATC, "J01CE01")),
)
INTRAVENOUS, ORAL, TOPICAL, EYE = (
    concept(coding(SCT, code)) for code in ("47625008", "26643006", "6064005", "54485002")
)


def prescription(drug: Json, /, **members: Any) -> Json:
    """An active MedicationRequest."""
    return resource(
        "MedicationRequest", **{"status": "active", "intent": "order", "medicationCodeableConcept": drug, **members}
    )


def keys(terminology: Terminology, *resources: Json) -> list[str]:
    """The medications that these resources give."""
    return [drug.key for drug in read(terminology, *resources).medications]


DRUGS: list[tuple[str, Json, list[str]]] = [
    ("by code", SIMVASTATIN, ["statin"]),
    ("every ATC code that begins so", concept(coding(ATC, "C10AA99")), ["statin"]),
    (
        "an unknown product by its ingredient",
        concept(coding(RXNORM, "999999"), text="Simvastatin 20 MG Oral Tablet"),
        ["statin"],
    ),
    ("a part of a longer word is no ingredient", concept(text="antilithiumate 5 mg"), []),
    ("something else", concept(coding(ATC, "A10BA02"), text="metformin"), []),
]


@pytest.mark.parametrize(("drug", "expected"), [row[1:] for row in DRUGS], ids=[row[0] for row in DRUGS])
def test_drugs(terminology: Terminology, drug: Json, expected: list[str]) -> None:
    assert keys(terminology, prescription(drug)) == expected


# The day is 2026-11-20; 30 days before it is 2026-10-21.
STATUSES: list[tuple[str, dict[str, Any], bool]] = [
    ("active", {}, True),
    ("on hold", {"status": "on-hold"}, True),
    ("active since long", {"authoredOn": "2015-01-01"}, True),
    ("stopped 30 days ago", {"status": "stopped", "authoredOn": "2026-10-21"}, True),
    ("stopped 31 days ago", {"status": "stopped", "authoredOn": "2026-10-20"}, False),
    (
        "completed, by the end of its supply",
        {
            "status": "completed",
            "authoredOn": "2026-01-01",
            "dispenseRequest": {"validityPeriod": {"end": "2026-11-01"}},
        },
        True,
    ),
    ("completed, undated", {"status": "completed"}, False),
    ("cancelled", {"status": "cancelled"}, False),
    ("draft", {"status": "draft"}, False),
    ("entered in error", {"status": "entered-in-error"}, False),
    ("do not give", {"doNotPerform": True}, False),
]


@pytest.mark.parametrize(("members", "counts"), [row[1:] for row in STATUSES], ids=[row[0] for row in STATUSES])
def test_statuses_and_dates(terminology: Terminology, members: dict[str, Any], counts: bool) -> None:
    case = read(terminology, prescription(SIMVASTATIN, **members))
    assert ([drug.key for drug in case.medications], case.not_understood) == (["statin"] * counts, ())


ROUTES: list[tuple[str, Json, list[Json], bool]] = [
    ("any route", PREDNISOLONE, [], True),
    ("by mouth", PREDNISOLONE, [ORAL], True),
    ("on the skin", PREDNISOLONE, [TOPICAL], False),
    ("into the eye", PREDNISOLONE, [EYE], False),
    ("into the eye in words", PREDNISOLONE, [concept(text="Eye drops")], False),
    ("by mouth and on the skin", PREDNISOLONE, [ORAL, TOPICAL], True),
    ("a cream by its name", concept(*PREDNISOLONE["coding"], text="hydrocortisone 1% cream"), [], False),
    ("penicillin by vein", BENZYLPENICILLIN, [INTRAVENOUS], True),
    ("penicillin by vein in words", BENZYLPENICILLIN, [concept(text="IV")], True),
    ("penicillin by another route", BENZYLPENICILLIN, [ORAL], False),
    ("penicillin, route not said", BENZYLPENICILLIN, [], False),
]


@pytest.mark.parametrize(("drug", "routes", "counts"), [row[1:] for row in ROUTES], ids=[row[0] for row in ROUTES])
def test_routes(terminology: Terminology, drug: Json, routes: list[Json], counts: bool) -> None:
    sent = prescription(drug, dosageInstruction=[{"route": route} for route in routes])
    assert len(keys(terminology, sent)) == counts


def referring(reference: str, **members: Any) -> Json:
    """A MedicationRequest that names its drug by reference."""
    return {
        **without(prescription({}), "medicationCodeableConcept"),
        "medicationReference": {"reference": reference},
        **members,
    }


TABLETS = {"resourceType": "Medication", "id": "m", "code": SIMVASTATIN}


def test_a_contained_drug(terminology: Terminology) -> None:
    assert keys(terminology, referring("#m", contained=[TABLETS])) == ["statin"]


def test_the_form_of_a_drug_counts(terminology: Terminology) -> None:
    drops = {**TABLETS, "code": PREDNISOLONE, "form": concept(text="Ophthalmic suspension")}
    assert keys(terminology, referring("#m", contained=[drops])) == []


@pytest.mark.parametrize("reference", ["Medication/m", "https://ehr.example/fhir/Medication/m"])
def test_a_drug_sent_beside(terminology: Terminology, reference: str) -> None:
    assert keys(terminology, referring(reference), TABLETS) == ["statin"]


@pytest.mark.parametrize(("bundle", "count"), [(1, 1), (2, 0)])
def test_a_urn_names_a_drug_of_its_own_bundle(terminology: Terminology, bundle: int, count: int) -> None:
    urn = "urn:uuid:6b0c5b5e-0000-4000-8000-000000000000"
    entries = (Entry(referring(urn), "", 1), Entry(without(TABLETS, "id"), urn, bundle))
    case = read_case(Evidence("p", "", entries), terminology, TODAY)
    assert (len(case.medications), len(case.not_understood)) == (count, 1 - count)


def test_a_drug_that_is_not_there_is_counted(terminology: Terminology) -> None:
    case = read(terminology, referring("Medication/elsewhere"))
    assert [unread.reason for unread in case.not_understood] == [
        "the medication that it refers to is not in the record"
    ]
    assert read(terminology, referring("Medication/elsewhere", status="cancelled")).not_understood == ()


def test_the_words_of_the_record_are_kept(terminology: Terminology) -> None:
    sent = prescription(concept(coding(RXNORM, "36567", "Simvastatin"), text="Zocor 20"), subject=SUBJECT)
    assert [drug.display for drug in read(terminology, sent).medications] == ["Zocor 20"]
