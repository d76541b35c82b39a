"""From recorded findings to signs: names by site, scales, and one fact a side (knowledge.md 1.1, 1.3, 2.1 to 2.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from cds_service.knowledge.clinical import ScaleRow
from cds_service.knowledge.model import Clinical
from cds_service.neuro.case import Finding, Grade, Side
from cds_service.neuro.facts import Fact, FactSide


@dataclass(frozen=True, slots=True)
class Converted:
    """A finding under the sign that it means; ``raw`` is the graded input it came from (empty where none)."""

    finding: Finding
    sign: str
    present: bool
    raw: str = ""
    id: str = ""
    notes: tuple[str, ...] = ()


def convert(findings: Iterable[Finding], clinical: Clinical) -> list[Converted]:
    """Every finding as the signs it means, in an order that does not depend on the order of the record, with ids."""
    converted = [sign for finding in set(findings) for sign in _signs_of(finding, clinical)]
    converted.sort(key=_place_in_order)
    return [replace(sign, id=f"f{number}") for number, sign in enumerate(converted, start=1)]


def _place_in_order(converted: Converted) -> tuple[object, ...]:
    finding = converted.finding
    return (
        -(finding.recorded or date.min).toordinal(),
        converted.sign,
        finding.site,
        finding.side.value,
        not converted.present,
        str(finding.grade or ""),
        str(finding.onset or ""),
        finding.source,
        finding.statement,
        finding.evidence,
        finding.notes,
        sorted(finding.flags),
    )


def _signs_of(finding: Finding, clinical: Clinical) -> Iterator[Converted]:
    scales = clinical.scales.get(finding.sign)
    if scales is None:
        yield Converted(finding, _named_by_site(finding.sign, finding.site, clinical), finding.present)
        return
    row = _row_of(finding.grade, finding.sign, clinical)
    if row is None:
        return
    note = scales[finding.grade.scale].note if finding.grade and finding.grade.scale in scales else ""
    notes = tuple(text for text in (row.note, note if "not stated" in note else "") if text)
    for signs, present in ((row.present, True), (row.absent, False)):
        for sign in signs:
            yield Converted(finding, _named_by_site(sign, finding.site, clinical), present, finding.sign, notes=notes)


def _named_by_site(sign: str, site: str, clinical: Clinical) -> str:
    for rule in clinical.findings.normalize:
        if rule.sign == sign and site in rule.at:
            return rule.becomes
    return sign


def _row_of(grade: Grade | None, sign: str, clinical: Clinical) -> ScaleRow | None:
    scale = clinical.scales[sign].get(grade.scale) if grade else None
    if grade is None or scale is None:
        return None
    return next((row for row in scale.rows if grade.value in row.values), None)


_SIDES: dict[Side, tuple[FactSide, ...]] = {
    Side.LEFT: ("left",),
    Side.RIGHT: ("right",),
    Side.BILATERAL: ("left", "right"),
    Side.UNKNOWN: ("unknown",),
}


def facts_of(converted: Converted, clinical: Clinical, as_of: date) -> list[Fact]:
    """The facts of one converted finding: two for a bilateral one, else one."""
    finding = converted.finding
    sign = clinical.signs[converted.sign]
    return [
        Fact(
            id=converted.id,
            sign=converted.sign,
            sign_class=sign.sign_class,
            base_weight=sign.weight,
            weight=sign.weight,
            present=converted.present,
            site=finding.site,
            region=sign.region or clinical.anatomy.region_of(finding.site),
            side=side,
            recorded=_days(finding.recorded, as_of),
            onset=_days(finding.onset, as_of),
            bilateral=finding.side is Side.BILATERAL,
            problem=finding.source == "problem",
            statement=finding.statement,
            grade=finding.grade,
            number=number_of(finding.grade, clinical),
            flags=finding.flags,
            raw=converted.raw,
        )
        for side in _SIDES[finding.side]
    ]


def _days(day: date | None, as_of: date) -> int | None:
    return None if day is None else max(0, (as_of - day).days)


def number_of(grade: Grade | None, clinical: Clinical) -> Decimal | None:
    """The grade as a number, larger being better; None where it has none."""
    if grade is None:
        return None
    if grade.scale in clinical.findings.point_scales:
        try:
            return -Decimal(grade.value)
        except InvalidOperation:
            return None
    return clinical.grade_numbers.get((grade.scale, grade.value))
