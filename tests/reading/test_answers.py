"""Reading findings: questions, their answers, grades and scales (contract, Findings 2, 6, 7, 8; clinical text 2)."""

from __future__ import annotations

from typing import Any

import pytest

from cds_service.knowledge.code_systems import LOINC, SNOMED_CT
from cds_service.knowledge.terminology import Terminology
from tests.reading.builders import Json, coding, concept, loinc, missed, observation, own, read, said, snomed

KNEE, PLANTAR, TONE, POWER = loinc("32392-3"), loinc("32385-7"), loinc("32455-8"), snomed("249948009")
ANKLE = loinc("32389-9")
FLAGS = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation"


def flag(code: str) -> dict[str, Any]:
    """An interpretation."""
    return {"interpretation": [concept(coding(FLAGS, code))]}


ANSWERS: list[tuple[str, Json, dict[str, Any], list[tuple[str, bool, str]]]] = [
    ("a grade without a scale stays without", KNEE, {"valueString": "3+"}, [("tendon_reflex", True, "UNKNOWN:3")]),
    ("a number too", KNEE, {"valueInteger": 4}, [("tendon_reflex", True, "UNKNOWN:4")]),
    (
        "the method names the scale",
        KNEE,
        {"valueInteger": 3, "method": own("NINDS")},
        [("tendon_reflex", True, "NINDS:3")],
    ),
    (
        "or the method's words",
        KNEE,
        {"valueString": "2+", "method": {"text": "bedside scale"}},
        [("tendon_reflex", True, "BEDSIDE:2")],
    ),
    ("or the answer's words", KNEE, {"valueString": "NINDS: 4+"}, [("tendon_reflex", True, "NINDS:4")]),
    (
        "two scales are none",
        KNEE,
        {"valueString": "2", "method": {"text": "NINDS or bedside"}},
        [("tendon_reflex", True, "UNKNOWN:2")],
    ),
    (
        "another sign's scale is none",
        KNEE,
        {"valueString": "2", "method": own("MRC")},
        [("tendon_reflex", True, "UNKNOWN:2")],
    ),
    ("LOINC answer", KNEE, {"valueCodeableConcept": loinc("LA11842-4")}, [("tendon_reflex", True, "UNKNOWN:2")]),
    (
        "three plus signs out of four",
        KNEE,
        {"valueCodeableConcept": snomed("260349009")},
        [("tendon_reflex", True, "UNKNOWN:3")],
    ),
    ("out of three is no reflex grade", KNEE, {"valueCodeableConcept": snomed("441521003")}, []),
    ("absent reflex", KNEE, {"valueCodeableConcept": snomed("2667000")}, [("tendon_reflex", True, "UNKNOWN:0")]),
    ("reduced reflex", KNEE, {"valueCodeableConcept": snomed("260400001")}, [("tendon_reflex", True, "UNKNOWN:1")]),
    ("normal reflex", KNEE, {"valueString": "normal"}, [("tendon_reflex", True, "UNKNOWN:2")]),
    ("increased reflex", KNEE, {"valueString": "Increased"}, [("tendon_reflex", True, "UNKNOWN:3")]),
    ("abnormal tells no direction", KNEE, {"valueCodeableConcept": snomed("263654008")}, []),
    ("flagged abnormal tells none", KNEE, flag("A"), []),
    ("an unanswered question says nothing", KNEE, {}, []),
    ("a plain one neither", loinc("80327-0"), {}, []),
    ("a plain one that is flagged abnormal neither", loinc("80327-0"), flag("A"), []),
    ("a plain one that is flagged positive is present", loinc("80327-0"), flag("POS"), [("paraesthesia", True, "")]),
    ("an answer that is a finding", KNEE, {"valueCodeableConcept": snomed("86854008")}, [("hyperreflexia", True, "")]),
    ("x/5 to a power question", POWER, {"valueString": "4+/5"}, [("muscle_power", True, "MRC:4+")]),
    ("5/5 is a grade like any", POWER, {"valueString": "5/5"}, [("muscle_power", True, "MRC:5")]),
    ("power without a scale", POWER, {"valueInteger": 4}, [("muscle_power", True, "UNKNOWN:4")]),
    ("half grades below 4 are read as whole", POWER, {"valueString": "3+/5"}, [("muscle_power", True, "MRC:3")]),
    ("normal power", POWER, {"valueString": "normal"}, [("weakness", False, "")]),
    ("reduced power", POWER, {"valueString": "decreased"}, [("weakness", True, "")]),
    ("trace of power", POWER, {"valueCodeableConcept": loinc("LA11832-5")}, [("muscle_power", True, "MRC:1")]),
    (
        "Ashworth",
        TONE,
        {"valueString": "1+", "method": {"text": "Modified Ashworth"}},
        [("muscle_tone_mas", True, "MAS:1+")],
    ),
    ("tone without a scale", TONE, {"valueString": "2"}, [("muscle_tone_mas", True, "UNKNOWN:2")]),
    ("increased tone", TONE, {"valueString": "increased"}, [("mild_tone_increase", True, "")]),
    ("reduced tone", TONE, {"valueString": "decreased"}, [("flaccidity", True, "")]),
    (
        "normal tone denies every change of tone",
        TONE,
        {"valueString": "normal"},
        [("flaccidity", False, ""), ("mild_tone_increase", False, ""), ("spasticity", False, "")],
    ),
    ("extensor", PLANTAR, {"valueString": "extensor"}, [("plantar_response", True, "PLANTAR:extensor")]),
    (
        "flexor",
        PLANTAR,
        {"valueCodeableConcept": concept(text="Flexor")},
        [("plantar_response", True, "PLANTAR:flexor")],
    ),
    ("Babinski positive", PLANTAR, {"valueCodeableConcept": snomed("10828004")}, [("extensor_plantar", True, "")]),
    ("Babinski negative", PLANTAR, {"valueBoolean": False}, [("extensor_plantar", False, "")]),
    ("mute says nothing", PLANTAR, {"valueString": "mute"}, []),
    ("withdrawal says nothing", PLANTAR, {"valueString": "withdrawal"}, []),
    ("not tested says nothing", PLANTAR, {"valueString": "not tested"}, []),
    ("weakness of 5 is absent", own("weakness"), {"valueString": "5/5"}, [("weakness", False, "MRC:5")]),
    ("weakness of 0 is present", own("distal_weakness"), {"valueString": "0/5"}, [("distal_weakness", True, "MRC:0")]),
    (
        "weakness of 4",
        own("pyramidal_weakness"),
        {"valueInteger": 4, "method": own("MRC")},
        [("pyramidal_weakness", True, "MRC:4")],
    ),
    ("sustained clonus", own("clonus"), {"valueQuantity": {"value": 6, "unit": "beats"}}, [("clonus", True, "")]),
    ("three beats", own("clonus"), {"valueInteger": 3}, [("clonus_unsustained", True, "")]),
    ("no beat", own("clonus"), {"valueInteger": 0}, [("clonus", False, "")]),
    ("sensation normal", loinc("32473-1"), {"valueString": "normal"}, [("sensory_loss", False, "")]),
    ("sensation decreased", loinc("32473-1"), {"valueString": "decreased"}, [("sensory_loss", True, "")]),
    ("yes to a question", loinc("80327-0"), {"valueBoolean": True}, [("paraesthesia", True, "")]),
    ("its negative denies", loinc("80323-9"), {"valueBoolean": False}, [("fasciculations", False, "")]),
    (
        "its answer names it",
        loinc("80323-9"),
        {"valueCodeableConcept": snomed("82470000")},
        [("fasciculations", True, "")],
    ),
    (
        "an unknown question, an answer that names a finding",
        concept(coding("urn:local", "x")),
        {"valueCodeableConcept": snomed("82470000")},
        [("fasciculations", True, "")],
    ),
    ("a negation is a negative", snomed("163846005"), {}, [("clonus", False, "")]),
    ("a negation that is confirmed", snomed("163846005"), {"valueBoolean": True}, [("clonus", False, "")]),
    ("a negation that is denied says nothing", snomed("163846005"), {"valueBoolean": False}, []),
    ("probably present says nothing", own("clonus"), {"valueCodeableConcept": snomed("410592001")}, []),
    ("suspected says nothing", own("clonus"), {"valueString": "equivocal"}, []),
    ("a flag that is high is no polarity", own("clonus"), flag("H"), [("clonus", True, "")]),
    ("a flag that is normal denies", own("clonus"), flag("N"), [("clonus", False, "")]),
    ("a flag that is abnormal asserts", own("clonus"), flag("A"), [("clonus", True, "")]),
    ("a value speaks before its flag", own("clonus"), {"valueBoolean": False, **flag("POS")}, [("clonus", False, "")]),
    ("a level", own("sensory_level"), {"valueString": " t 10 "}, [("sensory_level", True, "T10")]),
    (
        "a root beside present",
        own("radicular_pain"),
        {"valueCodeableConcept": concept(coding(SNOMED_CT, "52101004"), text="C7")},
        [("radicular_pain", True, "C7")],
    ),
    (
        "a nerve",
        own("nerve_territory_sensory_loss"),
        {"valueCodeableConcept": concept(text="Ulnar")},
        [("nerve_territory_sensory_loss", True, "ulnar")],
    ),
    ("a degree in words", own("back_pain"), {"valueString": "Severe"}, [("back_pain", True, "severe")]),
    (
        "a degree by code",
        own("back_pain"),
        {"valueCodeableConcept": snomed("24484000")},
        [("back_pain", True, "severe")],
    ),
    (
        "a course beside the finding",
        own("weakness"),
        {"valueCodeableConcept": snomed("255314001")},
        [("progressive_course", True, ""), ("weakness", True, "")],
    ),
]


@pytest.mark.parametrize(
    ("question", "answer", "expected"), [row[1:] for row in ANSWERS], ids=[row[0] for row in ANSWERS]
)
def test_answers(
    terminology: Terminology, question: Json, answer: dict[str, Any], expected: list[tuple[str, bool, str]]
) -> None:
    case = read(terminology, observation(question, **answer))
    assert [(sign, present, grade) for sign, present, _, _, grade in said(case)] == expected
    assert case.not_understood == ()


NOT_UNDERSTOOD: list[tuple[str, Json, dict[str, Any]]] = [
    ("free text", own("fasciculations"), {"valueString": "seen in both calves"}),
    ("an unknown answer code", KNEE, {"valueCodeableConcept": concept(coding("urn:local", "77"))}),
    ("answers that contradict each other", own("clonus"), {"valueCodeableConcept": snomed("52101004", "2667000")}),
    ("a grade that the scale has not", POWER, {"valueString": "7/5"}),
    ("a maximum that no scale has", POWER, {"valueString": "3/10"}),
    ("a number to a plain finding", own("fasciculations"), {"valueInteger": 3}),
    ("a grade to a plain finding", own("fasciculations"), {"valueString": "4/5"}),
    ("no such level", own("sensory_level"), {"valueString": "C12"}),
    ("a limit", POWER, {"valueQuantity": {"value": 4, "comparator": "<"}}),
    ("a bare number to a finding that may carry a grade", own("weakness"), {"valueInteger": 4}),
    ("a date", own("fasciculations"), {"valueDateTime": "2026-01-01"}),
    ("a bare yes to a question that asks for the sign's name", loinc("80323-9"), {"valueBoolean": True}),
]


@pytest.mark.parametrize(
    ("question", "answer"), [row[1:] for row in NOT_UNDERSTOOD], ids=[row[0] for row in NOT_UNDERSTOOD]
)
def test_answers_without_a_meaning_are_counted(
    terminology: Terminology, question: Json, answer: dict[str, Any]
) -> None:
    case = read(terminology, observation(question, **answer))
    assert case.findings == ()
    assert missed(case) == [("Observation/o1", question["coding"][0]["code"])]


ARM_ITEM = loinc("70190-4")
SCORES: list[tuple[str, Json, dict[str, Any], list[tuple[str, bool, str]]]] = [
    ("score 0 is absent", ARM_ITEM, {"valueInteger": 0}, [("weakness", False, "NIHSS:0")]),
    ("score 2", ARM_ITEM, {"valueQuantity": {"value": 2}}, [("weakness", True, "NIHSS:2")]),
    ("answer code", ARM_ITEM, {"valueCodeableConcept": loinc("LA18459-0")}, [("weakness", True, "NIHSS:3")]),
    (
        "leading digit",
        ARM_ITEM,
        {"valueCodeableConcept": concept(text="4 = no movement")},
        [("weakness", True, "NIHSS:4")],
    ),
    (
        "leading digit of a display",
        ARM_ITEM,
        {"valueCodeableConcept": concept(coding("urn:x", "b", "1: drift"))},
        [("weakness", True, "NIHSS:1")],
    ),
    ("above the maximum", loinc("70189-6"), {"valueInteger": 4}, []),
    ("untestable", ARM_ITEM, {"valueCodeableConcept": loinc("LA18461-6")}, []),
    ("no score", ARM_ITEM, {"valueString": "amputation"}, []),
]


@pytest.mark.parametrize(
    ("question", "answer", "expected"), [row[1:] for row in SCORES], ids=[row[0] for row in SCORES]
)
def test_items_of_the_nih_stroke_scale(
    terminology: Terminology, question: Json, answer: dict[str, Any], expected: list[tuple[str, bool, str]]
) -> None:
    case = read(terminology, observation(question, **answer))
    assert [(sign, present, grade) for sign, present, _, _, grade in said(case)] == expected
    assert case.not_understood == ()
    assert all(finding.flags == {"NIHSS"} for finding in case.findings)


def test_a_grade_without_a_scale_says_so(terminology: Terminology) -> None:
    (finding,) = read(terminology, observation(KNEE, valueString="3")).findings
    assert finding.notes == ("scale not stated",)


def test_a_grade_that_was_rounded_says_so(terminology: Terminology) -> None:
    (finding,) = read(terminology, observation(POWER, valueString="3+/5")).findings
    assert finding.notes == ("recorded as 3+, read as 3",)


def test_a_question_lends_its_site_to_the_finding_that_answers_it(terminology: Terminology) -> None:
    case = read(terminology, observation(ANKLE, valueCodeableConcept=snomed("86854008")))
    assert said(case) == [("hyperreflexia", True, "ankle_reflex", "unknown", "")]


def test_the_evidence_of_an_answer_is_the_coding_that_named_the_sign(terminology: Terminology) -> None:
    named = concept(coding(SNOMED_CT, "86854008", "Hyperreflexia"))
    (finding,) = read(terminology, observation(concept(coding(LOINC, "32389-9")), valueCodeableConcept=named)).findings
    assert [(one.reference, one.code, one.display) for one in finding.evidence] == [
        ("Observation/o1", "86854008", "Hyperreflexia")
    ]
