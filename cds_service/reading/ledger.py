"""What was read so far: the lists that become a Case."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cds_service.knowledge.terminology import Terminology
from cds_service.neuro.case import (
    CodedEvidence,
    ConditionOnRecord,
    Finding,
    MedicationOnRecord,
    NotUnderstood,
    OrderOnRecord,
    Result,
)
from cds_service.reading.codings import Coded
from cds_service.reading.records import Record
from cds_service.reading.valid import Unreadable, valid
from cds_service.reading.when import Span
from cds_service.reading.whose import Whose

NOT_THE_PATIENT = "it is not about this patient"
AHEAD = "its date is in the future"


@dataclass(slots=True)
class Ledger:
    """Everything read of one patient, and every statement that could not be."""

    findings: list[Finding] = field(default_factory=list)
    conditions: list[ConditionOnRecord] = field(default_factory=list)
    medications: list[MedicationOnRecord] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    orders: list[OrderOnRecord] = field(default_factory=list)
    not_understood: set[NotUnderstood] = field(default_factory=set)

    def miss(self, reference: str, codings: tuple[Coded, ...], reason: str) -> None:
        """Count one statement that was not understood, by the first of its codings."""
        (system, code), display = codings[0] if codings else (("", ""), "")
        self.not_understood.add(NotUnderstood(reference, system, code, display, reason))


def evidence_of(reference: str, codings: tuple[Coded, ...]) -> tuple[CodedEvidence, ...]:
    """Where a value came from, one entry a coding."""
    return tuple(CodedEvidence(reference, system, code, display) for (system, code), display in codings)


@dataclass(frozen=True, slots=True)
class Reading:
    """What every resource is read with."""

    terminology: Terminology
    whose: Whose
    as_of: date
    ledger: Ledger

    def opened(
        self, record: Record, codings: tuple[Coded, ...], statuses: Collection[str] = ()
    ) -> dict[str, Any] | None:
        """The resource, validated, where it counts; None where it does not.

        A status outside ``statuses`` (if any are given) does not count and is no failure. A resource that is not about
        the patient, or cannot be read, is counted by the first of ``codings``.
        """
        status = record.resource.get("status")
        if statuses and isinstance(status, str) and status not in statuses:
            return None
        if not self.whose.owns(record):
            self.ledger.miss(record.reference, codings, NOT_THE_PATIENT)
            return None
        try:
            return valid(record.resource)
        except Unreadable as error:
            self.ledger.miss(record.reference, codings, str(error))
            return None

    def begun(self, span: Span | None, record: Record, codings: tuple[Coded, ...]) -> bool:
        """Whether a record is not dated in the future; one that is, is counted. Without a date it is not."""
        if span is None or span.begun(self.as_of):
            return True
        self.ledger.miss(record.reference, codings, AHEAD)
        return False

    def day(self, span: Span | None) -> date | None:
        """The day that the age of a record counts from, None where it is undated."""
        return span.last_day(self.as_of) if span else None
