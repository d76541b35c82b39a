"""From order events to what is on record for each action: composites are settled by their members (orders.csv)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from cds_service.knowledge.done_when import DoneWhen
from cds_service.knowledge.terminology import Terminology
from cds_service.neuro.case import OrderOnRecord, OrderStatus
from cds_service.reading.orders import OrderEvent

_TOGETHER: tuple[tuple[OrderStatus, tuple[OrderStatus, ...]], ...] = (
    ("resulted", ("resulted",)),
    ("requested", ("resulted", "requested")),
    ("draft", ("resulted", "requested", "draft")),
    ("declined", ("declined",)),
)
"""A composite is requested where what is not resulted is requested, drafted where what is neither is drafted."""


def on_record(events: Iterable[OrderEvent], terminology: Terminology) -> list[OrderOnRecord]:
    """The newest event of each action, member and status, and composites that their members settle."""
    newest: dict[OrderOnRecord, OrderOnRecord] = {}
    for event in events:
        for member in event.members or ("",):
            order = OrderOnRecord(
                event.action, event.status, event.day, member, event.urgent, event.this_call, event.evidence
            )
            kind = replace(order, day=order.day.min, evidence=())
            newest[kind] = max(newest.get(kind, order), order, key=lambda one: (one.day, one.evidence))
    orders = list(newest.values())
    return orders + list(_settled(orders, terminology))


def _settled(orders: list[OrderOnRecord], terminology: Terminology) -> Iterator[OrderOnRecord]:
    for action in sorted({order.action for order in orders if order.member}):
        members = [order for order in orders if order.action == action and order.member]
        for status, statuses in _TOGETHER:
            counting = [order for order in members if order.status in statuses]
            settled = _settled_by(action, status, counting, terminology)
            if settled is not None:
                yield settled


def _settled_by(
    action: str, status: OrderStatus, members: list[OrderOnRecord], terminology: Terminology
) -> OrderOnRecord | None:
    """The composite as its members settle it; None where they do not, or would without any of this status."""
    done_when = terminology.done_when.get(action)
    if done_when is None:
        return None
    used = [order for order in members if order.member in done_when.members]
    day = settled_day(done_when, _days(used))
    without = settled_day(done_when, _days([order for order in used if order.status != status]))
    if day is None or without is not None:
        return None
    return OrderOnRecord(
        action,
        status,
        day,
        urgent=any(order.urgent for order in used),
        this_call=any(order.this_call for order in used if order.status == status),
        evidence=tuple(sorted({evidence for order in used for evidence in order.evidence})),
    )


def settled_day(done_when: DoneWhen, days: Mapping[str, date]) -> date | None:
    """The day on which members settle a composite, None while they do not.

    Members of several days settle on the oldest of them; of alternatives the one that settled last counts.
    """
    if done_when.name:
        return days.get(done_when.name)
    parts = [settled_day(part, days) for part in done_when.parts]
    known = [day for day in parts if day is not None]
    if done_when.joined_by == "all":
        return min(known) if known and len(known) == len(parts) else None
    return max(known, default=None)


def _days(orders: list[OrderOnRecord]) -> dict[str, date]:
    return {order.member: order.day for order in sorted(orders, key=lambda order: order.day)}
