"""Why a pattern holds, does not hold, or cannot be told: its clauses with their findings, and what is missing (N8)."""

from __future__ import annotations

from collections.abc import Iterator

from cds_service.knowledge import expressions as e
from cds_service.knowledge.expressions import BARE, NO, OPEN
from cds_service.knowledge.in_words import Names, flat, heading, say
from cds_service.knowledge.in_words.said import series
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
    """One condition in words; of one whose parts have lines of their own, what joins them."""
    said = say(condition, Names(clinical))
    return heading(said) if said.parts and _children(condition) else flat(said)


def missing(condition: e.Condition, view: View, clinical: Clinical) -> Iterator[str]:
    """What, if it were recorded, could complete a condition that is only open."""
    if EVALUATION.condition(condition, view).value != OPEN:
        return
    if isinstance(condition, e.Absent):
        yield f"explicit normal finding: {Names(clinical).signs(condition.signs)}"
    elif isinstance(condition, e.Age):
        yield "age"
    elif isinstance(condition, e.SexIs):
        yield "sex"
    elif isinstance(condition, e.Some | e.Count | e.BothSides):
        yield f"site, side or date of: {flat(say(condition.selection, Names(clinical)))}"
    elif isinstance(condition, e.Regions):
        yield f"region of: {series([flat(say(one, Names(clinical))) for one in condition.sets], 'or')}"
    elif isinstance(condition, e.Named):
        yield from missing(condition.condition, view, clinical)
    elif isinstance(condition, e.All | e.AnyOf | e.AtLeast):
        for child in condition.conditions:
            yield from missing(child, view, clinical)
    else:
        yield words_of(condition, clinical)
