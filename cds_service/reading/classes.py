"""A measured value by its own limits: low, normal or high; and its number in the unit that rules compare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from cds_service.knowledge.reading_rules import ResultRule
from cds_service.knowledge.terminology import Terminology
from cds_service.knowledge.terminology_rows import LabRow
from cds_service.reading.codings import coded

UCUM = "http://unitsofmeasure.org"
_NORMAL_RANGE = "normal"


@dataclass(frozen=True, slots=True)
class Value:
    """A number with its unit, as recorded. A limit (``<0.01``) is compared as the number that it names.

    ``unit`` is what the tables know it by, ``printed`` the words beside it: a range often repeats only those.
    """

    number: Decimal
    unit: str
    printed: str = ""


def value_of(holder: Mapping[str, Any], lab: LabRow, rule: ResultRule) -> Value | None:
    """The value of a validated measurement, None without one or in a unit that is not accepted."""
    quantity = holder.get("valueQuantity", {})
    number, unit = _number(quantity), _unit(quantity)
    accepted = unit in lab.units or (unit == "1" and unit in rule.units)
    return Value(number, unit, quantity.get("unit", "")) if number is not None and accepted else None


def _number(quantity: Mapping[str, Any]) -> Decimal | None:
    value = quantity.get("value")
    if value is None:
        return None
    try:
        number = Decimal(value) if isinstance(value, int) else Decimal(repr(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _unit(quantity: Mapping[str, Any]) -> str:
    """The UCUM code, or without one the printed unit."""
    code, system = quantity.get("code", ""), quantity.get("system", "")
    unit: str = code if code and system in ("", UCUM) else quantity.get("unit", "")
    return unit


def converted(value: Value, rule: ResultRule) -> Decimal | None:
    """The number in the unit of the rule's field, None where the rule has no factor for the unit."""
    factor = rule.units.get(value.unit)
    if factor is None:
        return None
    number = value.number * factor
    return abs(number) if rule.unsigned == "yes" else number


def upper_limit(holder: Mapping[str, Any], value: Value) -> Decimal | None:
    """The upper reference limit printed with the value."""
    limits = _limits(holder, value)
    return limits[1] if limits else None


def class_of(holder: Mapping[str, Any], value: Value, rule: ResultRule, terminology: Terminology) -> str:
    """``low``, ``normal`` or ``high`` by the limits or the flag of the same result, ``""`` where neither tells.

    The flag decides before the limits, unless the rule says ``limits_first``; the rule's own limits come last.
    """
    flagged, limited = _flag(holder, terminology), _by_limits(value.number, _limits(holder, value))
    first, second = (limited, flagged) if rule.limits_first == "yes" else (flagged, limited)
    if first or second or rule.low is None or rule.high is None:
        return first or second
    number = converted(value, rule)
    return _by_limits(number, (rule.low, rule.high)) if number is not None else ""


def _flag(holder: Mapping[str, Any], terminology: Terminology) -> str:
    """The direction that the interpretation gives. Flags that differ, or only say abnormal, give none."""
    flags = [code for concept in holder.get("interpretation", []) for code, _ in coded(concept)]
    rules = terminology.rules
    told = {terminology.qualifier(code, "interpretation") for code in flags}
    told |= {
        rules.interpretation_codes.get(code, "") for system, code in flags if system == rules.interpretation_system
    }
    told &= {"low", "normal", "high"}
    return told.pop() if len(told) == 1 else ""


Limits = tuple[Decimal | None, Decimal | None]


def _limits(holder: Mapping[str, Any], value: Value) -> Limits | None:
    """The reference limits of the same result in its own unit; None where there are none, or several that differ."""
    ranges = [entry for entry in holder.get("referenceRange", []) if "low" in entry or "high" in entry]
    plain = [entry for entry in ranges if _is_normal_range(entry)]
    found = set(_read_limits(plain, value))
    return found.pop() if len(found) == 1 else None


def _is_normal_range(entry: Mapping[str, Any]) -> bool:
    kinds = [code for (_, code), _ in coded(entry.get("type"))]
    return not kinds or _NORMAL_RANGE in kinds


def _read_limits(ranges: list[Mapping[str, Any]], value: Value) -> Iterator[Limits]:
    for entry in ranges:
        quantities = [entry[end] for end in ("low", "high") if end in entry]
        same = {"", value.unit, value.printed}
        if all(_unit(quantity) in same or quantity.get("unit") == value.unit for quantity in quantities):
            yield _number(entry.get("low", {})), _number(entry.get("high", {}))


def _by_limits(number: Decimal, limits: Limits | None) -> str:
    if limits is None or limits == (None, None):
        return ""
    low, high = limits
    if low is not None and number < low:
        return "low"
    return "high" if high is not None and number > high else "normal"
