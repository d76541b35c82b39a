"""Selections as nouns: ``weakness of any kind, in the arm, begun 14 days ago or less``."""

from __future__ import annotations

from dataclasses import replace

from cds_service.knowledge import expressions as e
from cds_service.knowledge.in_words.names import Names
from cds_service.knowledge.in_words.said import Said, joined, one_line, plain
from cds_service.knowledge.in_words.saying import say, say_term
from cds_service.knowledge.in_words.tests import class_words

AMONG = {
    "active": "{}",
    "absent": "{}, examined and absent",
    "recorded": "{}, present or absent",
    "stale": "{}, past its window",
}
"""What is taken of the record, by ``Among``."""


@say.register
def _signs(selection: e.Signs, names: Names) -> Said:
    noun = "any finding" if selection.signs is None else names.signs(selection.signs)
    return Said(AMONG[selection.among].format(noun))


@say.register
def _union(selection: e.Union, names: Names) -> Said:
    """Plain signs are named together, so that a list of them reads as one."""
    plain_signs = [part for part in selection.selections if _is_plain(part)]
    keys = frozenset[str]().union(*(part.signs or () for part in plain_signs if isinstance(part, e.Signs)))
    others = tuple(say(part, names) for part in selection.selections if part not in plain_signs)
    first = (Said(names.signs(keys)),) if keys else ()
    return joined("or", (*first, *others))


def _is_plain(selection: e.Selection) -> bool:
    return isinstance(selection, e.Signs) and selection.signs is not None and selection.among == "active"


@say.register
def _filter(selection: e.Filter, names: Names) -> Said:
    noun, tests = _noun(selection, names)
    limits = [_limit(test, names) for test in tests]
    if selection.excluding is not None:
        limits.append(_exception(say(selection.excluding, names)))
    short = [text for text in map(one_line, limits) if text is not None]
    long = tuple(limit for limit in limits if one_line(limit) is None)
    line = one_line(noun) if not noun.parts else None
    if line is not None:
        text = _with(line, short)
        return joined("list", long, f"{text},") if long else Said(text)
    if not long:
        return Said(_with("one of these", short), noun.parts, "list")
    return Said(f"{_with('a finding', short)}, for which all of these hold", (_being(noun), *long), "list")


def _noun(selection: e.Filter, names: Names) -> tuple[Said, tuple[e.Test, ...]]:
    """The noun, and the tests that are still to be said: of any finding, its sign or class makes the noun."""
    tests = selection.tests
    if isinstance(selection.of, e.Signs) and selection.of.signs is None and selection.of.among == "active":
        for test in tests:
            rest = tuple(other for other in tests if other is not test)
            if isinstance(test, e.SignIs):
                return Said(names.signs(test.signs)), rest
            if isinstance(test, e.ClassIs):
                return Said(f"any {class_words(test)} finding"), rest
    return say(selection.of, names), tests


def _limit(test: e.Test, names: Names) -> Said:
    return Said(f"namely {names.signs(test.signs)}") if isinstance(test, e.SignIs) else say(test, names)


def _exception(said: Said) -> Said:
    lead = said.lead.removeprefix("any finding, for which ")
    return replace(said, lead=f"except {'where ' if lead != said.lead else ''}{lead}")


def _with(noun: str, limits: list[str]) -> str:
    """The noun with its limits after commas; ``that is …`` follows without one."""
    first = [f" {limit}" if plain(limit).startswith(("that ", "where ")) else f", {limit}" for limit in limits[:1]]
    return "".join([noun, *first, *(f", {limit}" for limit in limits[1:])])


def _being(noun: Said) -> Said:
    return Said("it is one of these", noun.parts, "list")


@say.register
def _named(selection: e.NamedSelection, names: Names) -> Said:
    return say_term(selection.name, selection.arguments, names)
