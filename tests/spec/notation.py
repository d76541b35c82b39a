"""Records in words, for tables: a finding a line (or between semicolons); other lines begin by saying what they are.

==========================================================  ===============================================
line                                                        meaning
==========================================================  ===============================================
``weakness left hand``                                      present, examined today, onset not stated
``no weakness left hand``                                   looked for and not there
``weakness both leg recorded=3 onset=10 grade=MRC:3``       days ago; the grade with its scale
``atrophy left hand problem flag=disuse``                   an entry of the problem list, with a flag of its code
``fatigue``                                                 no side and no place stated
``weakness left hand recorded=never``                       undated
``weakness; fatigue statement=a`` (twice the same letter)   two signs that one statement gave
``on record als recorded=400 provisional``                  a diagnosis: side, ``limb=``, ``history`` too
``age 60``, ``age 20 months``, ``age unknown``              55 years where nothing is said
``sex male``                                                not stated where nothing is said
``medication lithium ended=10``                             still taken without ``ended``
``result k_mmol 2.4 day=1``                                 a value of a day
``order ck requested day=3``                                an order or a result on record
==========================================================  ===============================================
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import TypeVar, get_args

from cds_service.neuro.case import (
    Case,
    CodedEvidence,
    ConditionOnRecord,
    Finding,
    Grade,
    MedicationOnRecord,
    OrderOnRecord,
    OrderStatus,
    Patient,
    Result,
    Side,
)

Entry = TypeVar("Entry")
SIDES = {"left": Side.LEFT, "right": Side.RIGHT, "both": Side.BILATERAL}
NO_PLACE = "unspecified"
NOT_FINDINGS = ("on", "age", "sex", "medication", "result", "order", "fires")
"""First words of lines that are no findings. ``fires`` is read by ``tiny`` (patterns decided before)."""


def lines_of(record: str) -> list[list[str]]:
    """The words of every line that says something."""
    return [words for line in re.split(r"[;\n]", record) if (words := line.split())]


def case_of(record: str, as_of: date) -> Case:
    """The record as the clinical core takes it. The first coded evidence of a finding names its line."""
    lines = lines_of(record)
    findings = [line for line in lines if line[0] not in NOT_FINDINGS]
    return Case(
        patient=_patient(lines),
        findings=tuple(_finding(number, line, as_of) for number, line in enumerate(findings, start=1)),
        conditions=tuple(_each(lines, "on", lambda words: _condition(words, as_of))),
        medications=tuple(_each(lines, "medication", lambda words: _medication(words, as_of))),
        results=tuple(_each(lines, "result", lambda words: _result(words, as_of))),
        orders=tuple(_each(lines, "order", lambda words: _order(words, as_of))),
    )


def _each(lines: list[list[str]], first: str, read: Callable[[list[str]], Entry]) -> Iterator[Entry]:
    return (read(line[1:]) for line in lines if line[0] == first)


def options(words: list[str]) -> tuple[list[str], dict[str, str]]:
    """Plain words, and those with an equals sign as a mapping."""
    plain = [word for word in words if "=" not in word]
    named = dict(word.split("=", 1) for word in words if "=" in word)
    return plain, named


def _ago(days: str | None, as_of: date) -> date | None:
    return None if days in (None, "never") else as_of - timedelta(days=int(days or 0))


def _patient(lines: list[list[str]]) -> Patient:
    months: int | None = 55 * 12
    sex = ""
    for line in lines:
        if line[0] == "age":
            months = None if line[1] == "unknown" else int(line[1]) * (1 if "months" in line else 12)
        if line[0] == "sex":
            sex = line[1]
    return Patient(months, sex)


def _finding(number: int, line: list[str], as_of: date) -> Finding:
    plain, named = options(line)
    present = plain[0] != "no"
    sign, *rest = plain if present else plain[1:]
    side = next((SIDES[word] for word in rest if word in SIDES), Side.UNKNOWN)
    site = next((word for word in rest if word not in SIDES and word != "problem"), NO_PLACE)
    unknown = set(named) - {"recorded", "onset", "grade", "flag", "statement"}
    assert not unknown, f"a finding has no {', '.join(unknown)}"
    scale, _, value = named.get("grade", "").rpartition(":")
    return Finding(
        sign=sign,
        present=present,
        site=site,
        side=side,
        recorded=_ago(named.get("recorded", "0"), as_of),
        onset=_ago(named.get("onset"), as_of),
        grade=Grade(scale, value) if "grade" in named else None,
        source="problem" if "problem" in rest else "examined",
        statement=named.get("statement", f"statement {number}"),
        flags=frozenset({named["flag"]} if "flag" in named else ()),
        evidence=(CodedEvidence(f"{number}"),),
    )


def _condition(words: list[str], as_of: date) -> ConditionOnRecord:
    plain, named = options(words)
    record, key, *rest = plain
    assert record == "record", "a diagnosis is written: on record KEY"
    return ConditionOnRecord(
        key=key,
        verification="provisional" if "provisional" in rest else "refuted" if "refuted" in rest else "confirmed",
        side=next((SIDES[word] for word in rest if word in SIDES), Side.UNKNOWN),
        limb=named.get("limb", ""),
        recorded=_ago(named.get("recorded"), as_of),
        onset=_ago(named.get("onset"), as_of),
        history="history" in rest,
    )


def _medication(words: list[str], as_of: date) -> MedicationOnRecord:
    (key,), named = options(words)
    return MedicationOnRecord(key, ended=_ago(named.get("ended"), as_of))


def _result(words: list[str], as_of: date) -> Result:
    (field, value), named = options(words)
    day = _ago(named.get("day", "0"), as_of)
    assert day is not None
    try:
        return Result(field, Decimal(value), day)
    except InvalidOperation:
        return Result(field, value, day)


def _order(words: list[str], as_of: date) -> OrderOnRecord:
    (action, word), named = options(words)
    day = _ago(named.get("day", "0"), as_of)
    assert day is not None
    return OrderOnRecord(action, next(status for status in get_args(OrderStatus) if status == word), day)
