"""Finding tests of the rule language: does this finding pass, and if not, is it only for want of a record?"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from cds_service.knowledge import expressions as e
from cds_service.knowledge.expressions import NO, OPEN, YES
from cds_service.neuro.compare import holds
from cds_service.neuro.facts import Fact, View, covers
from cds_service.neuro.focus import focus_of

if TYPE_CHECKING:
    from cds_service.neuro.evaluation import Evaluation


def passes(test: e.Test, fact: Fact, view: View, evaluation: Evaluation) -> int:
    """The value (NO, OPEN, BARE, YES) of a test on one finding."""
    return _EVALUATE[type(test)](test, fact, view, evaluation)


def _yes(value: bool) -> int:
    return YES if value else NO


def _any(test: e.AnyTest, fact: Fact, view: View, evaluation: Evaluation) -> int:
    return max((passes(child, fact, view, evaluation) for child in test.tests), default=NO)


def _all(test: e.AllTests, fact: Fact, view: View, evaluation: Evaluation) -> int:
    value = YES
    for child in test.tests:
        value = min(value, passes(child, fact, view, evaluation))
        if value == NO:
            return NO
    return value


def _not(test: e.NotTest, fact: Fact, view: View, evaluation: Evaluation) -> int:
    return YES - passes(test.test, fact, view, evaluation)


def _named(test: e.NamedTest, fact: Fact, view: View, evaluation: Evaluation) -> int:
    return passes(test.test, fact, view, evaluation)


def _first(test: e.FirstRow, fact: Fact, view: View, evaluation: Evaluation) -> int:
    # A row that is only open may decide or may not: then the answer is open where some later row disagrees.
    possible: set[bool] = set()
    for when, then in test.rows:
        value = passes(when, fact, view, evaluation)
        if value >= e.BARE:
            return _yes(then) if not possible or possible == {then} else (e.BARE if then else OPEN)
        if value == OPEN:
            possible.add(then)
    return OPEN if True in possible else NO


def _sign(test: e.SignIs, fact: Fact, view: View, evaluation: Evaluation) -> int:
    return _yes(fact.sign in test.signs)


def _class(test: e.ClassIs, fact: Fact, view: View, evaluation: Evaluation) -> int:
    return _yes(fact.sign_class in test.classes)


def _weight(test: e.WeightIs, fact: Fact, view: View, evaluation: Evaluation) -> int:
    return _yes((fact.base_weight if test.base else fact.weight) in test.weights)


def _region(test: e.RegionIs, fact: Fact, view: View, evaluation: Evaluation) -> int:
    if fact.region is not None:
        return _yes(fact.region in test.regions)
    return OPEN if fact.site in view.around.no_site else NO


def _in_regions(test: e.InRegions, fact: Fact, view: View, evaluation: Evaluation) -> int:
    condition = dict(test.set.by_region).get(fact.region or "")
    return NO if condition is None else evaluation.condition(condition, view).value


def _sited(test: e.Sited, fact: Fact, view: View, evaluation: Evaluation) -> int:
    content = view.around.anatomy.sites.get(fact.site)
    everywhere = bool(content and content.everywhere)
    stated = fact.region is not None if test.region else fact.site not in view.around.no_site and not everywhere
    if stated or everywhere or not test.wanted:
        return _yes(stated == test.wanted)
    return OPEN


def _side(test: e.SideIs, fact: Fact, view: View, evaluation: Evaluation) -> int:
    if fact.side == test.side or (fact.side == "unknown" and test.or_unknown):
        return YES
    return OPEN if fact.side == "unknown" else NO


def _at(test: e.At, fact: Fact, view: View, evaluation: Evaluation) -> int:
    if fact.site in test.sites:
        return YES
    if not test.exactly:
        containers = view.around.anatomy.containers.get(fact.site, frozenset())
        if containers & test.sites:
            return YES
    return OPEN if fact.site in view.around.no_site else NO


def _in_muscle(test: e.InMuscle, fact: Fact, view: View, evaluation: Evaluation) -> int:
    content = view.around.anatomy.sites.get(fact.site)
    return _yes(bool(content and content.is_muscle) == test.wanted)


def _in_focal_limb(test: e.InFocalLimb, fact: Fact, view: View, evaluation: Evaluation) -> int:
    focus = focus_of(view)
    inside = bool(focus.limb) and view.around.anatomy.contains(focus.limb, fact.site)
    return _yes(inside and (fact.side == focus.side or "unknown" in (fact.side, focus.side)))


def _source(test: e.SourceIs, fact: Fact, view: View, evaluation: Evaluation) -> int:
    return _yes(fact.problem == (test.source == "problem"))


def _days(test: e.Days, fact: Fact, view: View, evaluation: Evaluation) -> int:
    if test.of == "recorded_or_begun":
        stated = [day for day in (fact.recorded, fact.onset) if day is not None]
        return _yes(any(holds(test.compare, day) for day in stated))
    day = day_of(test.of, fact, view)
    return OPEN if day is None else _yes(holds(test.compare, day))


def day_of(of: e.DayOf, fact: Fact, view: View) -> int | None:
    """The age in days that a test names; None where it is not stated."""
    if of == "recorded":
        return fact.recorded
    if of == "onset":
        return fact.onset
    return view.duration(fact) if of == "duration" else view.first_recorded(fact)


def _onset_stated(test: e.OnsetStated, fact: Fact, view: View, evaluation: Evaluation) -> int:
    return _yes((fact.onset is not None) == test.wanted)


def _after(test: e.After, fact: Fact, view: View, evaluation: Evaluation) -> int:
    since = evaluation.condition_day(view, test.conditions)
    if since is None:
        return NO
    day = day_of(test.of, fact, view)
    return OPEN if day is None else _yes(day <= since - test.by)


def _grade(test: e.GradeIs, fact: Fact, view: View, evaluation: Evaluation) -> int:
    if fact.grade is None or (test.scale and fact.grade.scale != test.scale):
        return NO
    if test.scale_only:
        return YES
    return _yes(fact.number is not None and holds(test.compare, fact.number))


def _grade_text(test: e.GradeText, fact: Fact, view: View, evaluation: Evaluation) -> int:
    if fact.grade is None or fact.grade.scale:
        return NO
    if test.texts:
        return _yes(fact.grade.value in test.texts)
    return _yes(_in_levels(fact.grade.value, test.first, test.last))


def _in_levels(level: str, first: str, last: str) -> bool:
    order = "CTLS"
    if not (level[:1] in order and level[1:].isdigit()):
        return False

    def place(name: str) -> tuple[int, int]:
        return order.index(name[0]), int(name[1:])

    return place(first) <= place(level) <= place(last)


def _flag(test: e.FlagIs, fact: Fact, view: View, evaluation: Evaluation) -> int:
    return _yes(test.flag in fact.flags)


def _bilateral(test: e.RecordedBilateral, fact: Fact, view: View, evaluation: Evaluation) -> int:
    return _yes(fact.bilateral)


def _earlier(test: e.Earlier, fact: Fact, view: View, evaluation: Evaluation) -> int:
    since = evaluation.condition_day(view, test.after_conditions) if test.after_conditions else None
    return _yes(
        any(
            _says_before(test, fact, other, view) and (since is None or (other.recorded or 0) < since)
            for other in view.history.get(fact.sign, ())
        )
    )


def earlier_records(test: e.Earlier, fact: Fact, view: View) -> list[Fact]:
    """The earlier records that make ``test`` hold for ``fact``."""
    return [other for other in view.history.get(fact.sign, ()) if _says_before(test, fact, other, view)]


def _says_before(test: e.Earlier, fact: Fact, other: Fact, view: View) -> bool:
    if other.recorded is None or fact.recorded is None or other.recorded <= fact.recorded:
        return False
    if not (holds(test.before, other.recorded - fact.recorded) and holds(test.age, other.recorded)):
        return False
    if test.absent:
        return not other.present and covers(view, other, fact)
    same_place = other.site == fact.site and (other.side == fact.side or other.bilateral)
    return same_place and _better(test, fact, other)


def _better(test: e.Earlier, fact: Fact, other: Fact) -> bool:
    if fact.grade is None or other.grade is None or fact.number is None or other.number is None:
        return False
    if test.better_by is None or fact.grade.scale != other.grade.scale:
        return False
    return test.scale in ("", fact.grade.scale) and other.number - fact.number >= test.better_by


def _absent_here(test: e.AbsentHere, fact: Fact, view: View, evaluation: Evaluation) -> int:
    negatives = (negative for sign in test.signs for negative in view.absent.get(sign, ()))
    return YES if any(covers(view, negative, fact) for negative in negatives) else OPEN


def _beside(test: e.Beside, fact: Fact, view: View, evaluation: Evaluation) -> int:
    value = NO
    for other, found in evaluation.select(test.selection, view):
        if other is not fact and _joined(test, fact, other, view):
            value = max(value, found)
            if value == YES:
                return YES
    return value


def _joined(test: e.Beside, fact: Fact, other: Fact, view: View) -> bool:
    if test.other_side and {fact.side, other.side} != {"left", "right"}:
        return False
    return all(_JOINS[join](fact, other, view) for join in test.same) and not any(
        _JOINS[join](fact, other, view) for join in test.different
    )


def limb_of(fact: Fact, view: View) -> str:
    """The outermost site that contains the finding's place (``arm``, ``leg`` …), or its own site."""
    anatomy = view.around.anatomy
    outer = [site for site in anatomy.containers.get(fact.site, ()) if anatomy.sites[site].within is None]
    return min(outer, default=fact.site)


_JOINS: dict[str, Callable[[Fact, Fact, View], bool]] = {
    "region": lambda fact, other, view: fact.region is not None and fact.region == other.region,
    "side": lambda fact, other, view: fact.side == other.side or "unknown" in (fact.side, other.side),
    "limb": lambda fact, other, view: limb_of(fact, view) == limb_of(other, view),
    "site": lambda fact, other, view: fact.site == other.site,
    "day": lambda fact, other, view: fact.recorded == other.recorded,
    "statement": lambda fact, other, view: bool(fact.statement) and fact.statement == other.statement,
    "scale": lambda fact, other, view: (
        bool(fact.grade) and bool(other.grade) and str(fact.grade).split(":")[0] == str(other.grade).split(":")[0]
    ),
    "sign": lambda fact, other, view: fact.sign == other.sign,
    "exact_side": lambda fact, other, view: fact.side == other.side,
    "raw": lambda fact, other, view: bool(fact.raw) and fact.raw == other.raw,
    "not_later": lambda fact, other, view: (view.first_recorded(other) or 0) >= (view.first_recorded(fact) or 0),
}


def _condition_here(test: e.ConditionHere, fact: Fact, view: View, evaluation: Evaluation) -> int:
    limb = limb_of(fact, view)
    return _yes(
        any(
            entry.limb in ("", limb)
            and (entry.side.value in ("unknown", "bilateral", fact.side) or fact.side == "unknown")
            for entry in evaluation.on_record(test.condition, view)
        )
    )


def _side_of_condition(test: e.SideOfCondition, fact: Fact, view: View, evaluation: Evaluation) -> int:
    sides = {entry.side.value for entry in evaluation.on_record(test.condition, view)} - {"unknown"}
    if not sides or "bilateral" in sides:
        return _yes(bool(sides) and test.same)
    if fact.side == "unknown":
        return OPEN
    return _yes((fact.side in sides) == test.same)


def _when(test: e.When, fact: Fact, view: View, evaluation: Evaluation) -> int:
    return evaluation.condition(test.condition, view).value


_EVALUATE: dict[type, Callable[[Any, Fact, View, Any], int]] = {
    e.AnyTest: _any,
    e.AllTests: _all,
    e.NotTest: _not,
    e.NamedTest: _named,
    e.FirstRow: _first,
    e.SignIs: _sign,
    e.ClassIs: _class,
    e.WeightIs: _weight,
    e.RegionIs: _region,
    e.InRegions: _in_regions,
    e.Sited: _sited,
    e.SideIs: _side,
    e.At: _at,
    e.InMuscle: _in_muscle,
    e.InFocalLimb: _in_focal_limb,
    e.SourceIs: _source,
    e.Days: _days,
    e.OnsetStated: _onset_stated,
    e.After: _after,
    e.GradeIs: _grade,
    e.GradeText: _grade_text,
    e.FlagIs: _flag,
    e.RecordedBilateral: _bilateral,
    e.Earlier: _earlier,
    e.AbsentHere: _absent_here,
    e.Beside: _beside,
    e.ConditionHere: _condition_here,
    e.SideOfCondition: _side_of_condition,
    e.When: _when,
}
