"""Examples of patterns in words, one line each."""

from __future__ import annotations

from collections.abc import Iterator

from cds_service.catalogue.entry import Line, listed
from cds_service.knowledge.examples import (
    Example,
    ExampleCondition,
    ExampleFinding,
    ExampleResult,
    Given,
    ResultWord,
    SideWord,
)
from cds_service.knowledge.in_words import Names

_LABELS: dict[ResultWord, str] = {"yes": "Fires for", "no": "Does not fire for", "unknown": "Cannot be told for"}
_SIDES: dict[SideWord, str] = {"left": "left", "right": "right", "both": "both sides", "unknown": ""}


def examples_in_words(examples: tuple[Example, ...], names: Names) -> Iterator[Line]:
    """The records for which the pattern fires, does not fire, and cannot be told."""
    for result, label in _LABELS.items():
        yield from listed(label, [_record(one.given, names) for one in examples if one.result == result])


def _record(given: Given, names: Names) -> str:
    said = [
        _patient(given),
        *(_finding(one, names) for one in given.findings),
        *(_condition(one, names) for one in given.conditions),
        *(f"takes {names.medication(key)}" for key in given.medications),
        *(_result(one, names) for one in given.results),
    ]
    return "; ".join(part for part in said if part)


def _patient(given: Given) -> str:
    age = f"{given.age_months} months" if given.age_months is not None else ""
    age = f"{given.age} years" if given.age is not None else age
    return _joined(age or "age not known", given.sex)


def _finding(one: ExampleFinding, names: Names) -> str:
    return _joined(
        names.clinical.sign_label(one.sign),
        names.site(one.site) if one.site else "",
        _SIDES[one.side],
        f"{one.grade.scale} {one.grade.value}".strip() if one.grade else "",
        "" if one.present else "absent",
        "from the problem list" if one.problem else "",
        _days("began", one.onset),
        _days("recorded", one.recorded or None),
    )


def _condition(one: ExampleCondition, names: Names) -> str:
    return _joined(
        f"on record: {names.clinical.conditions[one.key].label}",
        _SIDES[one.side],
        "only as history" if one.history else "",
        _days("began", one.onset),
        _days("recorded", one.recorded),
    )


def _result(one: ExampleResult, names: Names) -> str:
    return _joined(f"{names.result(one.field)} {one.value}{names.unit(one.field)}", _days("of", one.recorded or None))


def _days(what: str, days: int | None) -> str:
    if days is None:
        return ""
    return f"{what} today" if days == 0 else f"{what} {days} {'day' if days == 1 else 'days'} ago"


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
