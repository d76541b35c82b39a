"""``say`` and ``deny``: one expression of the rule language, or its opposite, in English; a module for each kind."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import singledispatch
from typing import get_args

from cds_service.knowledge import expressions as e
from cds_service.knowledge.in_words.names import Names
from cds_service.knowledge.in_words.said import Said, one_line, plain, prefixed

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@singledispatch
def say(expression: object, names: Names) -> Said:
    """The expression in English. A test reads after a noun (``recorded 28 days ago or less``), a selection is a noun,
    a condition a statement. Raises TypeError for what is no expression."""
    raise TypeError(f"no words for {type(expression).__name__}")


@singledispatch
def deny(expression: object, names: Names) -> Said:
    """The opposite of the expression in English."""
    said = say(expression, names)
    if said.parts and not said.lead:
        return Said("none of these" if said.joint == "or" else "not all of these", said.parts, "list")
    if isinstance(expression, get_args(e.Condition)):
        return prefixed("not:", said)
    if plain(said.lead).startswith("that is "):
        return replace(said, lead=said.lead.replace("that is ", "that is not ", 1))
    return prefixed("not one" if plain(said.lead).startswith("that ") else "not", said)


def line_of(expression: object, names: Names) -> str | None:
    """The expression in one line, None where it needs a list."""
    return one_line(say(expression, names))


def say_term(name: str, arguments: e.Arguments, names: Names) -> Said:
    """A term by its text, with its arguments at their places; an argument that needs a list follows as one."""
    term = names.clinical.terms.get(name)
    text = term.text if term and term.text else name.replace("_", " ")
    said = {parameter: _argument(value, names) for parameter, value in arguments}
    lines = {parameter: one_line(value) for parameter, value in said.items()}
    needs_list = [value for parameter, value in said.items() if lines[parameter] is None]
    filled = _PLACEHOLDER.sub(lambda match: plain(lines.get(match[1]) or "the following"), text)
    linked = names.term(name, re.sub(r"\b1 days\b", "1 day", filled))
    return Said(linked, tuple(needs_list), "list") if needs_list else Said(linked)


def say_region_term(name: str, names: Names) -> str:
    """A term with the one parameter ``region``, asked for every region: its text without the region."""
    text = names.clinical.terms[name].text if name in names.clinical.terms else name
    return names.term(name, re.sub(r",? in (the )?\{\w+\}", "", text))


def _argument(value: tuple[str, ...] | e.Selection, names: Names) -> Said:
    if not isinstance(value, tuple):
        return say(value, names)
    if all(word in names.clinical.anatomy.regions for word in value):
        return Said(names.regions(value))
    return Said(" or ".join(names.said_as(word) for word in value))
