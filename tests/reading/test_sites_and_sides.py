"""Reading findings: where a finding is (contract, Findings 3 and 4)."""

from __future__ import annotations

from typing import Any

import pytest

from cds_service.evidence import Entry, Evidence
from cds_service.knowledge.terminology import Terminology
from cds_service.reading.places import SIDES_CONTRADICT, SITE_NOT_KNOWN, SITES_CONTRADICT
from cds_service.reading.read import read_case
from tests.reading.builders import (
    HPO,
    TODAY,
    Json,
    coding,
    concept,
    condition,
    loinc,
    observation,
    own,
    read,
    said,
    snomed,
)

LEFT, RIGHT, BOTH, ONE_SIDE = "7771000", "24028007", "51440002", "66459002"
SIDE_QUESTION = loinc("20228-3")

PLACES: list[tuple[str, Json, dict[str, Any], str, str]] = [
    ("nothing recorded", own("atrophy"), {}, "unspecified", "unknown"),
    ("the site of the code", snomed("299956006"), {"bodySite": own("hand")}, "hand", "unknown"),
    (
        "a code's site wins over a broader one",
        concept(coding(HPO, "HP:0002395")),
        {"bodySite": own("generalised")},
        "leg",
        "unknown",
    ),
    (
        "a narrower one of the record wins over the code's",
        loinc("65713-0"),
        {"bodySite": own("deltoid"), "valueString": "3/5"},
        "deltoid",
        "unknown",
    ),
    (
        "a broader one of the record does not",
        loinc("32389-9"),
        {"bodySite": own("leg"), "valueString": "2"},
        "ankle_reflex",
        "unknown",
    ),
    ("among codings the narrower site wins", own("atrophy"), {"bodySite": own("arm", "hand")}, "hand", "unknown"),
    ("systemic is no site", own("fatigue"), {"bodySite": own("systemic")}, "unspecified", "unknown"),
    (
        "anything is narrower than the whole body",
        own("atrophy"),
        {"bodySite": own("generalised", "calf")},
        "calf",
        "unknown",
    ),
    (
        "a tendon means its reflex with a reflex sign",
        own("hyperreflexia"),
        {"bodySite": snomed("18033002")},
        "knee_reflex",
        "unknown",
    ),
    ("with another sign it means nothing", own("atrophy"), {"bodySite": snomed("18033002")}, "unspecified", "unknown"),
    (
        "a region means its reflex too",
        own("tendon_reflex"),
        {"bodySite": snomed("72696002"), "valueString": "2"},
        "knee_reflex",
        "unknown",
    ),
    ("and itself otherwise", own("atrophy"), {"bodySite": snomed("72696002")}, "leg", "unknown"),
    ("brain is no examination site", own("weakness"), {"bodySite": snomed("12738006")}, "unspecified", "unknown"),
    ("a side alone", own("atrophy"), {"bodySite": snomed(LEFT)}, "unspecified", "left"),
    ("a word alone", own("atrophy"), {"bodySite": concept(text="RIGHT")}, "unspecified", "right"),
    (
        "a word inside another is no side",
        own("atrophy"),
        {"bodySite": concept(text="upright")},
        "unspecified",
        "unknown",
    ),
    ("midline is no side", own("atrophy"), {"bodySite": concept(text="midline")}, "unspecified", "unknown"),
    ("one side, not said which", own("atrophy"), {"bodySite": snomed("85562004", ONE_SIDE)}, "hand", "unknown"),
    (
        "left and right contradict each other",
        own("atrophy"),
        {"bodySite": snomed("85562004", LEFT, RIGHT)},
        "hand",
        "unknown",
    ),
    ("so do left and both", own("atrophy"), {"bodySite": {**snomed("85151006"), "text": "both"}}, "hand", "unknown"),
    (
        "the same side twice does not",
        own("atrophy"),
        {"bodySite": {**snomed("85151006", LEFT), "text": "left"}},
        "hand",
        "left",
    ),
    (
        "a component that answers which side",
        own("atrophy"),
        {"bodySite": own("hand"), "component": [{"code": SIDE_QUESTION, "valueCodeableConcept": snomed(RIGHT)}]},
        "hand",
        "right",
    ),
    (
        "or answers it in words",
        own("atrophy"),
        {"component": [{"code": SIDE_QUESTION, "valueString": "Left"}]},
        "unspecified",
        "left",
    ),
    (
        "unknown refinements are passed over",
        own("atrophy"),
        {"bodySite": snomed("85562004:1=2,272741003=7771000")},
        "hand",
        "left",
    ),
    ("a broken expression is no site", own("atrophy"), {"bodySite": snomed(":272741003=")}, "unspecified", "unknown"),
]


@pytest.mark.parametrize(
    ("code", "members", "site", "side"), [row[1:] for row in PLACES], ids=[row[0] for row in PLACES]
)
def test_places(terminology: Terminology, code: Json, members: dict[str, Any], site: str, side: str) -> None:
    (finding,) = read(terminology, observation(code, **members)).findings
    assert (finding.site, finding.side.value) == (site, side)


NOTES: list[tuple[str, Json, tuple[str, ...]]] = [
    ("sides that contradict each other", snomed("85562004", LEFT, RIGHT), (SIDES_CONTRADICT,)),
    ("sites that contradict each other", own("hand", "foot"), (SITES_CONTRADICT,)),
    ("a site that no table has", snomed("123037004"), (SITE_NOT_KNOWN,)),
    ("nothing to say", snomed("85562004", LEFT), ()),
]


@pytest.mark.parametrize(("site", "notes"), [row[1:] for row in NOTES], ids=[row[0] for row in NOTES])
def test_what_could_not_be_told_is_said(terminology: Terminology, site: Json, notes: tuple[str, ...]) -> None:
    (finding,) = read(terminology, observation(own("atrophy"), bodySite=site)).findings
    assert finding.notes == notes


def test_a_code_of_several_rows_gives_them_all(terminology: Terminology) -> None:
    """Hemiplegia is weakness of arm and leg, on the side that the record adds; both are one statement."""
    case = read(terminology, observation(snomed("50582007"), bodySite=concept(text="left")))
    assert said(case) == [("weakness", True, "arm", "left", ""), ("weakness", True, "leg", "left", "")]
    assert len({finding.statement for finding in case.findings}) == 1


def test_a_problem_may_have_several_body_sites(terminology: Terminology) -> None:
    case = read(terminology, condition(own("atrophy"), bodySite=[own("hand"), own("foot"), snomed(LEFT)]))
    assert said(case) == [("atrophy", True, "foot", "left", ""), ("atrophy", True, "hand", "left", "")]


PANEL = observation(
    own("muscle_power"), bodySite=snomed("24028007"), method=own("MRC"), hasMember=[{"reference": "Observation/m"}]
)


def test_a_member_keeps_what_it_has(terminology: Terminology) -> None:
    member = {
        **observation(own("muscle_power"), valueString="3", bodySite=own("triceps"), effectiveDateTime="2026-11-01"),
        "id": "m",
    }
    (finding,) = read(terminology, PANEL, member).findings
    assert (finding.site, finding.side.value, str(finding.recorded), str(finding.grade)) == (
        "triceps",
        "unknown",
        "2026-11-01",
        "MRC:3",
    )


def test_a_panel_of_panels_lends_through_all_of_them_and_a_circle_ends(terminology: Terminology) -> None:
    outer = {**PANEL, "id": "x", "hasMember": [{"reference": "Observation/y"}]}
    inner = {
        **observation(loinc("80287-6"), hasMember=[{"reference": "Observation/m"}, {"reference": "Observation/x"}]),
        "id": "y",
    }
    member = {**observation(own("muscle_power"), valueString="4"), "id": "m"}
    (finding,) = read(terminology, outer, inner, member).findings
    assert (finding.side.value, str(finding.grade)) == ("right", "MRC:4")


def test_a_panel_without_a_value_asserts_nothing(terminology: Terminology) -> None:
    """A finding code that only gathers others is no finding; with a value of its own it is."""
    gathering = {"component": [{"code": own("fasciculations"), "valueBoolean": False}]}
    assert said(read(terminology, observation(own("atrophy"), **gathering))) == [
        ("fasciculations", False, "unspecified", "unknown", "")
    ]
    assert len(read(terminology, observation(own("atrophy"), valueBoolean=True, **gathering)).findings) == 2


@pytest.mark.parametrize(("bundle", "side"), [(1, "right"), (2, "unknown")], ids=["same Bundle", "another Bundle"])
def test_a_urn_names_a_member_of_its_own_bundle(terminology: Terminology, bundle: int, side: str) -> None:
    urn = "urn:uuid:7b0c5b5e-0000-4000-8000-000000000000"
    panel = Entry({**PANEL, "hasMember": [{"reference": urn}]}, "", 1)
    member = Entry({**observation(own("muscle_power"), valueString="4"), "id": "m"}, urn, bundle)
    (finding,) = read_case(Evidence("p", "", (panel, member)), terminology, TODAY).findings
    assert finding.side.value == side


def test_a_panel_of_another_patient_lends_nothing(terminology: Terminology) -> None:
    foreign = {**PANEL, "subject": {"reference": "Patient/other"}}
    member = {**observation(own("muscle_power"), valueString="4"), "id": "m"}
    (finding,) = read(terminology, foreign, member).findings
    assert (finding.side.value, str(finding.grade)) == ("unknown", "UNKNOWN:4")
