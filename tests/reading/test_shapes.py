"""Reading findings: the same meaning in any shape is the same finding (contract, Findings 1 to 3).

One table. A column is what is said: present, absent, on the left, on both sides, with a grade. A row is a shape in
which records say it. Every cell of a column is the identical finding.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cds_service.knowledge.terminology import Terminology
from tests.reading.builders import (
    HPO,
    OWN,
    SUBJECT,
    Json,
    coding,
    concept,
    loinc,
    meaning,
    observation,
    own,
    read,
    snomed,
    the_finding,
    without,
)

FASCICULATION, HAND, LEFT, BOTH = "82470000", "85562004", "7771000", "51440002"
YES, NO = snomed("52101004"), snomed("2667000")

Said = dict[str, Any]
"""Members of an Observation that say one thing of fasciculations of the hand."""

PRESENT: Said = {"valueCodeableConcept": YES}
ABSENT: Said = {"valueCodeableConcept": NO}


def at(*sides: str) -> Json:
    """The hand, with these sides beside it."""
    return snomed(HAND, *sides)


def as_code(code: Json) -> Callable[[Said, Json], list[Json]]:
    """The finding is the Observation's code."""
    return lambda answer, site: [observation(code, bodySite=site, **answer)]


def as_component(answer: Said, site: Json) -> list[Json]:
    """The finding is a component of an examination that has no value itself."""
    return [observation(loinc("80287-6"), bodySite=site, component=[{"code": own("fasciculations"), **answer}])]


def as_member(answer: Said, site: Json) -> list[Json]:
    """The finding is a member and takes site and time of its panel."""
    member = {**without(observation(own("fasciculations")), "effectiveDateTime"), "id": "m1", **answer}
    return [observation(loinc("80287-6"), bodySite=site, hasMember=[{"reference": "Observation/m1"}]), member]


def as_contained_member(answer: Said, site: Json) -> list[Json]:
    """The same, contained in the panel and without a subject of its own."""
    member = {"resourceType": "Observation", "id": "m1", "status": "final", "code": own("fasciculations"), **answer}
    panel = observation(loinc("80287-6"), bodySite=site, hasMember=[{"reference": "#m1"}])
    return [{**panel, "contained": [member]}]


def as_result_of_report(answer: Said, site: Json) -> list[Json]:
    """The finding is a result of a report and takes the report's time."""
    member = {
        **without(observation(own("fasciculations")), "effectiveDateTime"),
        "id": "m1",
        "bodySite": site,
        **answer,
    }
    report = {
        "resourceType": "DiagnosticReport",
        "id": "r1",
        "status": "final",
        "code": loinc("18749-2"),
        "subject": SUBJECT,
        "effectiveDateTime": "2026-11-17",
        "result": [{"reference": "https://ehr.example/fhir/Observation/m1"}],
    }
    return [report, member]


SHAPES: dict[str, Callable[[Said, Json], list[Json]]] = {
    "SNOMED CT code": as_code(snomed(FASCICULATION)),
    "HPO code": as_code(concept(coding(HPO, "HP:0002380"))),
    "own code": as_code(own("fasciculations")),
    "several codings": as_code(
        concept(coding(OWN, "fasciculations"), coding("urn:local", "fasc"), coding(HPO, "HP:0002380"))
    ),
    "component": as_component,
    "member": as_member,
    "contained member": as_contained_member,
    "result of a report": as_result_of_report,
}
PRESENT_ANSWERS: dict[str, Said] = {
    "no value": {},
    "SNOMED CT present": PRESENT,
    "SNOMED CT yes": {"valueCodeableConcept": snomed("373066001")},
    "LOINC present": {"valueCodeableConcept": loinc("LA9633-4")},
    "LOINC positive": {"valueCodeableConcept": loinc("LA6576-8")},
    "boolean": {"valueBoolean": True},
    "word": {"valueString": "Present"},
    "word of a concept": {"valueCodeableConcept": concept(text="yes")},
    "display of a local code": {"valueCodeableConcept": concept(coding("urn:local", "1", "POSITIVE"))},
    "interpretation": {
        "interpretation": [concept(coding("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", "POS"))]
    },
}
ABSENT_ANSWERS: dict[str, Said] = {
    "SNOMED CT absent": ABSENT,
    "SNOMED CT no": {"valueCodeableConcept": snomed("373067005")},
    "LOINC negative": {"valueCodeableConcept": loinc("LA6577-6")},
    "boolean": {"valueBoolean": False},
    "word": {"valueString": " absent "},
    "word of a concept": {"valueCodeableConcept": concept(text="No")},
    "interpretation": {
        "interpretation": [concept(coding("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", "NEG"))]
    },
}
LEFT_SITES: dict[str, Json] = {
    "structure with its side": snomed("85151006"),
    "post-coordinated": snomed("85562004:272741003=7771000"),
    "post-coordinated with terms": snomed("85562004 |Hand structure| : 272741003 |Laterality| = 7771000 |Left|"),
    "qualifier beside": at(LEFT),
    "HPO qualifier beside": concept(coding("http://snomed.info/sct", HAND), coding(HPO, "HP:0012835")),
    "word": {**at(), "text": "Left hand"},
    "extension": {
        **at(),
        "extension": [
            {
                "url": "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-laterality-qualifier",
                "valueCodeableConcept": snomed(LEFT),
            }
        ],
    },
}
BOTH_SITES: dict[str, Json] = {
    "post-coordinated": snomed("85562004:272741003=51440002"),
    "qualifier beside": at(BOTH),
    "word both": {**at(), "text": "both hands"},
    "word bilateral": {**at(), "text": "hands, bilateral"},
}

every_shape = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())


@every_shape
@pytest.mark.parametrize("answer", PRESENT_ANSWERS.values(), ids=PRESENT_ANSWERS.keys())
def test_present(terminology: Terminology, shape: Callable[[Said, Json], list[Json]], answer: Said) -> None:
    expected = the_finding(terminology, observation(snomed(FASCICULATION), bodySite=at(), **PRESENT))
    assert expected.present
    assert meaning(the_finding(terminology, *shape(answer, at()))) == meaning(expected)


@every_shape
@pytest.mark.parametrize("answer", ABSENT_ANSWERS.values(), ids=ABSENT_ANSWERS.keys())
def test_absent(terminology: Terminology, shape: Callable[[Said, Json], list[Json]], answer: Said) -> None:
    expected = the_finding(terminology, observation(snomed(FASCICULATION), bodySite=at(), **ABSENT))
    assert not expected.present
    assert meaning(the_finding(terminology, *shape(answer, at()))) == meaning(expected)


@every_shape
@pytest.mark.parametrize("site", LEFT_SITES.values(), ids=LEFT_SITES.keys())
def test_left(terminology: Terminology, shape: Callable[[Said, Json], list[Json]], site: Json) -> None:
    finding = the_finding(terminology, *shape(PRESENT, site))
    assert (finding.present, finding.site, finding.side.value) == (True, "hand", "left")


@every_shape
@pytest.mark.parametrize("site", BOTH_SITES.values(), ids=BOTH_SITES.keys())
def test_both_sides(terminology: Terminology, shape: Callable[[Said, Json], list[Json]], site: Json) -> None:
    finding = the_finding(terminology, *shape(PRESENT, site))
    assert (finding.present, finding.site, finding.side.value) == (True, "hand", "bilateral")


@every_shape
def test_not_recorded_is_as_good_as_deleted(
    terminology: Terminology, shape: Callable[[Said, Json], list[Json]]
) -> None:
    """What was not performed, not asked or unknown is no finding and no negative, and was understood."""
    unknown = concept(coding("http://terminology.hl7.org/CodeSystem/data-absent-reason", "unknown"))
    for answer in (
        {"dataAbsentReason": {"text": "not performed"}},
        {"dataAbsentReason": unknown},
        {"valueCodeableConcept": unknown},
    ):
        case = read(terminology, *shape(answer, at()))
        assert case.findings == ()
        assert case.not_understood == ()


MRC_4_MINUS: dict[str, Json] = {
    "x/5 in words": observation(snomed("249956007"), valueString="4-/5"),
    "the question names the scale": observation(snomed("249956007"), valueString="4-"),
    "method": observation(snomed("249948009"), valueString="4-", method=own("MRC")),
    "method in words": observation(loinc("8715-5"), valueString="4-", method={"text": "MRC scale"}),
    "the question's text": observation({**snomed("249948009"), "text": "Power (MRC)"}, valueString="4-"),
    "the answer's text": observation(own("muscle_power"), valueString="MRC 4-"),
    "display of a local code": observation(
        own("muscle_power"), valueCodeableConcept=concept(coding("urn:local", "x", "4-/5"))
    ),
    "component": observation(loinc("80287-6"), component=[{"code": snomed("249956007"), "valueString": "4-"}]),
    "component coded with the muscle": observation(
        snomed("249956007"), component=[{"code": own("deltoid"), "valueString": "4-"}]
    ),
}


@pytest.mark.parametrize("graded", MRC_4_MINUS.values(), ids=MRC_4_MINUS.keys())
def test_graded(terminology: Terminology, graded: Json) -> None:
    sited = (
        graded
        if graded.get("component", [{}])[0].get("code") == own("deltoid")
        else {**graded, "bodySite": own("deltoid")}
    )
    finding = the_finding(terminology, sited)
    assert (finding.sign, finding.present, finding.site, str(finding.grade)) == (
        "muscle_power",
        True,
        "deltoid",
        "MRC:4-",
    )


WHOLE_GRADES: dict[str, Said] = {
    "quantity": {"valueQuantity": {"value": 3}},
    "quantity with a fraction of nothing": {"valueQuantity": {"value": 3.0, "code": "{score}"}},
    "integer": {"valueInteger": 3},
    "lower end of a range": {"valueRange": {"low": {"value": 3}, "high": {"value": 4}}},
    "ratio": {"valueRatio": {"numerator": {"value": 3}, "denominator": {"value": 5}}},
    "SNOMED CT grade": {"valueCodeableConcept": snomed("249954005")},
    "words": {"valueString": " 3 / 5 "},
}


@pytest.mark.parametrize("answer", WHOLE_GRADES.values(), ids=WHOLE_GRADES.keys())
@pytest.mark.parametrize("question", [snomed("249956007"), own("weakness")], ids=["power", "weakness"])
def test_whole_grades(terminology: Terminology, question: Json, answer: Said) -> None:
    finding = the_finding(terminology, observation(question, method=own("MRC"), **answer))
    assert (finding.present, str(finding.grade)) == (True, "MRC:3")
