"""What counts as not understood: a statement in a code system of neurological findings that has no meaning here.

An unknown code counts where it can be such a statement: always in the project's own CodeSystem and in HPO; in SNOMED CT
and ICD-10-CM in an examination, and in an Observation without a category that measures nothing; in LOINC in an
examination. Codes that the tables know and read for nothing (a sign that is too vague, a panel) count where they stand
for a statement. Laboratory values, vital signs, questionnaires and problem lists of any patient do not.
"""

from __future__ import annotations

from typing import Any

import pytest

from cds_service.knowledge.terminology import Terminology
from tests.reading.builders import (
    HPO,
    Json,
    coding,
    concept,
    condition,
    icd,
    loinc,
    missed,
    observation,
    own,
    read,
    resource,
    snomed,
)


def category(code: str) -> dict[str, Any]:
    """The category of an Observation."""
    return {"category": [concept(coding("http://terminology.hl7.org/CodeSystem/observation-category", code))]}


UNKNOWN_SNOMED, UNKNOWN_LOINC, TREMOR, NEURO_PANEL = (
    snomed("271807003"),
    loinc("8302-2"),
    snomed("26079004"),
    loinc("80287-6"),
)

OBSERVATIONS: list[tuple[str, Json, bool]] = [
    ("an unknown key of our own", observation(own("extensor_planter")), True),
    ("an unknown HPO code", observation(concept(coding(HPO, "HP:9999999")), **category("laboratory")), True),
    ("an unknown SNOMED CT code of an examination", observation(UNKNOWN_SNOMED, **category("exam")), True),
    ("without a category", observation(UNKNOWN_SNOMED), True),
    ("as a vital sign", observation(UNKNOWN_SNOMED, **category("vital-signs")), False),
    ("as a laboratory value", observation(UNKNOWN_SNOMED, **category("laboratory")), False),
    ("as a measurement", observation(UNKNOWN_SNOMED, valueQuantity={"value": 1}), False),
    ("an unknown LOINC code of an examination", observation(UNKNOWN_LOINC, **category("exam")), True),
    ("an unknown LOINC code otherwise", observation(UNKNOWN_LOINC), False),
    ("a local code of an examination", observation(concept(coding("urn:local", "1")), **category("exam")), False),
    ("a diagnosis as an Observation", observation(snomed("86044005")), True),
    ("a sign that is too vague", observation(TREMOR), True),
    ("a sign that is too vague, absent", observation(TREMOR, valueBoolean=False), True),
    ("a sign that is too vague, not recorded", observation(TREMOR, dataAbsentReason={"text": "x"}), False),
    ("a panel with members", observation(NEURO_PANEL, hasMember=[{"reference": "Observation/m"}]), False),
    (
        "a panel with components",
        observation(NEURO_PANEL, component=[{"code": own("clonus"), "valueBoolean": True}]),
        False,
    ),
    ("a panel without anything", observation(NEURO_PANEL), True),
    ("an answer that is too vague", observation(loinc("8705-6"), valueCodeableConcept=TREMOR), True),
    (
        "a laboratory value that is known",
        observation(loinc("2823-3"), valueQuantity={"value": 4, "code": "mmol/L"}),
        False,
    ),
    (
        "a vague code beside a specific one",
        observation(concept(*TREMOR["coding"], *own("action_tremor")["coding"])),
        False,
    ),
]


@pytest.mark.parametrize(("sent", "counted"), [row[1:] for row in OBSERVATIONS], ids=[row[0] for row in OBSERVATIONS])
def test_observations(terminology: Terminology, sent: Json, counted: bool) -> None:
    assert len(missed(read(terminology, sent))) == counted


PROBLEMS: list[tuple[str, Json, bool]] = [
    ("any other problem", condition(snomed("38341003")), False),
    ("any other ICD code", condition(icd("I10")), False),
    ("a sign that is too vague", condition(icd("R25.1")), True),
    ("an unknown key of our own", condition(own("nonsense")), True),
    ("a diagnosis that is listed as no sign", condition(snomed("86044005")), False),
]


@pytest.mark.parametrize(("sent", "counted"), [row[1:] for row in PROBLEMS], ids=[row[0] for row in PROBLEMS])
def test_problems(terminology: Terminology, sent: Json, counted: bool) -> None:
    assert len(missed(read(terminology, sent))) == counted


@pytest.mark.parametrize(
    ("conclusion", "count"),
    [(own("nonsense"), 1), (TREMOR, 1), (UNKNOWN_SNOMED, 0), (own("emg_normal"), 0)],
    ids=["an unknown key of our own", "too vague", "any other code", "a finding"],
)
def test_conclusions_of_reports(terminology: Terminology, conclusion: Json, count: int) -> None:
    report = resource("DiagnosticReport", status="final", code=loinc("18749-2"), conclusionCode=[conclusion])
    assert len(missed(read(terminology, report))) == count


def test_a_vague_answer_is_what_is_named(terminology: Terminology) -> None:
    case = read(terminology, observation(loinc("8705-6"), valueCodeableConcept=TREMOR))
    assert [(one.code, one.reason) for one in case.not_understood] == [("26079004", "kind of tremor not stated")]


UNREADABLE: list[tuple[str, dict[str, Any], str]] = [
    ("no status", {"status": None}, "it is no valid Observation: status"),
    ("a boolean in words", {"valueBoolean": "yes"}, "valueBoolean is not true or false"),
    ("a number in words", {"valueQuantity": {"value": "3"}}, "value is not number"),
    ("a date as a number", {"effectiveDateTime": 2024}, "effectiveDateTime is not text"),
    ("an element as text", {"bodySite": '{"text": "left"}'}, "bodySite is not an element"),
    ("an element for a list", {"interpretation": {"text": "POS"}}, "interpretation is not a list"),
    ("null in a list", {"component": [None]}, "component is not an element"),
    ("a value of a type that is not read", {"valueSampledData": {"data": "1"}}, "valueSampledData is not read"),
    (
        "a coding that is none",
        {"code": {"coding": [{"system": ["x"], "code": 1}, *own("clonus")["coding"]]}},
        "system is not text",
    ),
    ("two values", {"valueBoolean": True, "valueString": "present"}, "it is no valid Observation: its members"),
]


@pytest.mark.parametrize(("members", "reason"), [row[1:] for row in UNREADABLE], ids=[row[0] for row in UNREADABLE])
def test_a_broken_entry_is_counted_and_loses_no_other(
    terminology: Terminology, members: dict[str, Any], reason: str
) -> None:
    broken = {**observation(own("clonus")), "id": "broken", **members}
    case = read(terminology, broken, observation(own("atrophy")))
    assert [finding.sign for finding in case.findings] == ["atrophy"]
    assert [(one.reference, one.code, one.reason) for one in case.not_understood] == [
        ("Observation/broken", "clonus", reason)
    ]


HARMLESS: list[tuple[str, dict[str, Any]]] = [
    ("an unknown member", {"comment": "as STU3 had it"}),
    (
        "an unknown member inside",
        {"effectivePeriod": {"start": "2026-11-17", "end": "2026-11-17", "stop": "x"}, "effectiveDateTime": None},
    ),
    ("a member that nobody reads", {"performer": "somebody"}),
    ("issued without a zone beside the effective time", {"issued": "2026-11-17"}),
    ("null members", {"bodySite": None, "method": None}),
    ("an empty list", {"component": []}),
]


@pytest.mark.parametrize("members", [row[1] for row in HARMLESS], ids=[row[0] for row in HARMLESS])
def test_what_nobody_reads_loses_nothing(terminology: Terminology, members: dict[str, Any]) -> None:
    case = read(terminology, observation(own("clonus"), **members))
    assert (len(case.findings), case.not_understood) == (1, ())


def test_a_value_that_has_only_an_extension_is_not_recorded(terminology: Terminology) -> None:
    """A masked or unknown answer must not turn a code into an assertion."""
    unknown = {
        "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode": "masked"}]
    }
    for masked in ({"_valueBoolean": unknown}, {"valueCodeableConcept": unknown}):
        case = read(terminology, observation(own("clonus"), **masked))
        assert (case.findings, case.not_understood) == ((), ())


def test_a_broken_entry_without_a_code_that_matters_is_nobodys_business(terminology: Terminology) -> None:
    assert missed(read(terminology, observation(loinc("8302-2"), status=7, valueBoolean="x"))) == []


def test_an_unreadable_entry_is_named_by_the_code_that_would_have_mattered(terminology: Terminology) -> None:
    code = concept(coding("urn:local", "x"), coding(*("http://snomed.info/sct", "86854008"), "Hyperreflexia"))
    (one,) = read(terminology, observation(code, valueBoolean="no")).not_understood
    assert (one.system, one.code, one.display) == ("http://snomed.info/sct", "86854008", "Hyperreflexia")
