"""Conditions about diagnoses, medicines, results and orders."""

from __future__ import annotations

from dataclasses import replace

from cds_service.knowledge import expressions as e
from cds_service.knowledge.in_words.names import Names
from cds_service.knowledge.in_words.numbers import ago, bounds, old, plain_number
from cds_service.knowledge.in_words.said import Said, plain, prefixed, series
from cds_service.knowledge.in_words.saying import deny, say

_HISTORY = {"yes": ["only as history"], "no": ["not only as history"], "any": []}


@say.register
def _on_record(condition: e.OnRecord, names: Names) -> Said:
    return Said(f"on record: {diagnoses(condition, names)}")


@deny.register
def _not_on_record(condition: e.OnRecord, names: Names) -> Said:
    return Said(f"not on record: {diagnoses(condition, names)}")


def diagnoses(condition: e.OnRecord, names: Names) -> str:
    """The conditions with everything that is asked of their entries."""
    limits = [] if condition.verification == "confirmed" else [condition.verification]
    limits += _HISTORY[condition.history]
    limits += [str(say(test, names).lead) for test in condition.days]
    if condition.or_undated:
        limits.append("or undated")
    if condition.has_side is not None:
        limits.append("with a side" if condition.has_side else "without a side")
    if condition.day is not None:
        limits.append(f"dated {ago(condition.day)}")
    entries = "every entry (and there is one) of " if condition.every else ""
    return ", ".join([f"{entries}{names.conditions(condition.keys)}", *limits])


@say.register
def _medication(condition: e.OnMedication, names: Names) -> Said:
    ended = f", or ended {ago(condition.ended)}" if condition.ended != e.Compare() else ""
    return Said(f"medicine on record: {series(sorted(map(names.medication, condition.keys)), 'or')}{ended}")


@say.register
def _result(condition: e.ResultIs, names: Names) -> Said:
    said = [_value(condition, names)]
    if condition.days > 1:
        said.append(f"on {condition.days} different days or more")
    if condition.age != e.Compare():
        said.append(f"in a result {old(condition.age)} old")
    return Said(f"{names.result(condition.field)}: {', '.join(said)}")


def _value(condition: e.ResultIs, names: Names) -> str:
    unit = names.unit(condition.field)
    if condition.fell_by is not None:
        return f"fell by {plain_number(condition.fell_by)}{unit} or more"
    if condition.words:
        return series(sorted(condition.words), "or")
    if condition.compare is not None:
        return bounds(condition.compare, lambda number: f"{plain_number(number)}{unit}")
    return "recorded"


@say.register
def _order(condition: e.OrderIs, names: Names) -> Said:
    what = series([names.action(key) for key in sorted(condition.actions)], "or")
    age = f", {ago(condition.age)}" if condition.age != e.Compare() else ""
    return Said(f"{series(sorted(condition.statuses), 'or')}{age}: {what}")


@say.register
def _condition_here(test: e.ConditionHere, names: Names) -> Said:
    return Said(f"in a limb (and on a side) of which this is on record: {diagnoses(test.condition, names)}")


@say.register
def _side_of_condition(test: e.SideOfCondition, names: Names) -> Said:
    where = "on the side of" if test.same else "on the side opposite to"
    return Said(f"{where}: {diagnoses(test.condition, names)}")


@say.register
def _when(test: e.When, names: Names) -> Said:
    return _while("provided that", say(test.condition, names))


@deny.register
def _unless(test: e.When, names: Names) -> Said:
    return _while("unless", say(test.condition, names))


def _while(how: str, said: Said) -> Said:
    """A condition inside a sentence: what stands before its colon becomes a clause."""
    for label, clause in _CLAUSES.items():
        if plain(said.lead).startswith(label):
            return replace(said, lead=f"{how} {clause} {said.lead.removeprefix(label).strip()}".strip())
    return prefixed(how, said)


_CLAUSES = {
    "some finding:": "there is",
    "no finding:": "there is no finding:",
    "on record:": "there is on record:",
    "not on record:": "there is not on record:",
}
