"""Procedures that prove a diagnosis: an operation, a joint replacement, radiotherapy (conditions.csv)."""

from __future__ import annotations

from cds_service.knowledge.terminology_index import Diagnosis
from cds_service.reading.codings import Coded, coded
from cds_service.reading.diagnoses import condition_of
from cds_service.reading.ledger import Reading
from cds_service.reading.records import Record
from cds_service.reading.when import PERFORMED, span_of


def read_procedures(records: list[Record], reading: Reading) -> None:
    """Add the diagnoses that a completed Procedure proves (an operation, a joint replacement, radiotherapy)."""
    rules = reading.terminology.rules
    for record in records:
        found = [
            (coding, diagnosis)
            for coding in coded(record.resource.get("code"))
            for diagnosis in reading.terminology.conditions.rows(coding[0])
            if diagnosis.condition in rules.conditions.from_procedures
        ]
        if found:
            _read_procedure(record, found, reading)


def _read_procedure(record: Record, found: list[tuple[Coded, Diagnosis]], reading: Reading) -> None:
    codings = tuple(coding for coding, _ in found)
    resource = reading.opened(record, codings, reading.terminology.rules.statuses.procedure)
    if resource is None:
        return
    span = span_of(resource, *PERFORMED)
    if not reading.begun(span, record, codings):
        return
    for key in sorted({diagnosis.condition for _, diagnosis in found}):
        reading.ledger.conditions.append(
            condition_of(
                [(coding, diagnosis) for coding, diagnosis in found if diagnosis.condition == key],
                resource.get("bodySite", ()),
                reading.terminology,
                recorded=reading.day(span),
                onset=span.first_day(reading.as_of) if span else None,
                reference=record.reference,
            )
        )
