"""Whatever a record holds: reading never fails, order never matters, an unknown code changes nothing but the report."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cds_service.evidence import Entry, Evidence
from cds_service.knowledge.load_terminology import load_terminology
from cds_service.knowledge.locate import content_folder
from cds_service.reading.patient import silent_reason
from cds_service.reading.read import read_case
from cds_service.reading.shapes import SHAPES
from tests.reading.builders import TODAY, coding, concept, condition, loinc, observation, own, resource, snomed

TERMINOLOGY = load_terminology(content_folder())

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
CODES = st.sampled_from(
    [
        own("clonus"),
        own("muscle_power"),
        own("weakness"),
        loinc("32392-3"),
        loinc("70190-4"),
        loinc("2823-3"),
        loinc("2157-6"),
        snomed("86854008"),
        snomed("230690007"),
        snomed("42803009"),
        snomed("183521007"),
        concept(text="simvastatin"),
        concept(coding("urn:local", "x")),
        snomed("7771000"),
        loinc("11368-8"),
        loinc("20228-3"),
        own("deltoid"),
    ]
)
DATES = st.sampled_from(["2026-11-17", "2026", "2026-11", "2026-11-01T10:00:00+02:00", "2030-01-01", "x", ""])
MEMBERS = sorted(
    {name for shape in SHAPES.values() for name in shape} | {"contained", "meta", "modifierExtension", "_valueString"}
)


def _value(name: str) -> st.SearchStrategy[Any]:
    """A member that is often well formed, and sometimes anything."""
    if name == "resourceType":
        return st.sampled_from([*SHAPES, "Patient", "Bundle", "Foo"])
    if name in ("subject", "patient"):
        return st.sampled_from([{"reference": "Patient/p"}, {"reference": "Patient/q"}]) | JSON
    if name.endswith(("DateTime", "Date", "authoredOn", "issued", "date")):
        return DATES | JSON
    if name in ("code", "bodySite", "method", "valueCodeableConcept", "medicationCodeableConcept", "relationship"):
        return CODES | st.lists(CODES, max_size=2) | JSON
    if name in ("component", "condition", "evidence"):
        return (
            st.lists(st.fixed_dictionaries({"code": CODES}, optional={"valueString": st.text(max_size=5)}), max_size=3)
            | JSON
        )
    if name in ("hasMember", "result", "focus"):
        return st.lists(st.sampled_from([{"reference": "#1"}, {"reference": "Observation/1"}, {}]), max_size=2) | JSON
    if name == "status":
        return st.sampled_from(["final", "active", "completed", "draft", "revoked"]) | JSON
    return JSON


RESOURCES = st.fixed_dictionaries(
    {"resourceType": _value("resourceType"), "code": CODES},
    optional={name: _value(name) for name in MEMBERS if name not in ("resourceType", "code")},
)


@settings(max_examples=300, deadline=None)
@given(st.lists(RESOURCES | JSON, max_size=4))
def test_no_json_makes_reading_fail(resources: list[Any]) -> None:
    evidence = Evidence("p", "", tuple(Entry(sent) for sent in resources), tuple(Entry(sent) for sent in resources))
    read_case(evidence, TERMINOLOGY, TODAY)
    silent_reason(evidence, TODAY)


def test_a_record_of_any_depth_is_read() -> None:
    deep: Any = "end"
    for _ in range(900):
        deep = {"extension": [deep], "contained": [deep]}
    sent = {**observation(own("clonus")), "extension": deep, "contained": [deep]}
    unnamed = {name: value for name, value in sent.items() if name != "id"}
    case = read_case(Evidence("p", "", (Entry(sent), Entry(unnamed), Entry(unnamed))), TERMINOLOGY, TODAY)
    assert {finding.sign for finding in case.findings} == {"clonus"}


RECORD = [
    observation(own("clonus"), id="a"),
    observation(own("clonus"), id="b", valueBoolean=False),
    observation(loinc("80287-6"), id="c", bodySite=own("hand"), hasMember=[{"reference": "Observation/d"}]),
    observation(own("atrophy"), id="d"),
    observation(loinc("2823-3"), id="e", valueQuantity={"value": 3, "code": "mmol/L"}),
    observation(loinc("2823-3"), id="f", valueQuantity={"value": 4, "code": "mmol/L"}),
    observation(own("nonsense"), id="g"),
    observation(own("atrophy"), valueBoolean="broken", id="h"),
    condition(snomed("230690007"), id="i", recordedDate="2026-11-10"),
    condition(snomed("230690007"), id="j", recordedDate="2020-11-10"),
    resource(
        "ServiceRequest", id="k", status="active", intent="order", code=snomed("42803009"), authoredOn="2026-11-01"
    ),
    resource(
        "ServiceRequest", id="l", status="draft", intent="order", code=snomed("42803009"), authoredOn="2026-11-01"
    ),
    resource(
        "MedicationRequest",
        id="m",
        status="active",
        intent="order",
        medicationCodeableConcept=concept(text="simvastatin"),
    ),
    {"resourceType": "Patient", "id": "p", "birthDate": "1960"},
]


@given(st.permutations(RECORD))
def test_the_order_of_resources_never_matters(shuffled: list[Any]) -> None:
    sent, again = (Evidence("p", "", tuple(Entry(one) for one in order)) for order in (RECORD, shuffled))
    assert read_case(again, TERMINOLOGY, TODAY) == read_case(sent, TERMINOLOGY, TODAY)


@given(
    st.sampled_from(["http://snomed.info/sct", "http://loinc.org", "urn:x"]),
    st.text(max_size=12),
    st.integers(0, len(RECORD)),
)
def test_an_unknown_code_changes_nothing_but_the_report(system: str, code: str, place: int) -> None:
    unknown = observation(concept(coding(system, f"?{code}")), id="unknown")
    sent = Evidence("p", "", tuple(Entry(one) for one in RECORD))
    more = Evidence("p", "", tuple(Entry(one) for one in [*RECORD[:place], unknown, *RECORD[place:]]))
    before, after = read_case(sent, TERMINOLOGY, TODAY), read_case(more, TERMINOLOGY, TODAY)
    assert (after.findings, after.conditions, after.orders, after.results) == (
        before.findings,
        before.conditions,
        before.orders,
        before.results,
    )
    assert [one for one in after.not_understood if one.reference != "Observation/unknown"] == list(
        before.not_understood
    )


def test_what_is_read_does_not_change_the_evidence() -> None:
    before = repr(RECORD)
    read_case(Evidence("p", "", tuple(Entry(one) for one in RECORD)), TERMINOLOGY, TODAY)
    assert repr(RECORD) == before
