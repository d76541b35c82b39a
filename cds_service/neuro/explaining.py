"""Why a pattern holds, does not hold, or cannot be told: its clauses with their findings, and what is missing (N8)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from cds_service.knowledge import expressions as e
from cds_service.knowledge.expressions import BARE, NO, OPEN
from cds_service.knowledge.model import Clinical
from cds_service.neuro.evaluation import Evaluation
from cds_service.neuro.facts import View
from cds_service.neuro.outcome import PatternOutcome, Ternary, Trace
from cds_service.neuro.patterns import Verdict

EVALUATION = Evaluation()


def outcome_of(verdict: Verdict, clinical: Clinical, explain: bool) -> PatternOutcome:
    """The three-valued result of a pattern: findings for yes, missing items for unknown."""
    pattern = verdict.pattern
    because = verdict.used if verdict.result == "yes" else ()
    if verdict.result == "unknown" and explain:
        because = tuple(dict.fromkeys(missing(pattern.fires, verdict.view, clinical)))
    trace = trace_of(pattern.fires, verdict.view, clinical) if explain else None
    return PatternOutcome(pattern.key, verdict.result, because, trace)


def _ternary(value: int) -> Ternary:
    return "yes" if value >= BARE else "unknown" if value == OPEN else "no"


def trace_of(condition: e.Condition, view: View, clinical: Clinical) -> Trace:
    """The condition with its outcome and that of its parts; a term is one line with its own parts below."""
    outcome = EVALUATION.condition(condition, view)
    children = tuple(trace_of(child, view, clinical) for child in _children(condition))
    because = outcome.used if outcome.value != NO else ()
    return Trace(words_of(condition, clinical), _ternary(outcome.value), because, children)


def _children(condition: e.Condition) -> tuple[e.Condition, ...]:
    if isinstance(condition, e.All | e.AnyOf | e.AtLeast):
        return condition.conditions
    if isinstance(condition, e.Named):
        return (
            _children(condition.condition)
            if isinstance(condition.condition, e.All | e.AnyOf | e.AtLeast)
            else ((condition.condition,) if isinstance(condition.condition, e.Named) else ())
        )
    if isinstance(condition, e.Not):
        return (condition.condition,)
    return ()


def words_of(condition: e.Condition, clinical: Clinical) -> str:
    """One condition in words."""
    if isinstance(condition, e.Named):
        term = clinical.terms.get(condition.name)
        return term.text if term is not None and term.text else f"({condition.name})"
    say = _WORDS.get(type(condition))
    return say(condition, clinical) if say else type(condition).__name__.lower()


def _selection_words(selection: e.Selection, clinical: Clinical) -> str:
    if isinstance(selection, e.NamedSelection):
        term = clinical.terms.get(selection.name)
        return term.text if term is not None and term.text else selection.name
    if isinstance(selection, e.Signs):
        return _sign_words(selection.signs, clinical)
    if isinstance(selection, e.Union):
        return " or ".join(_selection_words(part, clinical) for part in selection.selections)
    tests = [test for test in selection.tests if isinstance(test, e.NamedTest)]
    names = [clinical.terms[test.name].text or test.name for test in tests if test.name in clinical.terms]
    return ", ".join([_selection_words(selection.of, clinical), *names])


def _sign_words(signs: frozenset[str] | None, clinical: Clinical) -> str:
    if signs is None:
        return "a finding"
    labels = [clinical.sign_label(sign) for sign in sorted(signs)]
    return " or ".join(labels[:4]) + (" …" if len(labels) > 4 else "")


_WORDS: dict[type, Callable[[Any, Clinical], str]] = {
    e.All: lambda c, k: "all of",
    e.AnyOf: lambda c, k: "any of",
    e.AtLeast: lambda c, k: f"at least {c.number} of",
    e.Not: lambda c, k: f"not: {words_of(c.condition, k)}",
    e.Some: lambda c, k: _selection_words(c.selection, k),
    e.Absent: lambda c, k: f"explicitly absent: {_sign_words(c.signs, k)}",
    e.Only: lambda c, k: f"only evidence: {_selection_words(c.selection, k)}",
    e.Count: lambda c, k: f"count of {_selection_words(c.selection, k)}",
    e.BothSides: lambda c, k: f"both sides: {_selection_words(c.selection, k)}",
    e.OneSide: lambda c, k: f"one side only: {_selection_words(c.selection, k)}",
    e.Regions: lambda c, k: "regions with " + " or ".join(_term_words(s.name, k) for s in c.sets),
    e.Age: lambda c, k: "age",
    e.SexIs: lambda c, k: f"sex {c.sex}",
    e.OnRecord: lambda c, k: "on record: " + ", ".join(k.conditions[key].label for key in sorted(c.keys)),
    e.OnMedication: lambda c, k: "medication: " + ", ".join(sorted(c.keys)),
    e.ResultIs: lambda c, k: f"result {c.field}",
    e.OrderIs: lambda c, k: "order on record: " + ", ".join(sorted(c.actions)),
    e.PatternFires: lambda c, k: "pattern: " + ", ".join(sorted(c.patterns)),
    e.ClauseHeld: lambda c, k: f"{c.pattern} by ({c.clause})",
}


def _term_words(name: str, clinical: Clinical) -> str:
    return clinical.terms[name].text if name in clinical.terms else name


def missing(condition: e.Condition, view: View, clinical: Clinical) -> Iterator[str]:
    """What, if it were recorded, could complete a condition that is only open."""
    if EVALUATION.condition(condition, view).value != OPEN:
        return
    if isinstance(condition, e.Absent):
        yield f"explicit normal finding: {_sign_words(condition.signs, clinical)}"
    elif isinstance(condition, e.Age):
        yield "age"
    elif isinstance(condition, e.SexIs):
        yield "sex"
    elif isinstance(condition, e.Some | e.Count | e.BothSides):
        yield f"site, side or date of: {_selection_words(condition.selection, clinical)}"
    elif isinstance(condition, e.Regions):
        yield "region of: " + " or ".join(_term_words(s.name, clinical) for s in condition.sets)
    elif isinstance(condition, e.Named):
        yield from missing(condition.condition, view, clinical)
    elif isinstance(condition, e.All | e.AnyOf | e.AtLeast):
        for child in condition.conditions:
            yield from missing(child, view, clinical)
    else:
        yield words_of(condition, clinical)
