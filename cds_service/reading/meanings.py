"""What a CodeableConcept means: its codings are one statement (contract, Findings 10)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cds_service.knowledge.terminology import Terminology
from cds_service.knowledge.terminology_rows import FindingRow
from cds_service.reading.codings import Coded, coded


@dataclass(frozen=True, slots=True)
class Meaning:
    """The rows of findings.csv that a concept stands for, and the codings that were read.

    No rows and a ``reason``: the concept speaks of a finding and cannot be read. Neither: it speaks of none.
    """

    rows: tuple[FindingRow, ...] = ()
    codings: tuple[Coded, ...] = ()
    reason: str = ""


def meaning_of(concept: Any, terminology: Terminology, counted: frozenset[str] | None = None) -> Meaning:
    """The meaning of a concept. Codes that are known and no finding (a laboratory value, a site) mean nothing here.

    ``counted``: the code systems in which an unknown code is a finding that was not understood (without it, those that
    hold nothing but findings).
    """
    codings = tuple(coded(concept))
    speaking = tuple(coding for coding in codings if coding[0] in terminology.findings)
    if speaking:
        return _united(speaking, terminology)
    silent = tuple(coding for coding in codings if coding[0] in terminology.silent)
    if silent:
        return Meaning((), silent, terminology.silent[silent[0][0]])
    systems = terminology.counted.always if counted is None else counted
    unknown = tuple(coding for coding in codings if coding[0][0] in systems)
    known = any(code in terminology.observed for code, _ in codings)
    return Meaning((), unknown, "the code is not in the tables") if unknown and not known else Meaning()


def _united(codings: tuple[Coded, ...], terminology: Terminology) -> Meaning:
    rows_of = [terminology.findings[code] for code, _ in codings]
    common = set.intersection(*({row.sign for row in rows} for rows in rows_of))
    if not common:
        return Meaning((), codings, "its codings mean different signs")
    rows = [row for rows in rows_of for row in rows]
    if len({row.polarity == "absent" for row in rows}) > 1:
        return Meaning((), codings, "its codings say present and absent")
    narrow = [row for row in rows if not _has_narrower(row, rows, terminology)]
    return Meaning(tuple(_once(narrow)), codings)


def _has_narrower(row: FindingRow, rows: list[FindingRow], terminology: Terminology) -> bool:
    """Whether another row gives the same sign at a narrower site, or the same site with its side."""
    for other in rows:
        if other.sign != row.sign or other is row:
            continue
        if other.site and (not row.site or terminology.places.lies_in(other.site, row.site)):
            return True
        if other.site == row.site and other.laterality and not row.laterality:
            return True
    return False


def _once(rows: list[FindingRow]) -> list[FindingRow]:
    """One row for each sign, site and side. A row that asserts the sign stands before one that asks for it."""
    unique: Mapping[tuple[str, str, str], FindingRow] = {
        (row.sign, row.site, row.laterality): row
        for row in sorted(rows, key=lambda row: (row.role != "question", row.code))
    }
    asserted = {**unique, **{(row.sign, row.site, row.laterality): row for row in rows if row.role == "finding"}}
    return sorted(asserted.values(), key=lambda row: (row.sign, row.site, row.laterality))
