"""Texts of patterns with their placeholders filled in: regions, sides, signs, dates, values."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from cds_service.knowledge import expressions as e
from cds_service.knowledge.dependencies import parts_of
from cds_service.knowledge.expressions import BARE
from cds_service.knowledge.model import Clinical
from cds_service.knowledge.patterns import Choice, PatternContent, Row, Value
from cds_service.neuro.condition_outcomes import regions_of, results_of
from cds_service.neuro.evaluation import Evaluation
from cds_service.neuro.facts import Fact, View
from cds_service.neuro.finding_tests import earlier_records
from cds_service.neuro.focus import focus_of

EVALUATION = Evaluation()
LONGEST_SUMMARY = 139
"""CDS Hooks: a summary has fewer than 140 characters."""


class Words:
    """Fills in the texts of one pattern on one view."""

    def __init__(self, clinical: Clinical, pattern: PatternContent, view: View, not_recorded: tuple[str, ...]) -> None:
        self.clinical, self.pattern, self.view, self.not_recorded = clinical, pattern, view, not_recorded

    def summary(self) -> str:
        """The summary that applies, filled in, never too long."""
        return shortened(self.fill(self.chosen(self.pattern.summary)))

    def chosen(self, choice: Choice) -> str:
        """The text of the first row that applies; empty where none does."""
        for row in choice.rows:
            if self._applies(row):
                return self._row_text(row)
        return ""

    def lines(self) -> tuple[str, ...]:
        """Every further line that applies, filled in; a line that came out empty is left out."""
        texts = (self.fill(row.text) for row in self.pattern.lines if self._applies(row))
        return tuple(text for text in texts if text)

    def localization(self) -> tuple[str, ...]:
        """The localization texts that apply."""
        texts = (self.fill(self.chosen(choice)) for choice in self.pattern.localization)
        return tuple(text for text in texts if text)

    def fill(self, text: str) -> str:
        """``text`` with every placeholder replaced; blanks that an empty value leaves are closed up."""
        for name, value in self.pattern.values:
            if "{" + name + "}" in text:
                text = text.replace("{" + name + "}", self._value(value))
        return re.sub(r"\s{2,}", " ", text).strip()

    def _applies(self, row: Row) -> bool:
        return row.when is None or EVALUATION.condition(row.when, self.view).value >= BARE

    def _row_text(self, row: Row) -> str:
        return self._signs(row.sign_list) if row.sign_list is not None else row.text

    def _value(self, value: Value) -> str:
        if value.choice is not None:
            return self.fill(self.chosen(value.choice))
        if value.sets:
            return self._regions(value)
        if value.selection is not None:
            return self._of_selection(value, value.selection)
        if value.kind == "focal":
            return str(getattr(focus_of(self.view), value.word))
        if value.kind == "medications":
            return self._medications(value)
        if value.kind == "result":
            newest = results_of(value.word, self.view)
            return str(newest[0].value) if newest else ""
        return ", ".join(self.not_recorded[: int(value.word)]) or "a full examination"

    def _regions(self, value: Value) -> str:
        found = regions_of(EVALUATION, value.sets, self.view)
        if value.otherwise and len(found) == len(self.clinical.anatomy.regions):
            return value.otherwise
        if value.kind == "number_of_regions":
            return str(len(found))
        if value.kind == "regions":
            return ", ".join(self.clinical.anatomy.regions[region].name for region in found)
        return " and ".join(self._part(region, value) for region in found)

    def _part(self, region: str, value: Value) -> str:
        content = self.clinical.anatomy.regions[region]
        used = {
            used
            for region_set in value.sets
            for used in EVALUATION.condition(dict(region_set.by_region)[region], self.view).used
        }
        sides = {
            fact.side
            for facts in self.view.active.values()
            for fact in facts
            if fact.id in used and fact.region == region and fact.side != "unknown"
        }
        if len(sides) == 2:
            return content.parts
        return " ".join([*sides, content.part]) if content.part != content.parts else content.part

    def _of_selection(self, value: Value, selection: e.Selection) -> str:
        facts = EVALUATION.held(selection, self.view)
        if value.kind == "sides":
            sides = sorted({fact.side for fact in facts} - {"unknown"})
            return sides[0] if len(sides) == 1 else value.otherwise
        if value.kind == "signs":
            return self._signs(selection)
        if value.kind == "newest_day":
            return _newest(facts, self.view)
        pairs = [(fact, other) for fact in facts for other in _earlier(selection, fact, self.view)]
        if value.kind == "earlier_day":
            days = [other.recorded for _, other in pairs if other.recorded is not None]
            return self._day(min(days)) if days else self._earlier_result()
        return "; ".join(dict.fromkeys(self._comparison(fact, other) for fact, other in pairs[:3]))

    def _medications(self, value: Value) -> str:
        found = [m for m in self.view.around.case.medications if m.key in value.words]
        return ", ".join(dict.fromkeys(m.key.replace("_", " ") for m in found)) or "a listed medicine"

    def _signs(self, selection: e.Selection) -> str:
        facts = EVALUATION.held(selection, self.view)
        return ", ".join(list(dict.fromkeys(self.clinical.sign_label(fact.sign) for fact in facts))[:3])

    def _earlier_result(self) -> str:
        fields = [part.field for part in parts_of(self.pattern.fires) if isinstance(part, e.ResultIs) and part.fell_by]
        days = sorted({result.day for field in fields for result in results_of(field, self.view)}, reverse=True)
        return days[1].isoformat() if len(days) > 1 else "an earlier test"

    def _comparison(self, fact: Fact, other: Fact) -> str:
        side = "" if fact.side == "unknown" else f"{fact.side} "
        place = f"{self.clinical.sign_label(fact.sign)}, {side}{self.clinical.site_label(fact.site)}"
        return f"{place}: {_said(other)} on {self._day(other.recorded)}, {_said(fact)} on {self._day(fact.recorded)}"

    def _day(self, days: int | None) -> str:
        return (self.view.around.as_of - timedelta(days=days or 0)).isoformat()


def _said(fact: Fact) -> str:
    if fact.grade is not None:
        return str(fact.grade)
    return "present" if fact.present else "absent"


def _newest(facts: Iterable[Fact], view: View) -> str:
    days = [fact.recorded for fact in facts if fact.recorded is not None]
    day: date = view.around.as_of - timedelta(days=min(days, default=0))
    return day.isoformat()


def _earlier(selection: e.Selection, fact: Fact, view: View) -> list[Fact]:
    tests = [part for part in parts_of(selection) if isinstance(part, e.Earlier)]
    found = [other for test in tests for other in earlier_records(test, fact, view)]
    return sorted(found, key=lambda other: other.recorded or 0)[:1]


def shortened(text: str) -> str:
    """``text`` in at most 139 characters: cut at a blank, with an ellipsis, where it is longer."""
    if len(text) <= LONGEST_SUMMARY:
        return text
    return text[: LONGEST_SUMMARY - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
