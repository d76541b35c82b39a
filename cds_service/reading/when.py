"""Dates as a record writes them: whole, partial or a period, without converting time zones (contract, Findings 9)."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

_YEAR_OR_MONTH: Final = re.compile(r"(\d{4})(?:-(\d{2}))?", re.ASCII)
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a date can mean. ``last`` is None where a period is not over."""

    first: date
    last: date | None

    def begun(self, as_of: date) -> bool:
        """Whether it has begun; a record dated one day ahead has (another time zone), a later one has not."""
        return self.first <= as_of + _ONE_DAY

    def last_day(self, as_of: date) -> date:
        """The day that its age counts from: its last one, never later than ``as_of``."""
        return min(self.last or as_of, as_of)

    def first_day(self, as_of: date) -> date:
        """The day that a duration counts from."""
        return min(self.first, as_of)


def span_of_text(text: str) -> Span | None:
    """The days of a FHIR date, dateTime or instant; None for what is none."""
    if text[10:11] in ("", "T") and text[4:5] == text[7:8] == "-":
        day = _whole_day(text[:10])
        return Span(day, day) if day else None
    match = _YEAR_OR_MONTH.fullmatch(text)
    if not match:
        return None
    year, month = (int(part) if part else 0 for part in match.groups())
    try:
        return Span(date(year, month or 1, 1), date(year, month or 12, monthrange(year, month or 12)[1]))
    except ValueError:
        return None


def _whole_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def span_of_period(period: Mapping[str, Any]) -> Span | None:
    """The days from the first of ``start`` to the last of ``end``; without an end it is not over."""
    start = span_of_text(period.get("start", ""))
    end = span_of_text(period.get("end", ""))
    if start is None:
        return Span(end.first, end.last) if end else None
    if end is None:
        return Span(start.first, None)
    last = end.last or end.first
    return Span(min(start.first, last), last)


def span_of(resource: Mapping[str, Any], *names: str) -> Span | None:
    """The span of the first of these members that is a date or period. Raw resources are read too."""
    for name in names:
        value = resource.get(name)
        span = None
        if isinstance(value, str):
            span = span_of_text(value)
        elif isinstance(value, Mapping):
            span = span_of_period({part: text for part, text in value.items() if isinstance(text, str)})
        if span is not None:
            return span
    return None


OBSERVED: Final = ("effectiveDateTime", "effectivePeriod", "effectiveInstant", "issued")
PERFORMED: Final = ("performedDateTime", "performedPeriod")
OCCURRED: Final = ("occurrenceDateTime", "occurrencePeriod")


_MONTHS: Final = {"a": 12, "mo": 1}
_DAYS: Final = {"wk": 7, "d": 1}
_OLDEST: Final = 150 * 366


def aged(born: date, value: int | float | None, unit: str) -> Span | None:
    """The day on which somebody had this age (UCUM years, months, weeks or days); None for what is no age."""
    if value is None or not 0 <= value <= _OLDEST:
        return None
    try:
        if unit in _DAYS:
            day = born + timedelta(days=int(value * _DAYS[unit]))
        elif unit in _MONTHS:
            day = _months_after(born, int(value * _MONTHS[unit]))
        else:
            return None
    except (OverflowError, ValueError):
        return None
    return Span(day, day)


def _months_after(born: date, months: int) -> date:
    years, month = divmod(born.month - 1 + months, 12)
    year = born.year + years
    return date(year, month + 1, min(born.day, monthrange(year, month + 1)[1]))
