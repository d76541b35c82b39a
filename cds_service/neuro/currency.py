"""Which facts are active: windows, latest wins, negatives without a site (knowledge.md 4.2, 4.5 N1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from cds_service.knowledge.model import Clinical
from cds_service.neuro.facts import Fact

Key = TypeVar("Key")


def with_unsited_negatives(facts: list[Fact], clinical: Clinical) -> list[Fact]:
    """Negatives without a site on a day of graded power of all limbs count for the whole body (N1)."""
    rule = clinical.findings.unsited_negatives
    scales = clinical.scales.get(rule.graded, {})
    graded: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for fact in facts:
        if fact.recorded is not None and fact.grade is not None and fact.grade.scale in scales:
            for limb in rule.limbs:
                if clinical.anatomy.contains(limb, fact.site):
                    graded[fact.recorded].add((limb, fact.side))
    needed = {(limb, side) for limb in rule.limbs for side in ("left", "right")}
    whole_days = {day for day, limbs in graded.items() if needed <= limbs}
    return [
        replace(fact, site=rule.count_at, bilateral=True)
        if not fact.present and fact.recorded in whole_days and fact.site in clinical.findings.no_site
        else fact
        for fact in facts
    ]


def current(facts: Iterable[Fact], clinical: Clinical) -> list[Fact]:
    """The facts with ``active`` and ``stale`` set. An undated fact is never active."""
    facts = list(facts)
    newest = _Newest(facts, clinical)
    return [_judged(fact, newest, clinical) for fact in facts]


def _judged(fact: Fact, newest: _Newest, clinical: Clinical) -> Fact:
    if fact.recorded is None or newest.replaces(fact):
        return replace(fact, active=False)
    content = clinical.signs[fact.sign]
    ages = not fact.problem or content.window_for_problems
    stale = ages and content.window is not None and fact.recorded > content.window
    return replace(fact, active=not stale, stale=stale)


class _Newest:
    """The newest record of every sign, site and side, of every graded input, and of every negative."""

    def __init__(self, facts: list[Fact], clinical: Clinical) -> None:
        self.anatomy = clinical.anatomy
        self.same: dict[tuple[str, str, str], int] = {}
        self.raw: dict[tuple[str, str, str], int] = {}
        self.negatives: dict[str, dict[tuple[str, str, bool], int]] = defaultdict(dict)
        for fact in facts:
            if fact.recorded is None:
                continue
            _keep_newest(self.same, (fact.sign, fact.site, fact.side), fact.recorded)
            if fact.raw:
                _keep_newest(self.raw, (fact.raw, fact.site, fact.side), fact.recorded)
            if not fact.present:
                _keep_newest(self.negatives[fact.sign], (fact.site, fact.side, fact.bilateral), fact.recorded)

    def replaces(self, fact: Fact) -> bool:
        """Whether a newer record stands in the place of this one."""
        assert fact.recorded is not None
        if self.same[(fact.sign, fact.site, fact.side)] < fact.recorded:
            return True
        if fact.raw and self.raw[(fact.raw, fact.site, fact.side)] < fact.recorded:
            return True
        return fact.present and any(
            day < fact.recorded and self._covers(site, side, bilateral, fact)
            for (site, side, bilateral), day in self.negatives.get(fact.sign, {}).items()
        )

    def _covers(self, site: str, side: str, bilateral: bool, fact: Fact) -> bool:
        if not self.anatomy.covers(site, fact.site):
            return False
        content = self.anatomy.sites.get(site)
        everywhere = content is not None and content.everywhere
        return everywhere or side == fact.side or (fact.side == "unknown" and bilateral)


def _keep_newest(days: dict[Key, int], key: Key, day: int) -> None:
    days[key] = min(day, days.get(key, day))
