"""Reading findings: one CodeableConcept is one statement (contract, Findings 10 and 12)."""

from __future__ import annotations

import pytest

from cds_service.knowledge.code_systems import LOINC, SNOMED_CT
from cds_service.knowledge.terminology import Terminology
from tests.reading.builders import HPO, OWN, Json, coding, concept, missed, observation, own, read, said, snomed

Rows = list[tuple[str, bool, str, str, str]]

CODINGS: list[tuple[str, Json, Rows]] = [
    (
        "the same meaning twice is once",
        concept(coding(SNOMED_CT, "86854008"), coding(HPO, "HP:0001347")),
        [("hyperreflexia", True, "unspecified", "unknown", "")],
    ),
    (
        "a narrower site wins",
        concept(coding(HPO, "HP:0001347"), coding(HPO, "HP:0002395")),
        [("hyperreflexia", True, "leg", "unknown", "")],
    ),
    (
        "a specific coding beats one that decides nothing",
        concept(coding(SNOMED_CT, "17450006"), coding(OWN, "clonus")),
        [("clonus", True, "unspecified", "unknown", "")],
    ),
    (
        "unknown codings do not matter",
        concept(coding("urn:local", "x"), coding(OWN, "clonus")),
        [("clonus", True, "unspecified", "unknown", "")],
    ),
    (
        "rows that share a code hold together",
        snomed("161938003"),
        [
            ("dyspnoea_exertion", False, "unspecified", "unknown", ""),
            ("dyspnoea_rest", False, "unspecified", "unknown", ""),
        ],
    ),
    (
        "a code that asserts before one that asks",
        concept(coding(LOINC, "80327-0"), coding(OWN, "paraesthesia")),
        [("paraesthesia", True, "unspecified", "unknown", "")],
    ),
    ("a sign of its own CodeSystem", own("reflex_spread"), [("reflex_spread", True, "unspecified", "unknown", "")]),
    ("a graded sign asks", own("tendon_reflex"), []),
]


@pytest.mark.parametrize(("code", "expected"), [row[1:] for row in CODINGS], ids=[row[0] for row in CODINGS])
def test_codings(terminology: Terminology, code: Json, expected: Rows) -> None:
    case = read(terminology, observation(code))
    assert (said(case), case.not_understood) == (expected, ())


def test_the_rows_of_all_codings_are_united_where_a_sign_is_common(terminology: Terminology) -> None:
    """Weakness and hemiplegia: both are weakness, the second says where."""
    case = read(terminology, observation(concept(coding(OWN, "weakness"), coding(SNOMED_CT, "50582007"))))
    assert said(case) == [("weakness", True, "arm", "unknown", ""), ("weakness", True, "leg", "unknown", "")]
    assert {finding.statement for finding in case.findings} == {"Observation/o1#code"}
    assert {tuple(one.code for one in finding.evidence) for finding in case.findings} == {("weakness", "50582007")}


UNREADABLE: list[tuple[str, Json, str]] = [
    ("different signs", own("clonus", "atrophy"), "its codings mean different signs"),
    (
        "present and absent",
        concept(coding(SNOMED_CT, "163846005"), coding(OWN, "clonus")),
        "its codings say present and absent",
    ),
]


@pytest.mark.parametrize(("code", "reason"), [row[1:] for row in UNREADABLE], ids=[row[0] for row in UNREADABLE])
def test_codings_that_contradict_each_other_are_counted_once(terminology: Terminology, code: Json, reason: str) -> None:
    case = read(terminology, observation(code))
    assert (case.findings, [unread.reason for unread in case.not_understood]) == ((), [reason])


def test_rows_that_nobody_verified_are_off(terminology: Terminology) -> None:
    """A code that was never seen with its own term gives no finding until somebody switches its row on."""
    (row,) = [row for row in terminology.tables.findings if row.verified == "no" and row.code == "366575004"]
    case = read(terminology, observation(snomed(row.code)))
    assert (case.findings, missed(case)) == ((), [("Observation/o1", row.code)])


def test_the_same_resource_twice_is_read_once(terminology: Terminology) -> None:
    once = observation(own("clonus"))
    assert len(read(terminology, once, dict(once)).findings) == 1


@pytest.mark.parametrize("reverse", [False, True])
def test_of_two_versions_the_later_counts(terminology: Terminology, reverse: bool) -> None:
    older = observation(own("clonus"), valueBoolean=True, meta={"lastUpdated": "2026-11-17T10:00:00Z"})
    newer = observation(own("clonus"), valueBoolean=False, meta={"lastUpdated": "2026-11-18T10:00:00Z"})
    sent = [newer, older] if reverse else [older, newer]
    assert [finding.present for finding in read(terminology, *sent).findings] == [False]
