"""A vignette as a Case: the clinical core's own words, without FHIR."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from cds_service.neuro.case import (
    Case,
    CodedEvidence,
    ConditionOnRecord,
    Finding,
    Grade,
    MedicationOnRecord,
    OrderOnRecord,
    Patient,
    Result,
    Side,
)
from tests.vignettes.vignette import Vignette

_SIDE = {"midline": Side.UNKNOWN}
_SITE = {"systemic": "unspecified"}
"""Two words of the vignettes that the contract reads as another: no side, and no site."""
_REPORTS = ("emg", "mri")
"""Results that are a report's words: what they say is among the findings."""


def case_of(vignette: Vignette, as_of: date) -> Case:
    """What is on record about the vignette's patient on ``as_of``."""
    return Case(
        patient=Patient(int(vignette.age_years * 12), vignette.sex),
        findings=tuple(_finding(number, row, as_of) for number, row in enumerate(vignette.findings, start=1)),
        conditions=tuple(_condition(number, row, as_of) for number, row in enumerate(vignette.conditions, start=1)),
        medications=tuple(MedicationOnRecord(key) for key in vignette.medications),
        results=tuple(result for row in vignette.orders for result in _results(row, as_of)),
        orders=tuple(_order(row, as_of) for row in vignette.orders if row["status"] != "partial"),
    )


def side_of(laterality: str) -> Side:
    """The side that a vignette's laterality means."""
    return _SIDE.get(laterality) or Side(laterality)


def grade_of(text: str) -> Grade:
    """``NINDS:3`` has a scale; ``T10`` and ``severe`` have none."""
    scale, _, value = text.rpartition(":")
    return Grade(scale, value)


def _finding(number: int, row: Mapping[str, Any], as_of: date) -> Finding:
    grade = grade_of(row["grade"]) if "grade" in row else None
    return Finding(
        sign=row["sign"],
        present=row["present"],
        site=_SITE.get(row["site"], row["site"]),
        side=side_of(row["laterality"]),
        recorded=as_of - timedelta(days=row["days_ago"]),
        onset=_day(row, "onset_days_ago", as_of),
        grade=grade,
        source="problem" if row.get("problem") else "examined",
        statement=f"statement-{number}",
        evidence=(CodedEvidence(f"Observation/{number}"),),
    )


def _condition(number: int, row: Mapping[str, Any], as_of: date) -> ConditionOnRecord:
    return ConditionOnRecord(
        key=row["key"],
        verification=row["verification"],
        side=side_of(row.get("laterality", "unknown")),
        recorded=_day(row, "days_ago", as_of),
        onset=_day(row, "onset_days_ago", as_of),
        evidence=(CodedEvidence(f"Condition/{number}"),),
    )


def _order(row: Mapping[str, Any], as_of: date) -> OrderOnRecord:
    day = as_of - timedelta(days=row["days_ago"])
    return OrderOnRecord(row["key"], "requested" if row["status"] == "ordered" else row["status"], day)


def _results(row: Mapping[str, Any], as_of: date) -> Iterator[Result]:
    for field, value in row.get("result", {}).items():
        if field not in _REPORTS:
            compared = Decimal(str(value)) if isinstance(value, int | float) else value
            yield Result(field, compared, as_of - timedelta(days=row["days_ago"]))


def _day(row: Mapping[str, Any], member: str, as_of: date) -> date | None:
    return as_of - timedelta(days=row[member]) if member in row else None
