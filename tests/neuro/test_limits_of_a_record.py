"""A record beyond every examination is still answered in bounded time, from its newest findings, and says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import islice, product

from cds_service.neuro.case import Case, CodedEvidence, Finding, Patient, Side
from cds_service.neuro.signs import Signs, signs_of
from tests.vignettes.routes import TODAY, shipped_knowledge

CLINICAL = shipped_knowledge().clinical
LIMITS = CLINICAL.findings.limits
WEAK = Finding("weakness", True, "leg", Side.LEFT, TODAY)


def test_of_equal_statements_of_one_day_a_few_are_weighed() -> None:
    record = [replace(WEAK, evidence=(CodedEvidence(f"Observation/{number}"),)) for number in range(100)]
    signs = _signs(record)
    assert (len(signs.facts), signs.left_out) == (LIMITS.alike, 100 - LIMITS.alike)


def test_of_equal_statements_the_latest_onset_is_weighed() -> None:
    record = [replace(WEAK, onset=TODAY - timedelta(days=days)) for days in range(1, 40)]
    assert min(fact.onset for fact in _signs(record).facts if fact.onset is not None) == 1


def test_of_very_many_active_findings_the_newest_are_weighed() -> None:
    places = product(CLINICAL.signs, CLINICAL.anatomy.sites, (Side.LEFT, Side.RIGHT))
    record = [
        Finding(sign, True, site, side, TODAY - timedelta(days=number % 2))
        for number, (sign, site, side) in enumerate(islice(places, 4000))
    ]
    signs = _signs(record)
    active = [fact for fact in signs.facts if fact.active]
    assert len(active) <= LIMITS.weighed
    assert {fact.recorded for fact in active} == {0}


def test_of_more_findings_than_any_record_holds_the_newest_are_read() -> None:
    record = [replace(WEAK, recorded=TODAY - timedelta(days=days)) for days in range(LIMITS.findings + 10)]
    signs = _signs(record)
    assert (len(signs.converted), signs.left_out) == (LIMITS.findings, 10)
    assert max(fact.recorded or 0 for fact in signs.facts) == LIMITS.findings - 1


def test_no_number_of_newer_normal_findings_hides_an_emergency() -> None:
    """Beyond the findings that are read, and beyond the places that are weighed."""
    fortnight = range(14)
    normal = [
        Finding("weakness", False, site, side, TODAY - timedelta(days=day), statement=f"{day} {number}")
        for day, site, side, number in product(fortnight, islice(CLINICAL.anatomy.sites, 60), Side, range(2))
    ]
    then = TODAY - timedelta(days=20)
    emergency = [
        Finding("weakness", True, "leg", Side.BILATERAL, then, then),
        Finding("sensory_level", True, "trunk", Side.UNKNOWN, then, then),
    ]
    signs = _signs([*emergency, *normal])
    assert len(normal) > LIMITS.findings
    assert signs.left_out > 0
    assert {"weakness", "sensory_level"} <= {fact.sign for fact in signs.facts if fact.present}


def test_an_ordinary_examination_is_weighed_whole() -> None:
    assert _signs([WEAK, replace(WEAK, site="arm")]).left_out == 0


def _signs(record: list[Finding]) -> Signs:
    return signs_of(Case(patient=Patient(720, "male"), findings=tuple(record)), CLINICAL, TODAY)
