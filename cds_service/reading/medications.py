"""Medications: requests that count by status, date and route (contract, Orders and results)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from cds_service.knowledge.reading_rules import Routes
from cds_service.knowledge.terminology import Terminology
from cds_service.neuro.case import MedicationOnRecord
from cds_service.reading.codings import Coded, Raw, coded
from cds_service.reading.ledger import Reading, evidence_of
from cds_service.reading.records import Record
from cds_service.reading.valid import Unreadable, valid
from cds_service.reading.when import span_of

NOT_FOUND = "the medication that it refers to is not in the record"


@dataclass(frozen=True, slots=True)
class Drug:
    """What is taken: the concept that names it, and its form."""

    concept: Mapping[str, Any]
    form: Mapping[str, Any]

    @property
    def words(self) -> str:
        """Everything that names the drug or its form, as one text."""
        displays = [display for part in (self.concept, self.form) for _, display in coded(part)]
        return " ".join([self.concept.get("text", ""), self.form.get("text", ""), *displays])


def read_medications(requests: list[Record], medications: list[Record], reading: Reading) -> None:
    """Add the medications that count now."""
    known = Medications(medications)
    for record in requests:
        if _may_count(record.resource, reading.terminology):
            _read_request(record, known, reading)


class Medications:
    """The Medication resources of the record, by the references that may name them."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._by_name: dict[str, Record] = {}
        for record in records:
            self._by_name[record.reference] = record
            if record.full_url:
                self._by_name[f"{record.bundle} {record.full_url}"] = record

    def named(self, reference: str, request: Record) -> Raw | None:
        """The Medication that a request refers to: contained, by its id, or by its ``urn:uuid:`` in the same Bundle."""
        if reference.startswith("#"):
            return _contained(request.resource, reference[1:])
        if reference.startswith("urn:"):
            found = self._by_name.get(f"{request.bundle} {reference}")
        else:
            found = self._by_name.get("/".join(reference.partition("/_history/")[0].rsplit("/", 2)[-2:]))
        return found.resource if found else None


def _contained(resource: Raw, own_id: str) -> Raw | None:
    inner = resource.get("contained")
    for candidate in inner if isinstance(inner, list) else ():
        if isinstance(candidate, Mapping) and candidate.get("id") == own_id:
            return candidate if candidate.get("resourceType") == "Medication" else None
    return None


def _may_count(resource: Raw, terminology: Terminology) -> bool:
    statuses = terminology.rules.statuses
    status = resource.get("status")
    counting = not isinstance(status, str) or status in statuses.medication or status in statuses.medication_ended
    return counting and resource.get("doNotPerform") is not True


def _read_request(record: Record, known: Medications, reading: Reading) -> None:
    terminology = reading.terminology
    codings = tuple(coded(record.resource.get("medicationCodeableConcept")))
    drug = _drug(record, known)
    if drug is not None and not any(True for _ in _keys(drug, terminology)):
        return
    resource = reading.opened(record, codings or tuple(coded(drug.concept) if drug else ()))
    if resource is None:
        return
    ended = _ended(resource, reading)
    if ended is not None and reading.as_of - ended > timedelta(days=terminology.rules.medications.ended_within_days):
        return
    if ended is None and resource["status"] in terminology.rules.statuses.medication_ended:
        return
    if drug is None:
        reading.ledger.miss(record.reference, codings, NOT_FOUND)
        return
    for key, coding in _keys(drug, terminology):
        if _route_allows(key, drug, resource, terminology):
            evidence = evidence_of(record.reference, (coding,) if coding else ())
            display = drug.concept.get("text") or (coding[1] if coding else "")
            reading.ledger.medications.append(MedicationOnRecord(key, display, ended, evidence))


def _drug(record: Record, known: Medications) -> Drug | None:
    """The drug of a request; None where it refers to a Medication that is not there or cannot be read."""
    concept = record.resource.get("medicationCodeableConcept")
    if isinstance(concept, Mapping):
        return Drug(_words_checked(concept), {})
    target = record.resource.get("medicationReference")
    reference = target.get("reference") if isinstance(target, Mapping) else None
    medication = known.named(reference, record) if isinstance(reference, str) else None
    if medication is None:
        return None
    try:
        resource = valid(medication)
    except Unreadable:
        return None
    return Drug(resource.get("code", {}), resource.get("form", {}))


def _words_checked(concept: Raw) -> Mapping[str, Any]:
    """A concept that is not validated yet: its text only if it is one."""
    return concept if isinstance(concept.get("text", ""), str) else {**concept, "text": ""}


def _ended(resource: Mapping[str, Any], reading: Reading) -> date | None:
    """The day on which a stopped or completed medication ended, as far as it is known; None while it is taken."""
    if resource["status"] not in reading.terminology.rules.statuses.medication_ended:
        return None
    period = resource.get("dispenseRequest", {}).get("validityPeriod", {})
    span = span_of(period, "end") or span_of(resource, "authoredOn")
    return reading.day(span)


def _keys(drug: Drug, terminology: Terminology) -> Iterator[tuple[str, Coded | None]]:
    """The medications that a drug is: by its codes, else by an ingredient's name in its text."""
    found: dict[str, Coded | None] = {}
    for coding in coded(drug.concept):
        for row in terminology.medications.rows(coding[0]):
            found.setdefault(row.medication, coding)
    if not found:
        first = next(iter(coded(drug.concept)), None)
        found = dict.fromkeys(terminology.ingredients_in(drug.concept.get("text", "")), first)
    yield from sorted(found.items())


def _route_allows(key: str, drug: Drug, resource: Mapping[str, Any], terminology: Terminology) -> bool:
    """Topical and eye forms never count; a medication that needs a route counts only by it."""
    rules = terminology.rules.medications
    routes = [dosage["route"] for dosage in resource.get("dosageInstruction", ()) if "route" in dosage]
    if routes and all(_by(rules.never_by_route, route, "") for route in routes):
        return False
    if not routes and _says(rules.never_by_route, drug.words):
        return False
    needed = rules.only_by_route.get(key)
    return (
        needed is None or any(_by(needed, route, "") for route in routes) or (not routes and _says(needed, drug.words))
    )


def _by(routes: Routes, route: Mapping[str, Any], otherwise: str) -> bool:
    codes = [code for code, _ in coded(route)]
    words = " ".join([route.get("text", otherwise), *(display for _, display in coded(route))])
    return any((known.system, known.code) in codes for known in routes.routes) or _says(routes, words)


def _says(routes: Routes, words: str) -> bool:
    spoken = set(re.findall(r"[^\W_]+", words.casefold()))
    return any(word in spoken for word in routes.words)
