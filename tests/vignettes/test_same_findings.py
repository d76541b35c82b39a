"""A vignette's FHIR says exactly what its table of keys says: the same findings, diagnoses, results and orders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable

import pytest

from cds_service.authoring.render import load_fixture
from cds_service.neuro.case import Case, Grade
from cds_service.neuro.outcome import ReadFinding
from cds_service.neuro.reasoning import reason
from cds_service.reading.read import read
from tests.vignettes.case_of import case_of
from tests.vignettes.routes import TODAY, evidence_of, shipped_knowledge
from tests.vignettes.vignette import Vignette, all_vignettes

every_vignette = pytest.mark.parametrize("vignette", all_vignettes(), ids=lambda vignette: vignette.name)


def read_case(vignette: Vignette) -> Case:
    """The case that the vignette's request of today is read as."""
    return read(evidence_of(load_fixture(vignette.request_path, TODAY)), shipped_knowledge(), TODAY)


@every_vignette
def test_the_findings_are_the_same(vignette: Vignette) -> None:
    """Compared after scales are converted: "3/5" to a power question and weakness of MRC 3 are one statement."""
    knowledge = shipped_knowledge()
    written = reason(case_of(vignette, TODAY), knowledge, TODAY).findings
    sent = reason(read_case(vignette), knowledge, TODAY).findings
    assert Counter(map(_meaning, sent)) == Counter(map(_meaning, written))


@every_vignette
def test_the_rest_of_the_record_is_the_same(vignette: Vignette) -> None:
    written, sent = case_of(vignette, TODAY), read_case(vignette)
    assert _diagnoses(sent) == _diagnoses(written)
    assert {drug.key for drug in sent.medications} == {drug.key for drug in written.medications}
    assert _orders(written) <= _orders(sent)
    assert _results(written) <= _results(sent)
    assert (sent.patient.age_years, sent.patient.sex) == (written.patient.age_years, written.patient.sex)


@every_vignette
def test_nothing_is_left_unread(vignette: Vignette) -> None:
    """Every statement of a vignette has a meaning, but those that were put there to be refused."""
    entries = evidence_of(load_fixture(vignette.request_path, TODAY)).entries
    refused = {
        f"{entry.resource['resourceType']}/{entry.resource['id']}"
        for entry in entries
        if entry.resource.get("status") in ("entered-in-error", "preliminary")
    }
    assert [unread for unread in read_case(vignette).not_understood if unread.reference not in refused] == []


def _meaning(finding: ReadFinding) -> Hashable:
    """Everything that a rule can see of a finding."""
    return (
        finding.sign, finding.present, finding.site, finding.side, finding.region, finding.recorded, finding.onset,
        _graded(finding), finding.source, finding.active,
    )  # fmt: skip


def _graded(finding: ReadFinding) -> Grade | None:
    """The grade, but for a scale of words: "extensor" to a plantar question and Babinski's sign are one statement."""
    in_words = finding.grade is not None and finding.grade.scale != "" and finding.grade.value.isalpha()
    return None if in_words else finding.grade


def _diagnoses(case: Case) -> set[Hashable]:
    return {(c.key, c.verification, c.side, c.recorded, c.onset) for c in case.conditions}


def _orders(case: Case) -> set[Hashable]:
    """The newest of each action and status: an older one of the same kind changes nothing (4.3)."""
    by_day = sorted((order for order in case.orders if not order.member), key=lambda order: order.day)
    return set({(order.action, order.status): (order.action, order.status, order.day) for order in by_day}.values())


def _results(case: Case) -> set[Hashable]:
    return {(result.field, result.value, result.day) for result in case.results}
