"""Orders and results of actions: what was asked for, done, drafted or declined (contract, Orders and results)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cds_service.evidence import Entry
from cds_service.knowledge.terminology import Terminology
from cds_service.neuro.case import CodedEvidence, OrderStatus
from cds_service.reading.codings import Coded, Raw, coded
from cds_service.reading.ledger import Reading, evidence_of
from cds_service.reading.measurements import Measurement, Opened, has_result
from cds_service.reading.records import Record
from cds_service.reading.when import OBSERVED, OCCURRED, PERFORMED, span_of


@dataclass(frozen=True, slots=True)
class OrderEvent:
    """One thing that happened to one action, or to ``members`` of it."""

    action: str
    members: tuple[str, ...]
    status: OrderStatus
    day: date
    evidence: tuple[CodedEvidence, ...]
    urgent: bool = False
    this_call: bool = False


def measured_events(measurements: list[Measurement], opened: Opened) -> Iterator[OrderEvent]:
    """For each action and member the newest measurement that holds a result."""
    groups: dict[tuple[str, tuple[str, ...]], list[Measurement]] = {}
    for measurement in measurements:
        for row in measurement.orders:
            groups.setdefault((row.action, row.members), []).append(measurement)
    for (action, members), found in sorted(groups.items()):
        for measurement in sorted(found, key=lambda one: one.latest, reverse=True):
            if has_result(measurement.holder) and opened.holder(measurement) is not None:
                evidence = evidence_of(measurement.record.reference, measurement.codings[:1])
                yield OrderEvent(action, members, "resulted", measurement.day, evidence)
                break


def done_events(reports: list[Record], procedures: list[Record], reading: Reading) -> Iterator[OrderEvent]:
    """What reports and procedures show to be done."""
    statuses = reading.terminology.rules.statuses
    for record in reports:
        yield from _done(record, statuses.report, OBSERVED, reading)
    for record in procedures:
        yield from _done(record, statuses.procedure, PERFORMED, reading)


def _done(record: Record, statuses: tuple[str, ...], dates: tuple[str, ...], reading: Reading) -> Iterator[OrderEvent]:
    codings = _ordering(record.resource, reading.terminology)
    resource = reading.opened(record, codings, statuses) if codings else None
    span = span_of(resource, *dates) if resource else None
    if span is not None and reading.begun(span, record, codings):
        for action, members in _actions(codings, False, reading.terminology):
            evidence = evidence_of(record.reference, codings[:1])
            yield OrderEvent(action, members, "resulted", span.last_day(reading.as_of), evidence)


def _ordering(resource: Raw, terminology: Terminology) -> tuple[Coded, ...]:
    return tuple(coding for coding in coded(resource.get("code")) if coding[0] in terminology.orders)


def _actions(codings: tuple[Coded, ...], urgent: bool, terminology: Terminology) -> list[tuple[str, tuple[str, ...]]]:
    """The actions (and members) that codes stand for; of two that share a code the one that the priority means."""
    rows = [row for code, _ in codings for row in terminology.orders[code]]
    other = {pair.routine if urgent else pair.urgent for pair in terminology.rules.orders.by_priority}
    return sorted({(row.action, row.members) for row in rows if row.action not in other})


def requested_events(requests: list[Record], reading: Reading) -> Iterator[OrderEvent]:
    """What ServiceRequests on record ask for, propose, show to be done, or decline."""
    for record in requests:
        yield from _requested(record, False, reading)


def drafted_events(drafts: tuple[Entry, ...], reading: Reading) -> Iterator[OrderEvent]:
    """The draft orders of the hook's own context: they count for this call, on its day."""
    for entry in drafts:
        resource = entry.resource
        if isinstance(resource, Mapping) and resource.get("resourceType") == "ServiceRequest":
            own_id = resource.get("id")
            reference = f"ServiceRequest/{own_id}" if isinstance(own_id, str) else entry.full_url or "ServiceRequest"
            yield from _requested(Record(resource, reference, entry.full_url, entry.bundle), True, reading)


def _requested(record: Record, this_call: bool, reading: Reading) -> Iterator[OrderEvent]:
    terminology = reading.terminology
    codings = _ordering(record.resource, terminology)
    own = set(_own_actions(record.resource, terminology))
    if not codings and not own:
        return
    status = _status(record.resource, this_call)
    resource = reading.opened(record, codings or tuple(coded(record.resource.get("code")))[:1]) if status else None
    day = _day(record, resource, status, this_call, codings, reading) if resource is not None and status else None
    if resource is None or status is None or day is None:
        return
    urgent = resource.get("priority") in terminology.rules.orders.urgent_priorities
    evidence = evidence_of(record.reference, codings[:1] or tuple(coded(resource.get("code")))[:1])
    for action, members in sorted(_asked(codings, own, urgent, terminology)):
        yield OrderEvent(action, members, status, day, evidence, urgent, this_call)


def _asked(
    codings: tuple[Coded, ...], own: set[str], urgent: bool, terminology: Terminology
) -> set[tuple[str, tuple[str, ...]]]:
    """Actions by code; an action that our own canonical names is settled whatever the code.

    A draft that was one of several of a composite settles only the member that its code names.
    """
    named = {pair for pair in terminology.rules.orders.by_priority if own & {pair.routine, pair.urgent}}
    told_apart = {action for pair in named for action in (pair.routine, pair.urgent)}
    by_code = {found for found in _actions(codings, urgent, terminology) if found[0] not in told_apart}
    parts = {row.action for code, _ in codings for row in terminology.orders[code] if row.members}
    whole = {(action, ()) for action in own if not (action in terminology.done_when and action in parts)}
    return by_code | whole


def _own_actions(resource: Raw, terminology: Terminology) -> Iterator[str]:
    beginning = f"{terminology.canonical_base}/ActivityDefinition/"
    canonicals = resource.get("instantiatesCanonical")
    for canonical in canonicals if isinstance(canonicals, list) else ():
        if isinstance(canonical, str) and canonical.startswith(beginning):
            action = canonical.removeprefix(beginning).partition("|")[0]
            if action in terminology.keys.actions:
                yield action


_STATUSES: Mapping[str, OrderStatus] = {
    "active": "requested",
    "draft": "draft",
    "on-hold": "draft",
    "completed": "resulted",
    "revoked": "declined",
}


def _status(resource: Raw, this_call: bool) -> OrderStatus | None:
    """What a request comes to. An option is no request; a proposal, and what this call drafts, is a draft."""
    status, intent = resource.get("status"), resource.get("intent")
    if intent == "option":
        return None
    known = _STATUSES.get(status) if isinstance(status, str) else "requested"
    if known is not None and resource.get("doNotPerform") is True:
        return "declined"
    if known == "requested" and (intent == "proposal" or this_call):
        return "draft"
    return known


def _day(
    record: Record,
    resource: Mapping[str, Any],
    status: OrderStatus,
    this_call: bool,
    codings: tuple[Coded, ...],
    reading: Reading,
) -> date | None:
    """A done request counts by its clinical date; an open or declined one by when it was written, ahead is today."""
    if this_call:
        return reading.as_of
    if status == "resulted":
        span = span_of(resource, *OCCURRED, "authoredOn")
        return span.last_day(reading.as_of) if span and reading.begun(span, record, codings) else None
    span = span_of(resource, "authoredOn", *OCCURRED)
    return span.last_day(reading.as_of) if span else None
