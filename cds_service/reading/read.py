"""From the evidence of one call to a Case: everything that was recorded, and what could not be understood."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from cds_service.evidence import Evidence
from cds_service.knowledge.terminology import Terminology
from cds_service.neuro.case import Case, Patient
from cds_service.reading.conditions import read_conditions
from cds_service.reading.family import read_family_histories
from cds_service.reading.ledger import Ledger, Reading
from cds_service.reading.measurements import Measurement, Opened, measurements_of
from cds_service.reading.medications import read_medications
from cds_service.reading.observations import read_observations, read_reports
from cds_service.reading.orders import OrderEvent, done_events, drafted_events, measured_events, requested_events
from cds_service.reading.panels import Panels
from cds_service.reading.patient import birth_of, latest_patient, patient_of
from cds_service.reading.procedures import read_procedures
from cds_service.reading.records import Sorted, sort_records
from cds_service.reading.results import read_results
from cds_service.reading.settling import on_record
from cds_service.reading.whose import Whose

WITHDRAWN = "entered-in-error"


class HasTerminology(Protocol):
    """The part of the content that reading needs."""

    @property
    def terminology(self) -> Terminology:
        """The code tables and reading rules."""


def read(evidence: Evidence, knowledge: HasTerminology, as_of: date) -> Case:
    """What is on record about the patient of the call, on the day ``as_of``.

    Never raises for what a record holds: an entry that cannot be read is counted, and the rest is read. The order of
    entries has no part in the answer.
    """
    return read_case(evidence, knowledge.terminology, as_of)


def read_case(evidence: Evidence, terminology: Terminology, as_of: date) -> Case:
    """``read`` with the code tables alone."""
    found = sort_records(evidence, terminology)
    reading = Reading(terminology, Whose(evidence), as_of, Ledger())
    reports, procedures = found.of("DiagnosticReport"), found.of("Procedure")
    panels = Panels([*found.panels, *reports], reading.whose, WITHDRAWN)
    read_observations(found.observations, panels, reading)
    read_reports(reports, reading)
    patient = latest_patient((record.resource for record in found.of("Patient")), evidence.patient_id)
    read_conditions(found.of("Condition"), birth_of(patient), reading)
    read_procedures(procedures, reading)
    read_family_histories(found.of("FamilyMemberHistory"), reading)
    read_medications(found.of("MedicationRequest"), found.of("Medication"), reading)
    measurements, opened = measurements_of(found.measurements, panels, reading), Opened(reading)
    read_results(measurements, opened, reading)
    events = _events(evidence, found, measurements, opened, reading)
    reading.ledger.orders.extend(on_record(events, terminology))
    return _case(evidence, patient_of(patient, as_of), reading.ledger)


def _events(
    evidence: Evidence, found: Sorted, measurements: list[Measurement], opened: Opened, reading: Reading
) -> Iterator[OrderEvent]:
    yield from measured_events(measurements, opened)
    yield from done_events(found.of("DiagnosticReport"), found.of("Procedure"), reading)
    yield from requested_events(found.of("ServiceRequest"), reading)
    yield from drafted_events(evidence.draft_orders, reading)


def _case(evidence: Evidence, patient: Patient, ledger: Ledger) -> Case:
    """The ledger in an order of its own, equal values once."""
    return Case(
        patient=patient,
        findings=tuple(sorted(set(ledger.findings), key=repr)),
        conditions=tuple(sorted(set(ledger.conditions), key=repr)),
        medications=tuple(sorted(set(ledger.medications), key=repr)),
        results=tuple(sorted(set(ledger.results), key=repr)),
        orders=tuple(sorted(set(ledger.orders), key=repr)),
        not_understood=tuple(sorted(ledger.not_understood)),
        not_looked_at=evidence.not_looked_at,
        truncated=evidence.truncated,
    )
