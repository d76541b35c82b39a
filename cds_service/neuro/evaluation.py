"""Selections and conditions of the rule language, evaluated on one view of the record.

Every outcome carries the findings it rests on: of an ``all`` those of every part, of an ``any`` those of the parts
that held, of a ``not`` none. Outcomes are remembered by expression, so that a term costs once for all patterns.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cds_service.knowledge import expressions as e
from cds_service.knowledge.expressions import BARE, NO, YES
from cds_service.neuro.case import ConditionOnRecord
from cds_service.neuro.compare import holds
from cds_service.neuro.condition_outcomes import OUTCOMES
from cds_service.neuro.facts import Fact, Outcome, Selected, View
from cds_service.neuro.finding_tests import passes


class Evaluation:
    """Evaluates expressions. Holds no state of its own: what is remembered lies in the view."""

    def condition(self, condition: e.Condition, view: View) -> Outcome:
        """The outcome of a condition."""
        key = id(condition)
        known = view.remembered.get(key)
        if known is None:
            known = view.remembered[key] = OUTCOMES[type(condition)](self, condition, view)
        return known

    def select(self, selection: e.Selection, view: View) -> Selected:
        """The findings of a selection with their values; findings that fail are left out."""
        key = id(selection)
        known = view.selected.get(key)
        if known is None:
            known = view.selected[key] = self._select(selection, view)
        return known

    def held(self, selection: e.Selection, view: View) -> list[Fact]:
        """The findings that are in the selection (not only perhaps)."""
        return [fact for fact, value in self.select(selection, view) if value >= BARE]

    def _select(self, selection: e.Selection, view: View) -> Selected:
        if isinstance(selection, e.Signs):
            return [(fact, YES) for fact in self._of_signs(selection, view)]
        if isinstance(selection, e.NamedSelection):
            return self.select(selection.selection, view)
        if isinstance(selection, e.Union):
            return self._union(selection, view)
        return self._filtered(selection, view)

    def _of_signs(self, selection: e.Signs, view: View) -> list[Fact]:
        pools = {
            "active": (view.active,),
            "absent": (view.absent,),
            "recorded": (view.active, view.absent),
            "stale": (view.stale,),
        }[selection.among]
        if selection.signs is None:
            return [fact for pool in pools for facts in pool.values() for fact in facts]
        return [fact for pool in pools for sign in sorted(selection.signs) for fact in pool.get(sign, ())]

    def _union(self, selection: e.Union, view: View) -> Selected:
        best: dict[int, tuple[Fact, int]] = {}
        for part in selection.selections:
            for fact, value in self.select(part, view):
                if id(fact) not in best or best[id(fact)][1] < value:
                    best[id(fact)] = (fact, value)
        return list(best.values())

    def _filtered(self, selection: e.Filter, view: View) -> Selected:
        left_out: dict[int, int] = {}
        if selection.excluding is not None:
            left_out = {id(fact): value for fact, value in self.select(selection.excluding, view)}
        found: Selected = []
        for fact, value in self.select(selection.of, view):
            value = min(value, YES - left_out.get(id(fact), NO))
            for test in selection.tests:
                if value == NO:
                    break
                value = min(value, passes(test, fact, view, self))
            if value != NO:
                found.append((fact, value))
        return found

    # ---- what is on record beside findings ----

    def on_record(self, wanted: e.OnRecord, view: View) -> list[ConditionOnRecord]:
        """The entries of the problem list that pass; empty where ``every`` is asked and one fails."""
        entries = [
            entry
            for entry in view.around.case.conditions
            if entry.key in wanted.keys and entry.verification == wanted.verification
        ]
        passing = [entry for entry in entries if _entry_passes(wanted, entry, view)]
        if wanted.day is not None:
            day = self.condition_day(view, wanted.keys)
            passing = passing if day is not None and holds(wanted.day, day) else []
        return [] if wanted.every and len(passing) < len(entries) else passing

    def condition_day(self, view: View, keys: frozenset[str]) -> int | None:
        """Days since the day that speaks for confirmed conditions (1.9: the oldest record, or the newest onset)."""
        days = [day for key in sorted(keys) if (day := self._day_of_key(view, key)) is not None]
        return max(days, default=None)

    def _day_of_key(self, view: View, key: str) -> int | None:
        entries = [
            entry for entry in view.around.case.conditions if entry.key == key and entry.verification == "confirmed"
        ]
        content = view.around.conditions.get(key)
        if content is not None and content.day == "newest-onset":
            return _smallest(view, (entry.onset or entry.recorded for entry in entries))
        oldest = [view.days_ago(entry.recorded or entry.onset) for entry in entries]
        return max((day for day in oldest if day is not None), default=None)


def _smallest(view: View, days: Iterable[date | None]) -> int | None:
    return min((ago for day in days if (ago := view.days_ago(day)) is not None), default=None)


def _entry_passes(wanted: e.OnRecord, entry: ConditionOnRecord, view: View) -> bool:
    if wanted.history != "any" and entry.history != (wanted.history == "yes"):
        return False
    if wanted.has_side is not None and (entry.side.value != "unknown") != wanted.has_side:
        return False
    recorded, onset = view.days_ago(entry.recorded), view.days_ago(entry.onset)
    if recorded is None and onset is None and wanted.days:
        return wanted.or_undated
    return all(_entry_day(days, recorded, onset) for days in wanted.days)


def _entry_day(days: e.Days, recorded: int | None, onset: int | None) -> bool:
    stated = {"recorded": [recorded], "onset": [onset]}.get(days.of, [recorded, onset])
    return any(day is not None and holds(days.compare, day) for day in stated)
