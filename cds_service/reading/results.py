"""Results: values that rules compare, and values that are a sign by themselves (clinical text 2.5 to 2.8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from cds_service.knowledge.reading_rules import ResultRule, ValueSign
from cds_service.neuro.case import CodedEvidence, ConditionOnRecord, Finding, Result
from cds_service.reading.classes import class_of, converted, upper_limit, value_of
from cds_service.reading.ledger import Reading, evidence_of
from cds_service.reading.measurements import Measurement, Opened
from cds_service.reading.places import RecordedSite, place_of

UNCLASSIFIED = "unknown"
"""A value without limits or flag: said, never guessed."""

ByDay = Mapping[date, list[Measurement]]


def read_results(measurements: list[Measurement], opened: Opened, reading: Reading) -> None:
    """Add the results of these measurements, at most one a field and day, and the signs that values are."""
    groups = _by_result_and_day(measurements, reading)
    results: list[Result] = []
    for key, rule in sorted(reading.terminology.rules.results.items()):
        days = groups.get(key, {})
        if rule.reads == "sign":
            _read_value_signs(key, rule, days, opened, reading)
        elif rule.reads != "denominator":
            others = groups.get(rule.other, {})
            results += _results_of(_Series(rule, days, others, opened, reading))
    reading.ledger.results.extend(_one_a_day(results, reading))


def _by_result_and_day(measurements: list[Measurement], reading: Reading) -> dict[str, dict[date, list[Measurement]]]:
    """Measurements that are not too old, by result key and day, the latest of each day first."""
    rules = reading.terminology.rules
    groups: dict[str, dict[date, list[Measurement]]] = {}
    for measurement in measurements:
        rule = rules.results.get(measurement.lab.result) if measurement.lab else None
        if rule is None or measurement.lab is None:
            continue
        if reading.as_of - measurement.day <= timedelta(days=rule.kept_days or rules.results_kept_days):
            days = groups.setdefault(measurement.lab.result, {})
            days.setdefault(measurement.day, []).append(measurement)
    for key, days in groups.items():
        for found in days.values():
            found.sort(key=lambda one: one.latest, reverse=True)
            found.sort(key=lambda one: _rank(one, rules.results[key]))
    return groups


def _rank(measurement: Measurement, rule: ResultRule) -> int:
    """The place of a measurement among those of its day: a preferred quantity first."""
    quantity = measurement.lab.quantity.split() if measurement.lab else []
    quantity = [word.strip(",") for word in quantity]
    return next((place for place, word in enumerate(rule.preferred) if word in quantity), len(rule.preferred))


@dataclass(frozen=True, slots=True)
class _Series:
    """The measurements of one result with what they are read by."""

    rule: ResultRule
    days: ByDay
    others: ByDay
    opened: Opened
    reading: Reading


def _results_of(series: _Series) -> Iterator[Result]:
    """The results of every day, or of the newest day that can be classified."""
    for day in sorted(series.days, reverse=True):
        found = list(_results_of_day(series, day))
        yield from found
        if found and series.rule.every_day == "no":
            return


def _results_of_day(series: _Series, day: date) -> Iterator[Result]:
    for measurement in series.days[day]:
        found = list(_results_of_one(series, measurement))
        yield from found
        if found and series.rule.of_a_day == "latest":
            return


def _results_of_one(series: _Series, measurement: Measurement) -> Iterator[Result]:
    rule, holder = series.rule, series.opened.holder(measurement)
    value = value_of(holder, measurement.lab, rule) if holder and measurement.lab else None
    if holder is None or value is None:
        return
    evidence = evidence_of(measurement.record.reference, measurement.codings[:1])
    told = class_of(holder, value, rule, series.reading.terminology)
    if rule.reads == "flag":
        if told:
            yield Result(rule.field, told, measurement.day, evidence)
        return
    number = _number_of(series, measurement, evidence)
    if number is not None:
        yield number
    if rule.flag_field and (told or rule.say_unclassified == "yes"):
        yield Result(rule.flag_field, told or UNCLASSIFIED, measurement.day, evidence)


def _number_of(series: _Series, measurement: Measurement, evidence: tuple[CodedEvidence, ...]) -> Result | None:
    rule, holder = series.rule, series.opened.holder(measurement)
    value = value_of(holder, measurement.lab, rule) if holder and measurement.lab else None
    if holder is None or value is None:
        return None
    divisor: Decimal | None = Decimal(1)
    number: Decimal | None = value.number
    if rule.reads == "times_upper_limit":
        divisor = upper_limit(holder, value)
    elif rule.reads in ("percent_of", "per_weight"):
        number, divisor = converted(value, rule), _other(series, measurement.day)
    else:
        number = converted(value, rule)
    if number is None or divisor is None or divisor <= 0:
        return None
    scale = 100 if rule.reads == "percent_of" else 1
    return Result(rule.field, number * scale / divisor, measurement.day, evidence)


def _other(series: _Series, day: date) -> Decimal | None:
    """The measurement to divide by: of the same day, or for a weight the newest up to that day."""
    rule = series.reading.terminology.rules.results[series.rule.other]
    days = [day] if series.rule.reads == "percent_of" else sorted((d for d in series.others if d <= day), reverse=True)
    for other_day in days:
        for measurement in series.others.get(other_day, ()):
            holder = series.opened.holder(measurement)
            value = value_of(holder, measurement.lab, rule) if holder and measurement.lab else None
            number = converted(value, rule) if value else None
            if number is not None:
                return number
    return None


def _one_a_day(results: list[Result], reading: Reading) -> list[Result]:
    """One result for each field and day: where several are left (measured and derived), the highest number."""
    by_day: dict[tuple[str, date], list[Result]] = defaultdict(list)
    for result in results:
        by_day[result.field, result.day].append(result)
    return [max(found, key=_highest) for found in by_day.values()]


def _highest(result: Result) -> tuple[Decimal, str, tuple[CodedEvidence, ...]]:
    number = result.value if isinstance(result.value, Decimal) else Decimal(0)
    return number, str(result.value), result.evidence


def _read_value_signs(key: str, rule: ResultRule, days: ByDay, opened: Opened, reading: Reading) -> None:
    limit = reading.terminology.rules.value_signs[key]
    for day in sorted(days, reverse=True):
        finding = next((found for one in days[day] if (found := _value_sign(one, rule, limit, opened, reading))), None)
        if finding is not None:
            reading.ledger.findings.append(finding)


def _value_sign(
    measurement: Measurement, rule: ResultRule, limit: ValueSign, opened: Opened, reading: Reading
) -> Finding | None:
    holder, lab = opened.holder(measurement), measurement.lab
    value = value_of(holder, lab, rule) if holder and lab else None
    number = converted(value, rule) if value else None
    if number is None or lab is None:
        return None
    place = place_of("", "", RecordedSite(), (), reading.terminology)
    return Finding(
        sign=lab.sign,
        present=_is_beyond(number, limit, reading.ledger.conditions),
        site=place.site,
        side=place.side,
        recorded=measurement.day,
        statement=f"{measurement.record.reference}#value",
        evidence=evidence_of(measurement.record.reference, measurement.codings[:1]),
    )


def _is_beyond(number: Decimal, limit: ValueSign, conditions: list[ConditionOnRecord]) -> bool:
    if limit.over is not None and number > limit.over:
        return True
    at_most = limit.at_most
    moved = limit.with_condition
    if moved is not None and any(_is_current(condition, moved.condition) for condition in conditions):
        at_most = moved.at_most
    return at_most is not None and number <= at_most


def _is_current(condition: ConditionOnRecord, key: str) -> bool:
    return condition.key == key and condition.verification == "confirmed" and not condition.history
