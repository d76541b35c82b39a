"""Draft orders: R4 ServiceRequests for one action (contract, Suggestion; coverage.md, orders.csv)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from cds_service.cards.content import CardContent
from cds_service.cards.markdown import escaped
from cds_service.evidence import Call
from cds_service.knowledge.actions import Action
from cds_service.knowledge.done_when import DoneWhen
from cds_service.knowledge.terminology_rows import OrderRow
from cds_service.neuro.case import CodedEvidence
from cds_service.neuro.outcome import Indicator
from cds_service.neuro.recommendations import RecommendedAction

# R4 allows these as reasonReference; a contained or urn:uuid reference means nothing in another resource.
_REASON = re.compile(r"(?:Observation|Condition|DiagnosticReport)/[A-Za-z0-9.-]{1,64}")
_FHIR_ID = re.compile(r"[A-Za-z0-9.-]{1,64}")


@dataclass(frozen=True, slots=True)
class Drafting:
    """What every draft of one card shares. ``regions`` are the keys of the regions of its findings."""

    call: Call
    knowledge: CardContent
    as_of: date
    indicator: Indicator
    regions: frozenset[str]
    reasons: tuple[CodedEvidence, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """One order to make: its codes and its words."""

    rows: tuple[OrderRow, ...]
    text: str


def drafts_of(action: RecommendedAction, drafting: Drafting) -> list[Draft]:
    """Which drafts an order needs.

    One where a primary code means the whole action. Else one for each member that ``done_when`` needs and that is
    neither on record nor declined. Else one that says in words what is meant.
    """
    content = drafting.knowledge.actions.action(action.key)
    rows = _rows_of(action.key, drafting.knowledge)
    primary = tuple(row for row in rows if row.primary == "yes")
    members = _rows_by_member(rows)
    if not members or any(row.specific == "yes" and not row.member for row in primary):
        return [Draft(primary, content.suggest)]
    needed = _needed_members(action, content, members.keys(), drafting)
    return [_member_draft(name, members.get(name, ()), content, drafting.knowledge) for name in needed]


def _rows_of(key: str, knowledge: CardContent) -> list[OrderRow]:
    """The codes that may go into an order of this action."""
    withheld = knowledge.actions.rules.withheld_systems
    return [
        row
        for row in knowledge.terminology.tables.orders
        if row.action == key and row.use == "order" and row.verified == "yes" and row.system_uri not in withheld
    ]


def _rows_by_member(rows: Iterable[OrderRow]) -> dict[str, tuple[OrderRow, ...]]:
    by_member: dict[str, tuple[OrderRow, ...]] = {}
    for row in rows:
        if row.primary == "member":
            by_member[row.member] = (*by_member.get(row.member, ()), row)
    return by_member


def _needed_members(
    action: RecommendedAction, content: Action, coded: Collection[str], drafting: Drafting
) -> tuple[str, ...]:
    """The members to draft; of alternatives the first that has a code and fits a region of the card."""

    def fits(member: str) -> bool:
        region = content.members[member].region if member in content.members else ""
        return member in coded and (not region or region in drafting.regions)

    expression = drafting.knowledge.terminology.done_when.get(action.key, DoneWhen())
    return expression.still_needed(action.settled | action.declined, fits)


def _member_draft(name: str, rows: tuple[OrderRow, ...], content: Action, knowledge: CardContent) -> Draft:
    label = content.members[name].label if name in content.members else name
    return Draft(rows, knowledge.wording.actions.member_of.format(member=label, action=content.label))


def service_request(draft: Draft, action: RecommendedAction, drafting: Drafting) -> dict[str, Any]:
    """A draft as an R4 ServiceRequest, with members that may be empty."""
    content, call = drafting.knowledge.actions.action(action.key), drafting.call
    return {
        "resourceType": "ServiceRequest",
        "instantiatesCanonical": [_canonical(action.key, drafting.knowledge)],
        "status": "draft",
        "intent": "proposal",
        "priority": _priority(content.urgent, drafting.indicator),
        "code": {"coding": [_coding(row) for row in draft.rows], "text": draft.text},
        "subject": {"reference": f"Patient/{call.patient_id}"},
        "encounter": {"reference": f"Encounter/{call.encounter_id}"} if _FHIR_ID.fullmatch(call.encounter_id) else None,
        "occurrenceDateTime": _day_after(drafting.as_of, content.occurs_after_days),
        "authoredOn": drafting.as_of.isoformat(),
        "reasonReference": [{"reference": reference} for reference in _references(drafting.reasons)],
        "note": [{"text": text} for text in _notes(action, drafting.knowledge)],
    }


def _canonical(key: str, knowledge: CardContent) -> str:
    base = knowledge.manifest.canonical_base.rstrip("/")
    return f"{base}/ActivityDefinition/{key}|{knowledge.manifest.version}"


def _priority(urgent: bool, indicator: Indicator) -> str:
    if indicator == "critical":
        return "stat"
    return "urgent" if urgent or indicator == "warning" else "routine"


def _coding(row: OrderRow) -> dict[str, str]:
    return {"system": row.system_uri, "code": row.code, "display": row.display}


def _day_after(as_of: date, days: int | None) -> str | None:
    return (as_of + timedelta(days=days)).isoformat() if days else None


def _references(reasons: Sequence[CodedEvidence]) -> list[str]:
    found = dict.fromkeys(reason.reference for reason in reasons if _REASON.fullmatch(reason.reference))
    return list(found)


def _notes(action: RecommendedAction, knowledge: CardContent) -> list[str]:
    """The clinical question, the sentences that go with the order, and what is particular to this patient."""
    question = knowledge.actions.action(action.key).question
    particular = [escaped(note) for note in action.notes]
    return [text for text in (question, *knowledge.actions.order_lines(action.key), *particular) if text]
