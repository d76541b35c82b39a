"""P8: which actions give way to others, by age and by what else is asked for (knowledge.md 4.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cds_service.knowledge.actions import OrderRules
from cds_service.neuro.outcome import Indicator
from cds_service.neuro.recommendations.asked import Asked, Union, add
from cds_service.neuro.recommendations.outcome import ActionStatus, RecommendedAction


def resolve(
    union: Union, rules: OrderRules, age_years: int | None, shown: Iterable[Indicator]
) -> tuple[Union, tuple[RecommendedAction, ...]]:
    """What remains of ``union``, and what gave way. ``shown`` are the indicators of the shown patterns.

    Replacements by age come first, so that their outcome takes part in the conflicts. Unknown age: adult (N5).
    """
    replaced, gone_by_age = _replace_by_age(union, rules, age_years)
    reasons = {**_conflicting(replaced, rules), **_withdrawn(replaced, rules, frozenset(shown))}
    kept = {key: asked for key, asked in replaced.items() if key not in reasons}
    gone = tuple(_gone(replaced[key], status, reason) for key, (status, reason) in reasons.items())
    return kept, gone_by_age + gone


def _replace_by_age(
    union: Union, rules: OrderRules, age_years: int | None
) -> tuple[Union, tuple[RecommendedAction, ...]]:
    by_age = {
        action: row
        for row in rules.replacements
        if age_years is not None and age_years < row.under_years
        for action in row.actions
    }
    replaced: Union = {}
    gone = []
    for key, asked in union.items():
        row = by_age.get(key)
        if row:
            gone.append(_gone(asked, "superseded", f'under {row.under_years} years it becomes "{row.by}" (P8)'))
        add(replaced, replace(asked, key=row.by) if row else asked)
    return replaced, tuple(gone)


_Reasons = dict[str, tuple[ActionStatus, str]]


def _conflicting(union: Union, rules: OrderRules) -> _Reasons:
    """A may removes no must: a test that is only to be considered must not take away one that is needed."""
    reasons: _Reasons = {}
    for row in rules.conflicts:
        remover = union.get(row.action)
        for key in row.removes:
            if remover and key in union and (remover.strength == "must" or union[key].strength == "may"):
                reasons.setdefault(key, ("superseded", f'"{row.action}" takes its place (P8)'))
    return reasons


def _withdrawn(union: Union, rules: OrderRules, shown: frozenset[Indicator]) -> _Reasons:
    return {
        key: ("not-applicable", "not offered beside a warning or critical pattern (P8)")
        for row in rules.withdrawn
        if shown.intersection(row.with_indicators)
        for key in row.actions
        if key in union
    }


def _gone(asked: Asked, status: ActionStatus, reason: str) -> RecommendedAction:
    return RecommendedAction(
        key=asked.key, strength=asked.strength, status=status, asked_by=asked.asked_by, reason=reason
    )
