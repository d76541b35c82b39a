"""The outcome of each kind of condition of the rule language, with the findings it rests on.

Of an ``all`` these are the findings of every part, of an ``any`` those of the parts that held, of a ``not`` none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cds_service.knowledge import expressions as e
from cds_service.knowledge.expressions import BARE, NO, OPEN, YES
from cds_service.neuro.case import OrderOnRecord, Result
from cds_service.neuro.compare import holds
from cds_service.neuro.facts import NOTHING, Fact, Outcome, Selected, View, covers, ids
from cds_service.neuro.finding_tests import limb_of, passes
from cds_service.neuro.focus import focus_of, trunk_of

if TYPE_CHECKING:
    from cds_service.neuro.evaluation import Evaluation


def _joined(outcomes: Iterable[Outcome]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(used for outcome in outcomes for used in outcome.used))


def _all(evaluation: Evaluation, condition: e.All, view: View) -> Outcome:
    outcomes: list[Outcome] = []
    for child in condition.conditions:
        outcome = evaluation.condition(child, view)
        if outcome.value == NO:
            return NOTHING
        outcomes.append(outcome)
    return Outcome(min((outcome.value for outcome in outcomes), default=YES), _joined(outcomes))


def _any(evaluation: Evaluation, condition: e.AnyOf, view: View) -> Outcome:
    outcomes = [evaluation.condition(child, view) for child in condition.conditions]
    value = max((outcome.value for outcome in outcomes), default=NO)
    floor = BARE if value >= BARE else OPEN
    return Outcome(value, _joined(outcome for outcome in outcomes if outcome.value >= floor) if value else ())


def _not(evaluation: Evaluation, condition: e.Not, view: View) -> Outcome:
    return Outcome(YES - evaluation.condition(condition.condition, view).value, ())


def _named(evaluation: Evaluation, condition: e.Named, view: View) -> Outcome:
    return evaluation.condition(condition.condition, view)


def _at_least(evaluation: Evaluation, condition: e.AtLeast, view: View) -> Outcome:
    outcomes = sorted((evaluation.condition(child, view) for child in condition.conditions), key=lambda o: -o.value)
    if len(outcomes) < condition.number:
        return NOTHING
    value = outcomes[condition.number - 1].value
    floor = BARE if value >= BARE else OPEN
    return Outcome(value, _joined(outcome for outcome in outcomes if outcome.value >= floor) if value else ())


def _some(evaluation: Evaluation, condition: e.Some, view: View) -> Outcome:
    return _largest(evaluation.select(condition.selection, view))


def _largest(selected: Selected) -> Outcome:
    value = max((found for _, found in selected), default=NO)
    floor = BARE if value >= BARE else OPEN
    return Outcome(value, ids(fact for fact, found in selected if found >= floor) if value else ())


def _absent(evaluation: Evaluation, condition: e.Absent, view: View) -> Outcome:
    negatives = [negative for sign in sorted(condition.signs) for negative in view.absent.get(sign, ())]
    positives = [fact for sign in condition.signs for fact in view.active.get(sign, ())]
    if condition.covering is not None:
        return _absent_over(evaluation, condition, view, negatives, positives)
    anatomy = view.around.anatomy
    if condition.sites:
        negatives = [n for n in negatives if any(anatomy.covers(n.site, site) for site in condition.sites)]
        positives = [p for p in positives if any(anatomy.contains(site, p.site) for site in condition.sites)]
    if negatives:
        return Outcome(YES, ids(negatives))
    return NOTHING if positives else Outcome(OPEN, ())


def _absent_over(
    evaluation: Evaluation, condition: e.Absent, view: View, negatives: list[Fact], positives: list[Fact]
) -> Outcome:
    assert condition.covering is not None
    used: list[Fact] = []
    for fact in evaluation.held(condition.covering, view):
        covering = [n for n in negatives if (_covers_region if condition.regions else covers)(view, n, fact)]
        if not covering:
            same_region = [p for p in positives if p.region == fact.region]
            return NOTHING if same_region else Outcome(OPEN, ())
        used += covering
    return Outcome(YES, ids(used))


def _covers_region(view: View, negative: Fact, fact: Fact) -> bool:
    """Whether a negative speaks for all of a finding's region: the whole body, or a site that content calls whole."""
    anatomy = view.around.anatomy
    content = anatomy.sites.get(negative.site)
    if content is not None and content.everywhere:
        return True
    region = anatomy.regions.get(fact.region or "")
    whole = region.whole if region else ()
    return negative.site in whole and (negative.side == fact.side or (fact.side == "unknown" and negative.bilateral))


def _only(evaluation: Evaluation, condition: e.Only, view: View) -> Outcome:
    value = YES
    selected = evaluation.select(condition.selection, view)
    for fact, found in selected:
        value = min(value, max(YES - found, passes(condition.test, fact, view, evaluation)))
    return Outcome(value, ids(fact for fact, found in selected if found >= BARE) if value else ())


def _distinct(kind: e.Distinct, facts: Iterable[Fact], view: View) -> int:
    if kind == "limb":
        return len({(limb_of(fact, view), fact.side) for fact in facts})
    if kind == "trunk_nerve":
        return len({(trunk_of(fact.site, view), fact.side) for fact in facts if trunk_of(fact.site, view)})
    if kind == "side":
        return len({fact.side for fact in facts} - {"unknown"})
    attribute = "id" if kind == "finding" else kind
    return len({getattr(fact, attribute) for fact in facts} - {None})


def _unstated(kind: e.Distinct, facts: Iterable[Fact], view: View) -> int:
    """How many findings could still add a region or a side that they do not state."""
    if kind == "region":
        return sum(fact.region is None and fact.site in view.around.no_site for fact in facts)
    return sum(fact.side == "unknown" for fact in facts) if kind == "side" else 0


def _count(evaluation: Evaluation, condition: e.Count, view: View) -> Outcome:
    selected = evaluation.select(condition.selection, view)
    certain = [fact for fact, value in selected if value == YES]
    recorded = [fact for fact, value in selected if value >= BARE]
    possible = [fact for fact, _ in selected]
    numbers = [_distinct(condition.distinct, facts, view) for facts in (certain, recorded, possible)]
    numbers[-1] += _unstated(condition.distinct, possible, view)
    value = _between(condition.compare, *numbers)
    used = recorded if value >= BARE else possible
    return Outcome(value, ids(used) if value else ())


def _between(compare: e.Compare, certain: int, recorded: int, possible: int) -> int:
    if holds(compare, recorded):
        return YES if holds(compare, certain) and holds(compare, possible) else BARE
    return OPEN if any(holds(compare, number) for number in range(recorded, possible + 1)) else NO


def _both_sides(evaluation: Evaluation, condition: e.BothSides, view: View) -> Outcome:
    selected = evaluation.select(condition.selection, view)
    by_side: dict[str, int] = {}
    for fact, value in selected:
        by_side[fact.side] = max(by_side.get(fact.side, NO), value)
    value = min(by_side.get("left", NO), by_side.get("right", NO))
    if value == NO and "unknown" in by_side:
        value = OPEN
    return Outcome(value, ids(fact for fact, found in selected if found >= min(value, BARE)) if value else ())


def _one_side(evaluation: Evaluation, condition: e.OneSide, view: View) -> Outcome:
    selected = evaluation.select(condition.selection, view)
    sides = {fact.side for fact, value in selected if value >= BARE} - {"unknown"}
    if len(sides) > 1:
        return NOTHING
    return Outcome(YES, ids(fact for fact, value in selected if value >= BARE))


def _regions(evaluation: Evaluation, condition: e.Regions, view: View) -> Outcome:
    by_region = _region_values(evaluation, condition, view)
    recorded = {region for region, outcome in by_region.items() if outcome.value >= BARE}
    possible = {region for region, outcome in by_region.items() if outcome.value >= OPEN}
    certain = {region for region, outcome in by_region.items() if outcome.value == YES}
    value = YES
    if condition.compare is not None:
        value = min(value, _between(condition.compare, len(certain), len(recorded), len(possible)))
    if condition.within is not None:
        value = min(value, NO if recorded - condition.within else BARE if possible - condition.within else YES)
    if condition.equal is not None:
        value = min(value, YES if recorded == condition.equal else NO)
    used = recorded if value >= BARE else possible
    return Outcome(value, _joined(by_region[region] for region in sorted(used)) if value else ())


def _region_values(evaluation: Evaluation, condition: e.Regions, view: View) -> dict[str, Outcome]:
    merged: dict[str, Outcome] = {}
    for region_set in condition.sets:
        for region, child in region_set.by_region:
            if region not in condition.among:
                continue
            outcome = evaluation.condition(child, view)
            before = merged.get(region)
            merged[region] = outcome if before is None else _merge(before, outcome, condition.both)
    return merged


def _merge(one: Outcome, other: Outcome, both: bool) -> Outcome:
    value = min(one.value, other.value) if both else max(one.value, other.value)
    floor = BARE if value >= BARE else OPEN
    return Outcome(value, _joined(o for o in (one, other) if o.value >= floor) if value else ())


def regions_of(evaluation: Evaluation, sets: tuple[e.RegionSet, ...], view: View) -> list[str]:
    """The regions, rostral to caudal, in which one of the sets holds."""
    return [
        region
        for region, _ in sets[0].by_region
        if any(evaluation.condition(dict(region_set.by_region)[region], view).value >= BARE for region_set in sets)
    ]


def _age(evaluation: Evaluation, condition: e.Age, view: View) -> Outcome:
    months = view.around.case.patient.age_months
    if months is None:
        return Outcome(YES if condition.unknown_counts else OPEN, ())
    return Outcome(YES if holds(condition.months, months) else NO, ())


def _sex(evaluation: Evaluation, condition: e.SexIs, view: View) -> Outcome:
    sex = view.around.case.patient.sex
    return Outcome(OPEN if not sex else YES if sex == condition.sex else NO, ())


def _on_record(evaluation: Evaluation, condition: e.OnRecord, view: View) -> Outcome:
    return Outcome(YES if evaluation.on_record(condition, view) else NO, ())


def _medication(evaluation: Evaluation, condition: e.OnMedication, view: View) -> Outcome:
    for medication in view.around.case.medications:
        ended = view.days_ago(medication.ended)
        if medication.key in condition.keys and (ended is None or holds(condition.ended, ended)):
            return Outcome(YES, ())
    return NOTHING


def results_of(field: str, view: View) -> list[Result]:
    """The results of a field, newest first."""
    found = [result for result in view.around.case.results if result.field == field]
    return sorted(found, key=lambda result: (result.day, str(result.value)), reverse=True)


def _result(evaluation: Evaluation, condition: e.ResultIs, view: View) -> Outcome:
    results = [r for r in results_of(condition.field, view) if holds(condition.age, view.days_ago(r.day) or 0)]
    if not results:
        return NOTHING
    if condition.fell_by is not None:
        return Outcome(YES if _fell(results, condition.fell_by) else NO, ())
    if condition.days > 1:
        days = {result.day for result in results if _result_is(condition, result)}
        return Outcome(YES if len(days) >= condition.days else NO, ())
    newest = [result for result in results if result.day == results[0].day]
    return Outcome(YES if any(_result_is(condition, result) for result in newest) else NO, ())


def _result_is(condition: e.ResultIs, result: Result) -> bool:
    if condition.words and str(result.value) not in condition.words:
        return False
    if condition.compare is None:
        return True
    return isinstance(result.value, Decimal) and holds(condition.compare, result.value)


def _fell(results: list[Result], by: Decimal) -> bool:
    best: dict[date, Decimal] = {}
    for result in results:
        if isinstance(result.value, Decimal):
            best[result.day] = max(result.value, best.get(result.day, result.value))
    days = sorted(best, reverse=True)
    return any(best[day] - best[days[0]] >= by for day in days[1:])


def _focal(evaluation: Evaluation, condition: e.FocalIs, view: View) -> Outcome:
    focus = focus_of(view)
    if condition.part is None:
        return Outcome(YES if focus.limb == condition.limb else NO, ())
    said = {
        "root": focus.satisfied_root and bool(focus.root_sensory),
        "nerve": focus.satisfied_nerve,
        "territory": bool(focus.territory_sensory),
        "plexus": focus.satisfied_plexus,
    }[condition.part]
    return Outcome(YES, focus.explains) if said else NOTHING


def orders_of(condition: e.OrderIs, view: View) -> list[OrderOnRecord]:
    """The orders and results on record that an ``order`` condition asks for."""
    return [
        order
        for order in view.around.case.orders
        if order.action in condition.actions
        and order.status in condition.statuses
        and holds(condition.age, view.days_ago(order.day) or 0)
    ]


def _order(evaluation: Evaluation, condition: e.OrderIs, view: View) -> Outcome:
    return Outcome(YES if orders_of(condition, view) else NO, ())


def _pattern(evaluation: Evaluation, condition: e.PatternFires, view: View) -> Outcome:
    decisions = view.decisions
    fires = any(
        (decided := decisions.decided.get(pattern)) is not None
        and decided.fires
        and (not condition.shown or pattern in decisions.shown)
        and (not condition.critical or decided.critical)
        for pattern in condition.patterns
    )
    return Outcome(YES if fires else NO, ())


def _clause(evaluation: Evaluation, condition: e.ClauseHeld, view: View) -> Outcome:
    decided = view.decisions.decided.get(condition.pattern)
    return Outcome(YES if decided is not None and condition.clause in decided.clauses else NO, ())


def _always(evaluation: Evaluation, condition: e.Always, view: View) -> Outcome:
    return Outcome(YES, ())


OUTCOMES: dict[type, Callable[[Evaluation, Any, View], Outcome]] = {
    e.All: _all,
    e.AnyOf: _any,
    e.Not: _not,
    e.Named: _named,
    e.AtLeast: _at_least,
    e.Some: _some,
    e.Absent: _absent,
    e.Only: _only,
    e.Count: _count,
    e.BothSides: _both_sides,
    e.OneSide: _one_side,
    e.Regions: _regions,
    e.Age: _age,
    e.SexIs: _sex,
    e.OnRecord: _on_record,
    e.OnMedication: _medication,
    e.ResultIs: _result,
    e.FocalIs: _focal,
    e.OrderIs: _order,
    e.PatternFires: _pattern,
    e.ClauseHeld: _clause,
    e.Always: _always,
}
