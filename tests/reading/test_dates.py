"""Reading findings: when it was recorded and when it began (contract, Findings 8 and 9). The day is 2026-11-20."""

from __future__ import annotations

from typing import Any

import pytest

from cds_service.knowledge.terminology import Terminology
from tests.reading.builders import Json, condition, loinc, missed, observation, own, read, resource, snomed, without

RECORDED: list[tuple[str, dict[str, Any], str]] = [
    ("a day", {"effectiveDateTime": "2026-11-01"}, "2026-11-01"),
    (
        "a time keeps the day as written, whatever its zone",
        {"effectiveDateTime": "2026-11-01T23:30:00-10:00"},
        "2026-11-01",
    ),
    ("an instant", {"effectiveInstant": "2026-11-01T10:00:00Z"}, "2026-11-01"),
    ("a month means its last day", {"effectiveDateTime": "2026-02"}, "2026-02-28"),
    ("a year too", {"effectiveDateTime": "2025"}, "2025-12-31"),
    ("one that is not over ends today", {"effectiveDateTime": "2026"}, "2026-11-20"),
    ("a period means its last day", {"effectivePeriod": {"start": "2026-10-01", "end": "2026-10-09"}}, "2026-10-09"),
    ("without an end it ends today", {"effectivePeriod": {"start": "2026-10-01"}}, "2026-11-20"),
    ("with an end ahead too", {"effectivePeriod": {"start": "2026-10-01", "end": "2027-01-01"}}, "2026-11-20"),
    ("with an end only", {"effectivePeriod": {"end": "2026-10-09"}}, "2026-10-09"),
    ("issued, where nothing else is there", {"issued": "2026-11-02T08:00:00Z"}, "2026-11-02"),
    ("not issued, where it is", {"effectiveDateTime": "2026-11-01", "issued": "2026-11-19T08:00:00Z"}, "2026-11-01"),
    ("one day ahead is today", {"effectiveDateTime": "2026-11-21"}, "2026-11-20"),
    ("nothing", {}, "None"),
]


@pytest.mark.parametrize(("members", "expected"), [row[1:] for row in RECORDED], ids=[row[0] for row in RECORDED])
def test_the_day_of_a_record(terminology: Terminology, members: dict[str, Any], expected: str) -> None:
    undated = without(observation(own("atrophy")), "effectiveDateTime")
    (finding,) = read(terminology, {**undated, **members}).findings
    assert str(finding.recorded) == expected


@pytest.mark.parametrize("ahead", ["2026-11-22", "2026-12", "2027", "2026-11-22T00:00:00+14:00"])
def test_a_record_of_the_future_is_counted_and_not_read(terminology: Terminology, ahead: str) -> None:
    case = read(terminology, observation(own("atrophy"), effectiveDateTime=ahead))
    assert (case.findings, missed(case)) == ((), [("Observation/o1", "atrophy")])


@pytest.mark.parametrize(
    "broken", ["2026-11-1", "20261101", "2026-13", "2026-11-31", "yesterday", "2026-11-01T10:00:00", 20261101]
)
def test_what_is_no_date_makes_a_record_unreadable(terminology: Terminology, broken: Any) -> None:
    case = read(terminology, observation(own("atrophy"), effectiveDateTime=broken))
    assert (case.findings, missed(case)) == ((), [("Observation/o1", "atrophy")])


ONSETS: list[tuple[str, dict[str, Any], str]] = [
    ("a day", {"valueDateTime": "2026-10-30"}, "2026-10-30"),
    ("a month means its first day", {"valueDateTime": "2026-03"}, "2026-03-01"),
    ("a year too", {"valueDateTime": "2024"}, "2024-01-01"),
    ("a period means its first day", {"valuePeriod": {"start": "2026-03-05", "end": "2026-04-01"}}, "2026-03-05"),
    ("one of the future is none", {"valueDateTime": "2027-01-01"}, "None"),
    ("not answered", {"dataAbsentReason": {"text": "unknown"}}, "None"),
]


@pytest.mark.parametrize(("answer", "expected"), [row[1:] for row in ONSETS], ids=[row[0] for row in ONSETS])
def test_onset_of_an_examined_finding(terminology: Terminology, answer: dict[str, Any], expected: str) -> None:
    case = read(terminology, observation(own("atrophy"), component=[{"code": loinc("11368-8"), **answer}]))
    assert [(finding.sign, str(finding.onset)) for finding in case.findings] == [("atrophy", expected)]


PROBLEM_ONSETS: list[tuple[str, dict[str, Any], str]] = [
    ("a date", {"onsetDateTime": "2026-10"}, "2026-10-01"),
    ("a period", {"onsetPeriod": {"start": "2025", "end": "2026"}}, "2025-01-01"),
    ("an age", {"onsetAge": {"value": 60, "code": "a", "system": "http://unitsofmeasure.org"}}, "2024-01-01"),
    ("the lower end of a range of ages", {"onsetRange": {"low": {"value": 721, "code": "mo"}}}, "2024-02-01"),
    ("words are never read", {"onsetString": "last spring"}, "None"),
]


@pytest.mark.parametrize(
    ("members", "expected"), [row[1:] for row in PROBLEM_ONSETS], ids=[row[0] for row in PROBLEM_ONSETS]
)
def test_onset_of_a_problem(terminology: Terminology, members: dict[str, Any], expected: str) -> None:
    patient = {"resourceType": "Patient", "id": "p", "birthDate": "1964-01-01"}
    (finding,) = read(terminology, patient, condition(own("atrophy"), **members)).findings
    assert str(finding.onset) == expected


def test_the_day_of_a_problem_is_recorded_date_else_onset(terminology: Terminology) -> None:
    both = condition(own("atrophy"), onsetDateTime="2026-01")
    (recorded,) = read(terminology, both).findings
    (begun,) = read(terminology, without(both, "recordedDate")).findings
    assert (str(recorded.recorded), str(begun.recorded)) == ("2026-11-17", "2026-01-31")


COURSES: list[tuple[str, str, str, list[str]]] = [
    ("sudden", "385315009", "", ["sudden_onset"]),
    ("progressive", "255314001", "", ["progressive_course"]),
    ("gradual has no sign", "61751001", "", []),
]


@pytest.mark.parametrize(("code", "onset", "signs"), [row[1:] for row in COURSES], ids=[row[0] for row in COURSES])
def test_speed_of_onset_is_a_finding_of_its_own(
    terminology: Terminology, code: str, onset: str, signs: list[str]
) -> None:
    component = {"code": loinc("99495-4"), "valueCodeableConcept": snomed(code)}
    case = read(terminology, observation(own("weakness"), component=[component]))
    assert [finding.sign for finding in case.findings] == [*signs, "weakness"]


@pytest.mark.parametrize(
    ("onset", "sign"),
    [("2026-11-01", "rapid_progression"), ("2026-01-01", "progressive_course"), (None, "progressive_course")],
)
def test_rapidly_progressive_is_rapid_only_with_a_recent_onset(
    terminology: Terminology, onset: str | None, sign: str
) -> None:
    rapid = {"coding": [{"system": "http://human-phenotype-ontology.org", "code": "HP:0003678"}]}
    components: list[Json] = [{"code": loinc("99495-4"), "valueCodeableConcept": rapid}]
    components += [{"code": loinc("11368-8"), "valueDateTime": onset}] if onset else []
    case = read(terminology, observation(own("weakness"), component=components))
    assert [finding.sign for finding in case.findings] == [sign, "weakness"]


def test_a_report_dates_its_conclusions(terminology: Terminology) -> None:
    report = resource(
        "DiagnosticReport",
        status="final",
        code=loinc("18749-2"),
        effectiveDateTime="2026-11-05",
        conclusionCode=[own("emg_normal")],
    )
    (finding,) = read(terminology, report).findings
    assert (finding.sign, finding.source, str(finding.recorded)) == ("emg_normal", "examined", "2026-11-05")
