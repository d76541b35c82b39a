"""Entries of terms: the text that rules are read by, and the rule that stands behind it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from cds_service.catalogue.entry import Entry, Line, fact, listed
from cds_service.catalogue.sources import sources
from cds_service.knowledge import expressions as e
from cds_service.knowledge.dependencies import parts_of
from cds_service.knowledge.in_words import Names, one_line, say
from cds_service.knowledge.in_words.said import plain
from cds_service.knowledge.in_words.saying import say_term
from cds_service.knowledge.model import TermWords

Use = e.Named | e.NamedTest | e.NamedSelection

KINDS = {
    "signs": "a group of signs",
    "conditions": "a group of diagnoses",
    "selection": "findings",
    "test": "a property of a finding",
    "first": "a property of a finding",
    "condition": "a statement about the patient",
}
"""What a term is, by its kind."""


def uses_of_terms(names: Names) -> dict[str, list[Use]]:
    """Where each term is used, with its arguments filled in; what reads the same once."""
    clinical = names.clinical
    uses: dict[str, dict[str, Use]] = defaultdict(dict)
    everything = (*clinical.patterns.values(), clinical.sign_rules, clinical.precedence, clinical.criteria)
    for part in parts_of(everything):
        if isinstance(part, e.Named | e.NamedTest | e.NamedSelection) and not getattr(part, "clause", False):
            uses[part.name].setdefault(_as_used(part, names), part)
    return {name: [found[words] for words in sorted(found)] for name, found in uses.items()}


def term_entry(term: TermWords, uses: list[Use], names: Names) -> Entry:
    """One term. A term with parameters is written out once, as it is first used, and its other uses are listed."""
    facts = (
        *listed("What it is", [f"`{term.name}`, {KINDS[term.kind]}"]),
        *_members(term, names),
        *(_written_out(term, uses[0], names) if uses else ()),
        *_other_uses(term, uses[1:], names),
        *sources(term.references, names),
    )
    return Entry("term", term.name, re.sub(r"\{\w+\}", "…", term.text) or term.name, facts)


def _members(term: TermWords, names: Names) -> Iterator[Line]:
    if term.kind == "signs":
        yield from listed("Is one of", [names.sign(key) for key in names.clinical.signs if key in term.members])
    if term.kind == "conditions":
        keys = [key for key in names.clinical.conditions if key in term.members]
        yield from listed("Is one of", [names.condition(key) for key in keys])


def _written_out(term: TermWords, use: Use, names: Names) -> Iterator[Line]:
    said = say(_inside(use), names)
    label = "Means"
    if use.arguments:
        label = f'Means, as "{_as_used(use, names)}"'
    yield from fact(label, said)


def _other_uses(term: TermWords, uses: list[Use], names: Names) -> Iterator[Line]:
    yield from listed("Used also as", sorted({_as_used(use, names) for use in uses}))


def _as_used(use: Use, names: Names) -> str:
    said = say_term(use.name, use.arguments, names)
    return plain(one_line(said) or said.lead)


def _inside(use: Use) -> e.Condition | e.Test | e.Selection:
    if isinstance(use, e.Named):
        return use.condition
    return use.test if isinstance(use, e.NamedTest) else use.selection
