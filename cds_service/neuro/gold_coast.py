"""What Gold Coast counts in each region: UMN signs, and affected muscles (knowledge.md 5.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from cds_service.knowledge.clinical import Anatomy
from cds_service.knowledge.criteria import CriteriaContent, GoldCoastContent
from cds_service.knowledge.expressions import BARE, Selection
from cds_service.neuro.condition_outcomes import regions_of
from cds_service.neuro.evaluation import Evaluation
from cds_service.neuro.facts import Fact, View

EVALUATION = Evaluation()


@dataclass(frozen=True, slots=True)
class GoldCoastRegions:
    """Regions where gc_U holds, where gc_L is true, and where gc_L is unknown (5.1)."""

    umn: frozenset[str]
    lmn: frozenset[str]
    lmn_open: frozenset[str]


def gold_coast_regions(view: View, content: CriteriaContent) -> GoldCoastRegions:
    """The regions as Gold Coast counts them."""
    rules = content.gold_coast
    muscles = _Muscles(view, rules)
    umn = {*regions_of(EVALUATION, (rules.umn,), view), *muscles.preserved_reflex_regions()}
    lmn = {region for region in rules.muscles if muscles.enough(region)}
    by_any_rule = regions_of(EVALUATION, (content.lmn_by_any_rule,), view)
    return GoldCoastRegions(frozenset(umn), frozenset(lmn), frozenset(by_any_rule) - lmn)


class _Muscles:
    """The muscles with lower motor neuron dysfunction: weak and wasted, or denervated on EMG, of one side."""

    def __init__(self, view: View, rules: GoldCoastContent) -> None:
        self.view, self.rules, self.anatomy = view, rules, view.around.anatomy
        self.weak, self.wasted = self._held(rules.weak), self._held(rules.wasted)
        self.affected = {
            muscle for muscle in (_muscle(fact, self.anatomy) for fact in self._held(rules.denervated)) if muscle
        } | {
            muscle
            for fact in self.weak
            if (muscle := _muscle(fact, self.anatomy)) and self._weak_and_wasted(muscle, fact)
        }

    def enough(self, region: str) -> bool:
        """gc_L: one affected muscle, or two that differ in nerve and roots, or what the content says is enough."""
        also = self.rules.also_enough.get(region)
        if also is not None and EVALUATION.condition(also, self.view).value >= BARE:
            return True
        here = sorted(muscle for muscle in self.affected if self.anatomy.region_of(muscle) == region)
        if self.rules.muscles[region] == 1:
            return bool(here)
        return any(_differ(one, other, self.anatomy) for one, other in combinations(here, 2))

    def preserved_reflex_regions(self) -> set[str]:
        """Regions with a reflex of normal grade whose own muscle is weak and wasted (2.1)."""
        return {
            fact.region
            for fact in self._held(self.rules.preserved_reflex)
            if fact.region and (muscle := self.anatomy.sites[fact.site].muscle) and self._weak_and_wasted(muscle, fact)
        }

    def _held(self, selection: Selection) -> list[Fact]:
        return EVALUATION.held(selection, self.view)

    def _weak_and_wasted(self, muscle: str, near: Fact) -> bool:
        """Whether the muscle is weak and wasted on the side of a finding."""
        return all(
            any(_muscle(fact, self.anatomy) == muscle and _same_side(fact, near) for fact in facts)
            for facts in (self.weak, self.wasted)
        )


def _muscle(fact: Fact, anatomy: Anatomy) -> str:
    """The muscle of a finding: its site, or the muscle that is the same place; empty where it is no muscle."""
    places: Iterable[str] = (fact.site, *sorted(anatomy.containers.get(fact.site, ())))
    same = (place for place in places if place == fact.site or anatomy.contains(fact.site, place))
    return next((place for place in same if place in anatomy.sites and anatomy.sites[place].is_muscle), "")


def _same_side(one: Fact, other: Fact) -> bool:
    return one.side == other.side or "unknown" in (one.side, other.side)


def _differ(one: str, other: str, anatomy: Anatomy) -> bool:
    """Different trunk nerves, and neither set of main roots holds the other (5.1)."""
    first, second = anatomy.sites[one], anatomy.sites[other]
    mains = set(first.main_roots), set(second.main_roots)
    return first.nerves[-1:] != second.nerves[-1:] and not mains[0] <= mains[1] and not mains[1] <= mains[0]
