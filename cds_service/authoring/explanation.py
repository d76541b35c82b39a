"""A decision in words: what was read, what each pattern said, and what became of every action."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from cds_service.decide import Decision
from cds_service.knowledge.model import Knowledge
from cds_service.neuro.case import Case, CodedEvidence
from cds_service.neuro.outcome import PatternOutcome, ReadFinding, Reasoning, Ternary, Trace
from cds_service.neuro.recommendations import Recommendations, RecommendedAction

_CLAUSE_DEPTH = 2
"""Levels of clauses that are shown: further down it is the content that a reader should open."""

_RESULTS: tuple[Ternary, ...] = ("yes", "unknown", "no")


def in_words(decision: Decision, knowledge: Knowledge, as_of: date) -> str:
    """The whole explanation as text, in the order of the pipeline."""
    manifest = knowledge.manifest
    parts = [
        f"{manifest.title} {manifest.version} ({manifest.status}), counted from {as_of.isoformat()}",
        _section("Findings by region", _findings(decision.reasoning.findings)),
        _section("Not understood", _not_understood(decision.case)),
        _section("Not recorded, and would help to tell", decision.reasoning.not_recorded),
        _section("Neither sent nor obtainable", decision.case.not_looked_at),
        _section("Read in part", decision.case.truncated),
        _section("Patterns (below each: the clauses that made it so)", _patterns(decision.reasoning.outcomes)),
        _section("Fired, but without a card", _silenced(decision.reasoning, decision.recommendations)),
        _section("Actions suggested", _suggested(decision.recommendations)),
        _section("Actions dropped", _dropped(decision.recommendations)),
        _section("Cards", _cards(decision)),
    ]
    return "\n\n".join(parts)


def _section(heading: str, lines: Iterable[str]) -> str:
    return "\n".join([heading, *(f"  {line}" for line in list(lines) or ["none"])])


def _findings(findings: Sequence[ReadFinding]) -> Iterator[str]:
    for region in sorted({finding.region for finding in findings}):
        yield region or "no region"
        yield from (f"  {_finding(finding)}" for finding in findings if finding.region == region)


def _finding(finding: ReadFinding) -> str:
    words = [
        finding.id,
        "present" if finding.present else "absent",
        f"{finding.sign} ({finding.sign_class})",
        f"at {finding.site}, {finding.side}",
        f"grade {finding.grade}" if finding.grade else "",
        f"recorded {_day(finding.recorded)}",
        f"since {_day(finding.onset)}" if finding.onset else "",
        "from the problem list" if finding.source == "problem" else "",
        "stale" if finding.stale else "",
        "replaced by a newer record" if finding.replaced else "",
        *finding.notes,
        _references(finding.evidence),
    ]
    return ", ".join(word for word in words if word)


def _not_understood(case: Case) -> Iterator[str]:
    for one in case.not_understood:
        yield f'{one.reference}: {one.system} {one.code} "{one.display}": {one.reason}'


def _patterns(outcomes: Sequence[PatternOutcome]) -> Iterator[str]:
    for result in _RESULTS:
        for outcome in outcomes:
            if outcome.result == result:
                because = f": {', '.join(outcome.because)}" if outcome.because else ""
                yield f"{result:8}{outcome.pattern}{because}"
                if outcome.trace:
                    yield from _decisive_parts(outcome.trace, _CLAUSE_DEPTH, indent=8)


def _decisive_parts(trace: Trace, depth: int, indent: int) -> Iterator[str]:
    """The clauses that made the result: those with the result of the whole."""
    for part in trace.children:
        if part.result == trace.result and depth:
            because = f" [{', '.join(part.because)}]" if part.because else ""
            yield f"{' ' * indent}{part.text}{because}"
            yield from _decisive_parts(part, depth - 1, indent + 2)


def _silenced(reasoning: Reasoning, recommendations: Recommendations) -> Iterator[str]:
    for silenced in reasoning.silenced:
        yield f"{silenced.pattern}: {silenced.reason}"
    for pattern in recommendations.also_matched:
        yield f"{pattern.key}: named on the first card only"


def _suggested(recommendations: Recommendations) -> Iterator[str]:
    for action in recommendations.actions:
        if action.status == "suggested":
            yield _action(action)


def _dropped(recommendations: Recommendations) -> Iterator[str]:
    for action in recommendations.dropped:
        settled_by = f" ({_references(action.because.evidence)}, {action.because.day})" if action.because else ""
        yield f"{_action(action)}: {action.status}{settled_by}{', ' + action.reason if action.reason else ''}"


def _action(action: RecommendedAction) -> str:
    notes = "".join(f"; {note}" for note in action.notes)
    return f"{action.strength:5}{action.key}, asked for by {', '.join(action.asked_by)}{notes}"


def _cards(decision: Decision) -> Iterator[str]:
    if decision.silent:
        yield f"silent: {decision.silent}"
    for card in decision.cards:
        yield f"[{card['indicator']}] {card['summary']}"


def _references(evidence: Iterable[CodedEvidence]) -> str:
    return ", ".join(dict.fromkeys(one.reference for one in evidence))


def _day(day: date | None) -> str:
    return day.isoformat() if day else "undated"
