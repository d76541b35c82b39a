"""FamilyMemberHistory: a relative's diagnosis as a sign of the patient's history (contract, Findings 5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cds_service.knowledge.terminology import Terminology
from cds_service.neuro.case import Finding
from cds_service.reading.codings import Coded, coded
from cds_service.reading.ledger import Reading, evidence_of
from cds_service.reading.places import RecordedSite, place_of
from cds_service.reading.records import Record
from cds_service.reading.when import span_of


def read_family_histories(records: list[Record], reading: Reading) -> None:
    """Add the signs that the diagnoses of blood relatives mean."""
    for record in records:
        codings = tuple(
            coding for concept in _concepts(record.resource) for coding in _meant(concept, reading.terminology)
        )
        history = (
            reading.opened(record, codings, reading.terminology.rules.statuses.family_history) if codings else None
        )
        if history is None or _is_no_blood_relative(history, reading.terminology):
            continue
        span = span_of(history, "date")
        if reading.begun(span, record, codings):
            reading.ledger.findings.extend(_findings(record, history, reading))


def _concepts(resource: Mapping[str, Any]) -> Iterable[Any]:
    conditions = resource.get("condition")
    for condition in conditions if isinstance(conditions, list) else ():
        if isinstance(condition, Mapping):
            yield condition.get("code")


def _meant(concept: Any, terminology: Terminology) -> dict[Coded, set[str]]:
    """The codings of one condition that mean a sign, with their signs."""
    meant: dict[Coded, set[str]] = {}
    for coding in coded(concept):
        keys = {diagnosis.condition for diagnosis in terminology.conditions.rows(coding[0])}
        signs = {sign for sign, conditions in terminology.rules.family_history.items() if keys & set(conditions)}
        if signs:
            meant[coding] = signs
    return meant


def _is_no_blood_relative(history: Mapping[str, Any], terminology: Terminology) -> bool:
    rule = terminology.rules.not_blood_relatives
    return any(system == rule.system and code in rule.codes for (system, code), _ in coded(history.get("relationship")))


def _findings(record: Record, history: Mapping[str, Any], reading: Reading) -> Iterator[Finding]:
    place = place_of("", "", RecordedSite(), (), reading.terminology)
    for number, concept in enumerate(_concepts(history)):
        meant = _meant(concept, reading.terminology)
        for sign in sorted({sign for signs in meant.values() for sign in signs}):
            yield Finding(
                sign=sign,
                present=True,
                site=place.site,
                side=place.side,
                recorded=reading.day(span_of(history, "date")),
                statement=f"{record.reference}#condition[{number}]",
                evidence=evidence_of(record.reference, tuple(meant)),
            )
