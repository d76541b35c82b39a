"""4.3: what orders, results and refusals on record make of an action (D1 to D5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from cds_service.knowledge.actions import ActionContent, RecentNormal
from cds_service.knowledge.done_when import DoneWhen
from cds_service.neuro.case import CodedEvidence, OrderOnRecord
from cds_service.neuro.outcome import ReadFinding
from cds_service.neuro.recommendations.asked import Asked
from cds_service.neuro.recommendations.outcome import ActionStatus, RecommendedAction

Counts = Callable[[OrderOnRecord], bool]

WHOLE = ""
"""``OrderOnRecord.member`` of an order that speaks of the action as a whole."""


@dataclass(frozen=True, slots=True)
class Record:
    """Everything on record that 4.3 looks at. ``shown`` are keys of the shown patterns (D5)."""

    content: ActionContent
    done_when: Mapping[str, DoneWhen]
    orders: tuple[OrderOnRecord, ...]
    findings: tuple[ReadFinding, ...]
    shown: frozenset[str]
    as_of: date

    def age(self, day: date) -> int:
        """Days from ``day`` to the day counted from, negative for a day ahead."""
        return (self.as_of - day).days


def judge(asked: Asked, record: Record) -> RecommendedAction:
    """``asked`` with its status: settled (D1, D3, D5), else declined (D4), else a normal study says may (D2)."""
    about = _orders_about(asked.key, record)
    counts = _counts_as_settled(asked, record)
    notes = asked.notes + _expedite_notes(asked.key, record)
    settled = _by_member(order for order in about if counts(order))
    settling = _settling(asked.key, settled, record)
    if settling:
        return _settled(asked, notes, settling)
    refused = _by_member(order for order in about if _is_declined(order, record))
    refusal = _settling(asked.key, {**settled, **refused} if refused else {}, record)
    if refusal and not asked.emergency:
        return _declined(asked, notes, newest(refused.values()))
    return _open(asked, notes, record, frozenset(settled), frozenset(refused) - frozenset(settled))


def _settling(key: str, by_member: Mapping[str, OrderOnRecord], record: Record) -> OrderOnRecord | None:
    """What settles the whole: an order of it, or the oldest of the members that together do (coverage.md)."""
    if WHOLE in by_member:
        return by_member[WHOLE]
    expression = record.done_when.get(key)
    if expression is None or not expression.holds(by_member.keys()):
        return None
    needed = [by_member[name] for name in expression.members if name in by_member]
    return min(needed, key=_by_age)


def _by_member(orders: Iterable[OrderOnRecord]) -> dict[str, OrderOnRecord]:
    """The newest order of each member, ``WHOLE`` for the action itself; ``a+b`` speaks of both."""
    by_member: dict[str, OrderOnRecord] = {}
    for order in sorted(orders, key=_by_age):
        by_member.update(dict.fromkeys(order.member.split("+"), order))
    return by_member


def newest(orders: Iterable[OrderOnRecord]) -> OrderOnRecord:
    """The newest of ``orders``, whatever the order they came in."""
    return max(orders, key=_by_age)


def _by_age(order: OrderOnRecord) -> tuple[date, str, str, tuple[CodedEvidence, ...]]:
    """Sorts oldest first; of one day by what does not depend on the order of resources."""
    return (order.day, order.status, order.action, order.evidence)


def _orders_about(key: str, record: Record) -> list[OrderOnRecord]:
    """Orders of the action itself with their members, and whole orders of actions that cover it (D3).

    A refusal of the covering action refuses nothing else.
    """
    covering = record.content.rules.covering(key)
    return [
        order
        for order in record.orders
        if order.action == key or (order.action in covering and not order.member and order.status != "declined")
    ]


def _counts_as_settled(asked: Asked, record: Record) -> Counts:
    """D1: the test whether one order or result settles this action."""
    rules, window = record.content.rules, record.content.action(asked.key).window
    result_limit = _reopened_after(asked.key, record)

    def counts(order: OrderOnRecord) -> bool:
        age = record.age(order.day)
        if order.status == "declined" or window == 0:
            return False
        if order.status == "resulted" and asked.despite_result:
            return False
        if order.status == "draft":
            return order.this_call or (age <= rules.draft_days and not asked.emergency)
        if asked.emergency:
            return order.status == "requested" and age <= rules.critical_order_days
        return age <= window and (order.status == "requested" or age < result_limit)

    return counts


def _reopened_after(key: str, record: Record) -> float:
    """D5: age in days from which a result no longer settles the action; infinite where nothing reopens it."""
    group = record.content.action(key).group
    limits = [
        float(row.result_days)
        for row in record.content.rules.reopen
        if record.shown.intersection(row.patterns) and (key in row.actions or (group and group in row.groups))
    ]
    return min(limits, default=float("inf"))


def _is_declined(order: OrderOnRecord, record: Record) -> bool:
    return order.status == "declined" and record.age(order.day) <= record.content.rules.declined_days


def _settled(asked: Asked, notes: tuple[str, ...], order: OrderOnRecord) -> RecommendedAction:
    status: ActionStatus = "resulted" if order.status == "resulted" else "requested"
    covered = f', by "{order.action}" (D3)' if order.action != asked.key else ""
    return RecommendedAction(
        key=asked.key, strength=asked.strength, status=status, asked_by=asked.asked_by, notes=notes, because=order,
        reason=f"{order.status} on {order.day} (D1){covered}",
    )  # fmt: skip


def _declined(asked: Asked, notes: tuple[str, ...], order: OrderOnRecord) -> RecommendedAction:
    return RecommendedAction(
        key=asked.key, strength="may", status="declined", asked_by=asked.asked_by, notes=notes, because=order,
        reason=f"declined on {order.day} (D4)",
    )  # fmt: skip


def _open(
    asked: Asked, notes: tuple[str, ...], record: Record, settled: frozenset[str], declined: frozenset[str]
) -> RecommendedAction:
    normal = _recent_normal(asked.key, record)
    stays_must = asked.emergency or normal is None
    return RecommendedAction(
        key=asked.key,
        strength=asked.strength if stays_must else "may",
        status="suggested",
        asked_by=asked.asked_by,
        notes=notes + ((normal.note,) if normal else ()),
        on_record=_printed(asked, record),
        settled=settled,
        declined=frozenset() if asked.emergency else declined,
        reason="" if stays_must or normal is None else f"{normal.note} (D2)",
    )


def _printed(asked: Asked, record: Record) -> tuple[OrderOnRecord, ...]:
    """What is on record inside the window and does not settle the action: printed, newest first (D1, D5)."""
    window = record.content.action(asked.key).window
    statuses = ("requested", "resulted", "declined") if asked.emergency else ("resulted",)
    about = [
        order
        for order in _orders_about(asked.key, record)
        if order.status in statuses and not order.member and record.age(order.day) <= window
    ]
    return tuple(sorted(about, key=_by_age, reverse=True))


def _expedite_notes(key: str, record: Record) -> tuple[str, ...]:
    """D3: an active order of the lesser action does not settle this one, and is to be hastened."""
    rules = record.content.rules
    return tuple(row.note for row in rules.expedite if row.action == key and _is_active(row.on_record, record))


def _is_active(key: str, record: Record) -> bool:
    window = record.content.action(key).window
    return any(
        order.action == key and order.status == "requested" and not order.member and record.age(order.day) <= window
        for order in record.orders
    )


def _recent_normal(key: str, record: Record) -> RecentNormal | None:
    """D2: the rule whose normal study is on record, recent, and not so old that D5 asks for it again."""
    for row in record.content.rules.recent_normal:
        limit = min(row.within_days + 1.0, _reopened_after(key, record))
        if row.action == key and any(_is_recent(finding, row.sign, limit, record) for finding in record.findings):
            return row
    return None


def _is_recent(finding: ReadFinding, sign: str, limit: float, record: Record) -> bool:
    return (
        finding.sign == sign and finding.present and not finding.replaced and finding.recorded is not None
        and record.age(finding.recorded) < limit
    )  # fmt: skip
