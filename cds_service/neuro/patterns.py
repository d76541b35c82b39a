"""Deciding patterns: yes, no or unknown for each, with the findings it rests on (knowledge.md 3.4, N8, D9)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from cds_service.knowledge import expressions as e
from cds_service.knowledge.expressions import BARE, OPEN
from cds_service.knowledge.model import Clinical
from cds_service.knowledge.patterns import IndicatorWord, PatternContent
from cds_service.neuro.evaluation import Evaluation
from cds_service.neuro.facts import Decided, Fact, View
from cds_service.neuro.finding_tests import passes
from cds_service.neuro.outcome import Ternary

EVALUATION = Evaluation()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided of one pattern, before silencing. ``view`` is the record as the pattern counts it."""

    pattern: PatternContent
    result: Ternary
    used: tuple[str, ...]
    clauses: frozenset[str]
    indicator: IndicatorWord
    view: View

    @property
    def used_positives(self) -> list[Fact]:
        """The active positive facts among those used."""
        used = set(self.used)
        return [fact for facts in self.view.active.values() for fact in facts if fact.id in used]


@dataclass(slots=True)
class Deciding:
    """The patterns of one stage, decided in the order of the content, on one view and its filtered kin."""

    clinical: Clinical
    view: View
    _counted: dict[int, View] = field(default_factory=dict)

    def decide(self, patterns: Iterable[PatternContent]) -> dict[str, Verdict]:
        """The verdicts, in deciding order; each is at once known to the rules of the next."""
        wanted = {pattern.key for pattern in patterns}
        verdicts: dict[str, Verdict] = {}
        for key in self.clinical.deciding_order:
            if key in wanted:
                verdict = verdicts[key] = self._verdict(self.clinical.patterns[key])
                critical = verdict.indicator == "critical" and verdict.result == "yes"
                self.view.decisions.decided[key] = Decided(verdict.result == "yes", verdict.clauses, critical)
        return verdicts

    def counted(self, pattern: PatternContent) -> View:
        """The view without the findings that this pattern does not count."""
        if pattern.counting is None:
            return self.view
        key = id(pattern.counting)
        if key not in self._counted:
            self._counted[key] = _without(self.view, pattern.counting)
        return self._counted[key]

    def _verdict(self, pattern: PatternContent) -> Verdict:
        view = self.counted(pattern)
        outcome = EVALUATION.condition(pattern.fires, view)
        positive = any(fact.id in outcome.used for facts in view.active.values() for fact in facts)
        result: Ternary = "yes" if outcome.value >= BARE else "unknown" if outcome.value == OPEN and positive else "no"
        if result != "yes":
            return Verdict(pattern, result, outcome.used, frozenset(), "info", view)
        clauses = frozenset(_clauses(pattern.fires, view))
        verdict = Verdict(pattern, result, outcome.used, clauses, _indicator(pattern, view), view)
        return verdict if self._stands(verdict) else Verdict(pattern, "no", (), frozenset(), "info", view)

    def _stands(self, verdict: Verdict) -> bool:
        return _needs_met(verdict) and not _too_old(verdict, self.clinical)


def _without(view: View, counting: e.Test) -> View:
    hidden = {
        fact for facts in view.active.values() for fact in facts if passes(counting, fact, view, EVALUATION) < BARE
    }
    return view.without(hidden) if hidden else view


def _needs_met(verdict: Verdict) -> bool:
    view = verdict.view
    for need in verdict.pattern.needs:
        asked = EVALUATION.condition(need.when, view).value >= BARE
        if asked and not any(passes(need.used, fact, view, EVALUATION) >= BARE for fact in verdict.used_positives):
            return False
    return True


def _too_old(verdict: Verdict, clinical: Clinical) -> bool:
    """D9: an emergency whose newest used finding was recorded too long ago."""
    rules = clinical.precedence
    pattern = verdict.pattern
    if pattern.tier != rules.newest_tier or pattern.key in rules.newest_not_for:
        return False
    days = [fact.recorded for fact in verdict.used_positives if fact.recorded is not None]
    return bool(days) and min(days) > rules.newest_days


def _indicator(pattern: PatternContent, view: View) -> IndicatorWord:
    for when, indicator in pattern.indicator:
        if when is None or EVALUATION.condition(when, view).value >= BARE:
            return indicator
    return "info"


def _clauses(condition: e.Condition, view: View) -> Iterable[str]:
    """The names of the clauses that hold; clauses inside terms have no name outside them."""
    if isinstance(condition, e.All | e.AnyOf):
        for child in condition.conditions:
            if isinstance(child, e.Named):
                if EVALUATION.condition(child, view).value >= BARE:
                    yield child.name
            else:
                yield from _clauses(child, view)


def firing(verdicts: dict[str, Verdict]) -> set[str]:
    """The keys of the patterns that fire."""
    return {key for key, verdict in verdicts.items() if verdict.result == "yes"}
