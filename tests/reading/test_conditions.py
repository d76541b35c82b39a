"""Reading diagnoses: keys, dates, sides, history, and what is acute still (contract, Findings 5; clinical text 1.9)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cds_service.knowledge.terminology import Terminology
from tests.reading.builders import (
    Json,
    clinical_status,
    condition,
    icd,
    observation,
    own,
    read,
    resource,
    snomed,
    verification,
    without,
)

ALS, STROKE, SEQUELA, CANCER, CANCER_HISTORY = "86044005", "230690007", "441991000", icd("C50.911"), icd("Z85.3")


def keys(terminology: Terminology, *resources: Json) -> list[str]:
    """The diagnoses that these resources give."""
    return [diagnosis.key for diagnosis in read(terminology, *resources).conditions]


DIAGNOSES: list[tuple[str, Json, list[str]]] = [
    ("exact code", snomed(ALS), ["als"]),
    ("every code that begins so", icd("C50.911"), ["cancer"]),
    ("exact and beginning hold together", icd("E11.42"), ["diabetes", "diabetic_neuropathy"]),
    ("two codings of one diagnosis are one", {"coding": [*snomed(ALS)["coding"], *icd("G12.21")["coding"]]}, ["als"]),
    ("a code for the differential only", icd("G20.A1x"), []),
    ("a sign", own("atrophy"), []),
]


@pytest.mark.parametrize(("code", "expected"), [row[1:] for row in DIAGNOSES], ids=[row[0] for row in DIAGNOSES])
def test_keys_of_a_code(terminology: Terminology, code: Json, expected: list[str]) -> None:
    assert [key for key in keys(terminology, condition(code)) if key != "parkinson_disease"] == expected


def test_an_observation_never_gives_a_diagnosis(terminology: Terminology) -> None:
    assert keys(terminology, observation(snomed(ALS))) == []


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("confirmed", ["confirmed"]),
        ("provisional", ["provisional"]),
        ("differential", ["provisional"]),
        ("unconfirmed", ["provisional"]),
        ("refuted", ["refuted"]),
        ("entered-in-error", []),
    ],
)
def test_verification(terminology: Terminology, status: str, expected: list[str]) -> None:
    case = read(terminology, condition(snomed(ALS), verificationStatus=verification(status)))
    assert [diagnosis.verification for diagnosis in case.conditions] == expected


HISTORIES: list[tuple[str, Json, str, list[tuple[str, bool]]]] = [
    ("an active cancer", CANCER, "active", [("cancer", False)]),
    ("a resolved cancer is none", CANCER, "resolved", []),
    ("a history of cancer", CANCER_HISTORY, "active", [("cancer", True)]),
    ("a resolved history of cancer", CANCER_HISTORY, "resolved", [("cancer", True)]),
    ("a resolved facial palsy is a history", icd("G51.0"), "resolved", [("facial_palsy_history", False)]),
    ("an old polio", icd("B91"), "inactive", [("poliomyelitis_history", False)]),
    ("a resolved diabetes is none", icd("E11.9"), "inactive", []),
]


@pytest.mark.parametrize(("code", "status", "expected"), [r[1:] for r in HISTORIES], ids=[r[0] for r in HISTORIES])
def test_histories(terminology: Terminology, code: Json, status: str, expected: list[tuple[str, bool]]) -> None:
    case = read(terminology, condition(code, clinicalStatus=clinical_status(status)))
    assert [(diagnosis.key, diagnosis.history) for diagnosis in case.conditions] == expected


def test_a_code_that_is_a_sign_and_a_diagnosis_gives_both_only_while_active(terminology: Terminology) -> None:
    active = condition(icd("G51.0"))
    resolved = condition(icd("G51.0"), clinicalStatus=clinical_status("resolved"))
    assert [finding.sign for finding in read(terminology, active).findings] == ["lmn_facial_weakness"]
    assert read(terminology, resolved).findings == ()
    assert keys(terminology, active) == keys(terminology, resolved) == ["facial_palsy_history"]


# The day is 2026-11-20; 28 days before it is 2026-10-23.
STROKES: list[tuple[str, str, dict[str, Any], list[str]]] = [
    ("onset 28 days ago", STROKE, {"onsetDateTime": "2026-10-23"}, ["recent_stroke"]),
    ("onset 29 days ago", STROKE, {"onsetDateTime": "2026-10-22"}, ["recent_stroke", "stroke_sequelae"]),
    (
        "an old onset, recorded today",
        STROKE,
        {"onsetDateTime": "2020", "recordedDate": "2026-11-20"},
        ["recent_stroke", "stroke_sequelae"],
    ),
    ("without onset recorded 28 days ago", STROKE, {"recordedDate": "2026-10-23"}, ["recent_stroke"]),
    ("without onset recorded long ago", STROKE, {"recordedDate": "2019-01"}, ["recent_stroke", "stroke_sequelae"]),
    ("without any date", STROKE, {"recordedDate": None}, ["recent_stroke", "stroke_sequelae"]),
    ("a code that says late effect", SEQUELA, {"onsetDateTime": "2026-11-18"}, ["stroke_sequelae"]),
]


@pytest.mark.parametrize(("code", "dates", "expected"), [row[1:] for row in STROKES], ids=[row[0] for row in STROKES])
def test_a_stroke_is_acute_before_it_has_sequelae(
    terminology: Terminology, code: str, dates: dict[str, Any], expected: list[str]
) -> None:
    assert keys(terminology, condition(snomed(code), **dates)) == expected


def test_a_spinal_cord_injury_is_acute_first_too(terminology: Terminology) -> None:
    injury = condition(snomed("90584004"), onsetDateTime="2026-11-10")
    assert keys(terminology, injury) == []
    assert keys(terminology, {**injury, "onsetDateTime": "2026-01-10"}) == ["spinal_cord_injury"]


def test_the_oldest_record_of_a_code_dates_it(terminology: Terminology) -> None:
    """An old stroke that is entered again this week is no new one."""
    again = condition(snomed(STROKE), recordedDate="2026-11-18")
    first = {**condition(snomed(STROKE), recordedDate="2018-05-01"), "id": "c0"}
    assert keys(terminology, again) == ["recent_stroke"]
    assert sorted(keys(terminology, first, again)) == ["recent_stroke"] * 2 + ["stroke_sequelae"] * 2


LIMBS: list[tuple[str, Json, list[Json], tuple[str, str]]] = [
    ("right by its last character", icd("S42.201A"), [], ("arm", "right")),
    ("left by its last character", icd("S72.002D"), [], ("leg", "left")),
    ("X is passed over", icd("S43.005A"), [], ("arm", "left")),
    ("not said", icd("S72.009A"), [], ("leg", "unknown")),
    ("an exception", icd("S42.017A"), [], ("arm", "right")),
    ("a limb by its body site", icd("E11.9"), [own("arm")], ("arm", "unknown")),
    ("a part of a limb too", icd("E11.9"), [own("calf")], ("leg", "unknown")),
    ("no limb", icd("E11.9"), [own("face")], ("", "unknown")),
    ("the code's side before the body site's", icd("S42.201A"), [snomed("85151006")], ("arm", "right")),
    ("the body site where the code says nothing", icd("S72.009A"), [snomed("7771000")], ("leg", "left")),
]


@pytest.mark.parametrize(("code", "sites", "expected"), [row[1:] for row in LIMBS], ids=[row[0] for row in LIMBS])
def test_limb_and_side(terminology: Terminology, code: Json, sites: list[Json], expected: tuple[str, str]) -> None:
    found = read(terminology, condition(code, bodySite=sites)).conditions
    assert {(diagnosis.limb, diagnosis.side.value) for diagnosis in found} == {expected}


def test_dates_of_a_diagnosis(terminology: Terminology) -> None:
    (diagnosis,) = read(terminology, condition(snomed(ALS), onsetDateTime="2026-03", recordedDate="2026-04")).conditions
    assert (diagnosis.recorded, diagnosis.onset) == (date(2026, 4, 30), date(2026, 3, 1))


PROCEDURES: list[tuple[str, Json, list[tuple[str, str]]]] = [
    ("an operation", {"code": snomed("427074001")}, [("bariatric_surgery", "unknown")]),
    ("a joint replacement says its side", {"code": snomed("1217139005")}, [("limb_trauma", "left")]),
    ("undated", {"code": snomed("427074001"), "performedDateTime": None}, [("bariatric_surgery", "unknown")]),
    ("not done", {"code": snomed("427074001"), "status": "not-done"}, []),
    ("in the future", {"code": snomed("427074001"), "performedDateTime": "2027-01-01"}, []),
    ("a diagnosis that no procedure proves", {"code": snomed(ALS)}, []),
]


@pytest.mark.parametrize(("members", "expected"), [row[1:] for row in PROCEDURES], ids=[row[0] for row in PROCEDURES])
def test_procedures_prove_operations(
    terminology: Terminology, members: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    done: dict[str, Any] = {"status": "completed", "performedDateTime": "2025-02-01", **members}
    case = read(terminology, resource("Procedure", **done))
    assert [(diagnosis.key, diagnosis.side.value) for diagnosis in case.conditions] == expected


RELATIVES: list[tuple[str, Json, dict[str, Any], list[str]]] = [
    ("motor neuron disease", snomed(ALS), {}, ["family_history_mnd"]),
    ("Kennedy disease", snomed("230253001"), {}, ["family_history_neuromuscular"]),
    ("something else", icd("E11.9"), {}, []),
    ("entered in error", snomed(ALS), {"status": "entered-in-error"}, []),
    (
        "the husband",
        snomed(ALS),
        {"relationship": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-RoleCode", "code": "HUSB"}]}},
        [],
    ),
]


@pytest.mark.parametrize(
    ("code", "members", "signs"), [row[1:] for row in RELATIVES], ids=[row[0] for row in RELATIVES]
)
def test_a_relatives_diagnosis(terminology: Terminology, code: Json, members: dict[str, Any], signs: list[str]) -> None:
    history = without(resource("FamilyMemberHistory", status="completed", date="2026-05-02"), "subject")
    history |= {
        "patient": {"reference": "Patient/p"},
        "relationship": {"text": "father"},
        "condition": [{"code": code}],
    }
    case = read(terminology, {**history, **members})
    assert [(finding.sign, str(finding.recorded)) for finding in case.findings] == [
        (sign, "2026-05-02") for sign in signs
    ]


@pytest.mark.parametrize(
    ("members", "count"),
    [
        ({}, 1),
        ({"recordedDate": "2026-09-01"}, 0),
        ({"recordedDate": None}, 1),
        ({"verificationStatus": verification("refuted")}, 0),
    ],
    ids=["this week", "months ago", "undated", "refuted"],
)
def test_an_exposure_on_the_problem_list_is_a_recent_medication(
    terminology: Terminology, members: dict[str, Any], count: int
) -> None:
    case = read(terminology, condition(snomed("8260003"), **members))
    assert [drug.key for drug in case.medications] == ["organophosphate_exposure"] * count
