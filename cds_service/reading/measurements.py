"""Observations that measure something: found by code, compared by day, and validated only where they are used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from cds_service.knowledge.terminology import Terminology
from cds_service.knowledge.terminology_rows import LabRow, OrderRow
from cds_service.reading.codings import Coded, Raw, coded
from cds_service.reading.ledger import AHEAD, NOT_THE_PATIENT, Reading
from cds_service.reading.panels import Panels
from cds_service.reading.records import Record
from cds_service.reading.valid import Unreadable, valid
from cds_service.reading.when import OBSERVED, span_of


class Measurement(NamedTuple):
    """One coded value of one day, not yet validated. ``part`` is its component, None for the Observation itself."""

    record: Record
    holder: Raw
    part: int | None
    codings: tuple[Coded, ...]
    day: date
    time: str
    lab: LabRow | None
    orders: tuple[OrderRow, ...]

    @property
    def latest(self) -> tuple[date, str, str, int]:
        """Sorts measurements of one kind by when they were made."""
        return self.day, self.time, self.record.reference, -1 if self.part is None else self.part


def measurements_of(records: list[Record], panels: Panels, reading: Reading) -> list[Measurement]:
    """The measurements of these Observations that count by status, subject and date."""
    found: list[Measurement] = []
    for record in records:
        found += _measurements(record, panels, reading)
    return found


def _measurements(record: Record, panels: Panels, reading: Reading) -> Iterator[Measurement]:
    resource = record.resource
    status = resource.get("status")
    if isinstance(status, str) and status not in reading.terminology.rules.statuses.result:
        return
    holders = [
        (part, holder, labelled)
        for part, holder in _holders(resource)
        if (labelled := _labelled(holder, reading.terminology))
    ]
    if not reading.whose.owns(record):
        _miss(record, holders, NOT_THE_PATIENT, reading)
        return
    span = span_of(resource, *OBSERVED) or span_of(panels.inherited(record).members, *OBSERVED)
    if span is None:
        return
    if not span.begun(reading.as_of):
        _miss(record, holders, AHEAD, reading)
        return
    time = next((text for name in OBSERVED if isinstance(text := resource.get(name), str)), "")
    for part, holder, codings in holders:
        lab = next(
            (row for code, _ in codings if (row := reading.terminology.labs.get(code)) and row.use != "never"), None
        )
        orders = tuple(dict.fromkeys(row for code, _ in codings for row in reading.terminology.orders.get(code, ())))
        yield Measurement(record, holder, part, codings, span.last_day(reading.as_of), time, lab, orders)


def _miss(
    record: Record, holders: list[tuple[int | None, Raw, tuple[Coded, ...]]], reason: str, reading: Reading
) -> None:
    """Count what was not read; a value that only others are divided by (a weight) would not have mattered by itself."""
    rules, labs = reading.terminology.rules.results, reading.terminology.labs
    helping = {key for key, rule in rules.items() if rule.reads == "denominator"}
    telling = [coding for _, _, codings in holders for coding in codings]
    telling = [coding for coding in telling if coding[0] not in labs or labs[coding[0]].result not in helping]
    if telling:
        reading.ledger.miss(record.reference, tuple(telling[:1]), reason)


def _holders(resource: Raw) -> Iterator[tuple[int | None, Raw]]:
    yield None, resource
    components = resource.get("component")
    for part, component in enumerate(components if isinstance(components, list) else ()):
        if isinstance(component, Mapping):
            yield part, component


def _labelled(holder: Raw, terminology: Terminology) -> tuple[Coded, ...]:
    """The codings by which a holder is a measurement. A code that only looks like the measure forbids the others."""
    labs, orders = terminology.labs, terminology.orders
    codings = [coding for coding in coded(holder.get("code")) if coding[0] in labs or coding[0] in orders]
    if any(coding[0] in labs and labs[coding[0]].use == "never" for coding in codings):
        codings = [coding for coding in codings if coding[0] in orders]
    return tuple(codings)


class Opened:
    """Validates each measured resource once, and counts once what cannot be read."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._resources: dict[int, dict[str, Any] | None] = {}

    def holder(self, measurement: Measurement) -> Mapping[str, Any] | None:
        """The validated Observation or component of a measurement, None where it cannot be read."""
        key = id(measurement.record.resource)
        if key not in self._resources:
            self._resources[key] = self._validated(measurement)
        resource = self._resources[key]
        if resource is None or measurement.part is None:
            return resource
        component: Mapping[str, Any] = resource["component"][measurement.part]
        return component

    def _validated(self, measurement: Measurement) -> dict[str, Any] | None:
        try:
            return valid(measurement.record.resource)
        except Unreadable as error:
            self._reading.ledger.miss(measurement.record.reference, measurement.codings[:1], str(error))
            return None


def has_result(holder: Raw) -> bool:
    """Whether a measured Observation or component holds a result: a value, or parts that hold theirs."""
    if holder.get("dataAbsentReason") is not None:
        return False
    return any(
        value is not None and value != [] and (name.startswith("value") or name in ("component", "hasMember"))
        for name, value in holder.items()
    )
