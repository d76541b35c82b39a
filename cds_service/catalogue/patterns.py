"""Entries of patterns: what it is, when it fires, where it points, what it asks for, what it is mistaken for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cds_service.catalogue.entry import Entry, Line, fact, listed
from cds_service.catalogue.examples import examples_in_words
from cds_service.catalogue.sources import sources
from cds_service.catalogue.values import value_words
from cds_service.knowledge import expressions as e
from cds_service.knowledge.in_words import Names, Said, lines, one_line, say
from cds_service.knowledge.patterns import AnsweredBy, Choice, PatternContent, Row

STAGES = {
    "pattern": "",
    "overlay": "It is decided after the patterns that describe a syndrome.",
    "nothing_remains": "It is shown when no action remains to be suggested.",
}
"""When a pattern is decided, by ``Stage``."""


def pattern_entry(pattern: PatternContent, names: Names, vignettes: Mapping[str, str]) -> Entry:
    """One pattern. ``vignettes``: titles of those that expect it, by id."""
    facts = (
        *listed("What it is", [f"`{pattern.key}`, tier {pattern.tier}. {STAGES[pattern.stage]}".strip()]),
        *_indicator(pattern, names),
        *fact("Fires when", say(pattern.fires, names)),
        *_counting(pattern, names),
        *_needs(pattern, names),
        *(line for choice in pattern.localization for line in _choice("Localizes to", choice, names)),
        *_suggests(pattern, names),
        *_choice("Summary on the card", pattern.summary, names),
        *(line for row in pattern.lines for line in _row("The card adds", row, names)),
        *_values(pattern, names),
        *_answered(pattern.answered_by, names),
        *listed("Could also be", [pattern.differential] if pattern.differential else []),
        *listed("Can be wrong", [pattern.wrong]),
        *examples_in_words(pattern.examples, names),
        *listed("Vignettes", [f"{key}: {title}" for key, title in vignettes.items()]),
        *sources(pattern.references, names),
    )
    return Entry("pattern", pattern.key, pattern.title, facts)


def conditional(text: str, when: e.Condition | None, names: Names, depth: int = 0) -> Iterator[Line]:
    """A fact that holds while a condition does; in one line where that can be understood."""
    if when is None or isinstance(when, e.Always):
        yield depth, text
        return
    said = say(when, names)
    line = one_line(said)
    if line is not None:
        yield depth, f"{text}, if {line}"
        return
    (_, first), *rest = lines(said)
    yield depth, f"{text}, if {first}"
    yield from ((depth + below, below_text) for below, below_text in rest)


def _indicator(pattern: PatternContent, names: Names) -> Iterator[Line]:
    for number, (when, indicator) in enumerate(pattern.indicator):
        text = f"**Indicator:** {indicator}" if number == 0 else f"**Else:** {indicator}"
        yield from conditional(text, when, names)


def _counting(pattern: PatternContent, names: Names) -> Iterator[Line]:
    if isinstance(pattern.counting, e.NotTest):
        yield from fact("Does not count", say(e.Filter(e.Signs(None), (pattern.counting.test,)), names))
    elif pattern.counting is not None:
        yield from fact("Counts only", say(e.Filter(e.Signs(None), (pattern.counting,)), names))


def _needs(pattern: PatternContent, names: Names) -> Iterator[Line]:
    for need in pattern.needs:
        used = e.Filter(e.Signs(None), (need.used,))
        label = "**Needs also, among the findings that it rests on:**"
        yield from conditional(f"{label} {one_line(say(used, names)) or 'one of a kind'}", need.when, names)


def _choice(label: str, choice: Choice, names: Names) -> Iterator[Line]:
    for number, row in enumerate(choice.rows):
        yield from _row(label if number == 0 else "Else", row, names)


def _row(label: str, row: Row, names: Names) -> Iterator[Line]:
    text = f'"{row.text}"'
    if row.sign_list is not None:
        text = f"the signs of: {one_line(say(row.sign_list, names)) or 'what was found'}"
    yield from conditional(f"**{label}:** {text}", row.when, names)


def _suggests(pattern: PatternContent, names: Names) -> Iterator[Line]:
    for row in pattern.suggests:
        label = f"**{row.strength.capitalize()} suggest:**"
        note = f" ({row.note})" if row.note else ""
        note += " (also where a result is on record)" if row.despite_result else ""
        if len(row.actions) == 1:
            yield from conditional(f"{label} {names.action(row.actions[0])}{note}", row.when, names)
            continue
        if row.when is None:
            yield 0, f"{label}{note}"
            yield from ((1, names.action(action)) for action in row.actions)
            continue
        yield from conditional(f"{label}{note} the actions listed", row.when, names)
        yield 1, "the actions:"
        yield from ((2, names.action(action)) for action in row.actions)


def _values(pattern: PatternContent, names: Names) -> Iterator[Line]:
    for name, value in pattern.values:
        if value.choice is None:
            yield from fact(f"{{{name}}} is", value_words(value, names))
            continue
        yield from _choice(f"{{{name}}} is", value.choice, names)


def _answered(answered: AnsweredBy | None, names: Names) -> Iterator[Line]:
    if answered is None:
        return
    said = []
    if answered.imaging:
        said.append(f"a result of {' or '.join(names.action(action) for action in sorted(answered.imaging))}")
    if answered.conditions:
        after = f", recorded {answered.from_day} days or more after the findings" if answered.from_day else ""
        said.append(f"a confirmed diagnosis of {names.conditions(answered.conditions)}{after}")
    yield from fact("Answered by", Said("", tuple(Said(text) for text in said), "or") if len(said) > 1 else said[0])
