"""Short words for patterns, orders and what became of actions, on a fixed day."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from cds_service.knowledge.actions import ActionContent
from cds_service.knowledge.done_when import DoneWhen, parse_done_when
from cds_service.knowledge.load_actions import load_actions
from cds_service.knowledge.terminology_rows import OrderRow
from cds_service.neuro.case import Case, CodedEvidence, OrderOnRecord, OrderStatus, Patient, Side
from cds_service.neuro.outcome import AskedAction, FiredPattern, Indicator, ReadFinding, Reasoning
from cds_service.neuro.recommendations import Recommendations, recommend

CONTENT = Path(__file__).parents[2] / "fhir_mappings"
TODAY = date(2026, 11, 20)


@dataclass(frozen=True, slots=True)
class OrderCodes:
    """The shipped orders.csv as the terminology gives it: its rows, and what settles a composite."""

    orders: tuple[OrderRow, ...]
    done_when: Mapping[str, DoneWhen]

    @property
    def tables(self) -> OrderCodes:
        """The rows stand one step deeper in the terminology."""
        return self


@dataclass(frozen=True, slots=True)
class ActionsAndCodes:
    """The part of the content that recommendations read."""

    actions: ActionContent
    terminology: OrderCodes


@cache
def shipped_actions() -> ActionContent:
    """The actions and order rules of the project itself."""
    return load_actions(CONTENT)


@cache
def shipped_order_codes() -> OrderCodes:
    """The order codes of the project itself."""
    names = {column.name for column in fields(OrderRow)}
    with (CONTENT / "terminology" / "orders.csv").open(encoding="utf-8", newline="") as lines:
        rows: list[dict[str, Any]] = [row for row in csv.DictReader(lines) if row["code"]]
    orders = tuple(OrderRow(**{name: row[name] for name in names}) for row in rows)
    return OrderCodes(orders, {row.action: parse_done_when(row.done_when) for row in orders if row.done_when})


def days_ago(days: int) -> date:
    """The day that many days before the day of the tests."""
    return TODAY - timedelta(days=days)


def pattern(
    key: str = "mixed_multi_region",
    indicator: Indicator = "warning",
    *,
    must: str = "",
    may: str = "",
    tier: int = 2,
    order: int = 1,
    **more: Any,
) -> FiredPattern:
    """A shown pattern that asks for the named actions."""
    asked = [AskedAction(action, "must") for action in must.split()]
    asked += [AskedAction(action, "may") for action in may.split()]
    defaults: dict[str, Any] = {"used": (), "localization": (), "asked": tuple(asked)}
    return FiredPattern(
        key=key, title=f"Title of {key}", tier=tier, order=order, indicator=indicator, summary=f"Summary of {key}",
        **(defaults | more),
    )  # fmt: skip


def on_record(action: str, status: OrderStatus, days: int, **more: Any) -> OrderOnRecord:
    """An order, draft, result or refusal of that many days ago."""
    reference = f"ServiceRequest/{action}-{days}".replace("_", "-")
    return OrderOnRecord(action, status, days_ago(days), evidence=(CodedEvidence(reference),), **more)


def finding(sign: str, days: int, *, present: bool = True, key: str = "f1", **more: Any) -> ReadFinding:
    """A finding of that many days ago, with no more than the rules of this stage look at."""
    defaults: dict[str, Any] = {
        "sign_class": "emg", "site": "unspecified", "side": Side.UNKNOWN, "region": "", "onset": None, "grade": None,
        "source": "examined", "active": True,
    }  # fmt: skip
    return ReadFinding(id=key, sign=sign, present=present, recorded=days_ago(days), **(defaults | more))


def recommended(
    *patterns: FiredPattern,
    orders: tuple[OrderOnRecord, ...] = (),
    findings: tuple[ReadFinding, ...] = (),
    age_years: int | None = 60,
    if_nothing_remains: FiredPattern | None = None,
) -> Recommendations:
    """What the shipped content recommends for these patterns."""
    case = Case(patient=Patient(None if age_years is None else age_years * 12), orders=orders)
    reasoning = Reasoning(findings=findings, shown=patterns, if_nothing_remains=if_nothing_remains)
    return recommend(reasoning, case, ActionsAndCodes(shipped_actions(), shipped_order_codes()), TODAY)


def became(recommendations: Recommendations) -> dict[str, str]:
    """What became of each action that was asked for: ``must suggested``, ``may declined`` …"""
    return {action.key: f"{action.strength} {action.status}" for action in recommendations.actions}
