"""What earlier records and the other side have to say beside the patterns: printed, never counted (2.1, 4.2, 4.4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from cds_service.knowledge.clinical import GradeRemark
from cds_service.knowledge.model import Clinical
from cds_service.neuro.facts import Fact, View, covers


def remarks_on(view: View, clinical: Clinical) -> tuple[str, ...]:
    """The sentences for the first card, each once, in an order that does not depend on the record's."""
    facts = sorted(view.facts, key=lambda fact: (fact.sign, fact.site, fact.side, fact.recorded or 0, fact.id))
    active = [fact for fact in facts if fact.active]
    found = [*_gone(active, view, clinical), *_improved(active, view, clinical), *_asymmetric(active, view, clinical)]
    return tuple(dict.fromkeys(found))


def _gone(active: list[Fact], view: View, clinical: Clinical) -> Iterator[str]:
    rule = clinical.findings.remarks.gone
    for negative in active:
        if negative.present or negative.base_weight not in rule.weights:
            continue
        before = [
            other
            for other in view.history.get(negative.sign, ())
            if other.present and _earlier(other, negative) and covers(view, negative, other)
        ]
        for other in sorted(before, key=_newest_first)[:1]:
            yield _said(rule.text, other, other, negative, view, clinical)


def _improved(active: list[Fact], view: View, clinical: Clinical) -> Iterator[str]:
    rule = clinical.findings.remarks.improved
    for fact in active:
        before = [
            other
            for other in view.history.get(fact.sign, ())
            if _earlier(other, fact) and other.site == fact.site and other.side == fact.side
        ]
        for other in sorted(before, key=_newest_first)[:1]:
            if _steps(fact, other, rule):
                yield _said(rule.text, fact, other, fact, view, clinical)


def _asymmetric(active: list[Fact], view: View, clinical: Clinical) -> Iterator[str]:
    """The side with the higher grade is named."""
    rule = clinical.findings.remarks.asymmetric
    graded = [fact for fact in active if fact.raw and fact.grade is not None and fact.grade.scale == rule.scale]
    for fact in graded:
        for other in graded:
            same = (other.raw, other.site, other.recorded) == (fact.raw, fact.site, fact.recorded)
            if same and {fact.side, other.side} == {"left", "right"} and _steps(fact, other, rule):
                yield _said(rule.text, fact, other, fact, view, clinical)


def _earlier(other: Fact, fact: Fact) -> bool:
    return other.recorded is not None and fact.recorded is not None and other.recorded > fact.recorded


def _newest_first(fact: Fact) -> tuple[int, str]:
    return fact.recorded or 0, fact.id


def _steps(better: Fact, worse: Fact, rule: GradeRemark) -> bool:
    graded = better.grade is not None and worse.grade is not None and better.grade.scale == rule.scale
    if not graded or worse.grade is None or worse.grade.scale != rule.scale:
        return False
    return better.number is not None and worse.number is not None and better.number - worse.number >= rule.by


def _said(text: str, at: Fact, before: Fact, now: Fact, view: View, clinical: Clinical) -> str:
    side = "" if at.side == "unknown" or "{side}" in text else f"{at.side} "
    return text.format(
        sign=clinical.sign_label(at.sign),
        place=f"{side}{clinical.site_label(at.site)}",
        side=at.side,
        before=_day(before, view),
        now=_day(now, view),
        grade=str(at.grade).replace(":", " "),
        grade_before=str(before.grade).replace(":", " "),
    )


def _day(fact: Fact, view: View) -> str:
    return (view.around.as_of - timedelta(days=fact.recorded or 0)).isoformat()
