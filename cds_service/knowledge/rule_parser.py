"""Selections, conditions and terms of the rule language, from YAML to values; all faults by file and line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar, cast, get_args

from cds_service.errors import ContentError
from cds_service.knowledge import expressions as e
from cds_service.knowledge.parse_conditions import CONDITIONS
from cds_service.knowledge.parse_tests import TESTS, first_rows, parse_member, parse_test
from cds_service.knowledge.strict_yaml import Items, Members, Node, Text, fault, key_fault, nearest
from cds_service.knowledge.vocabulary import (
    Term,
    Vocabulary,
    arguments_of,
    comparison,
    known_words,
    mapping,
    only_members,
    substitute,
    words,
    yes_no,
)

Read = TypeVar("Read")


class RuleParser:
    """Reads rules against one vocabulary. A term is filled in where it is used; a cycle of terms is refused."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._open: list[str] = []
        self._selectable = vocabulary.signs | {
            name for name, term in vocabulary.terms.items() if term.kind in ("signs", "selection")
        }
        self._filled_in: dict[tuple[str, str, str], object] = {}

    # ---- names ----

    def sign_keys(self, node: Node) -> frozenset[str]:
        """Sign keys of a word or list; a group (a term of kind ``signs``) stands for its signs."""
        keys: set[str] = set()
        for word in words(node):
            group = self.vocabulary.term(word, ("signs",))
            if group:
                keys |= self._within(group, partial(self.sign_keys, group.body))
            else:
                keys |= known_words(word, self.vocabulary.signs, "sign")
        return frozenset(keys)

    def site_keys(self, node: Node) -> frozenset[str]:
        """Site keys of a word or list."""
        return known_words(node, self.vocabulary.sites, "site")

    def region_keys(self, node: Node) -> frozenset[str]:
        """Region keys of a word or list."""
        return known_words(node, self.vocabulary.regions, "region")

    def condition_keys(self, node: Node) -> frozenset[str]:
        """Condition keys (1.9) of a word or list; a group stands for its conditions."""
        keys: set[str] = set()
        for word in words(node):
            group = self.vocabulary.term(word, ("conditions",))
            if group:
                keys |= self._within(group, partial(self.condition_keys, group.body))
            else:
                keys |= known_words(word, self.vocabulary.conditions, "condition")
        return frozenset(keys)

    # ---- terms ----

    def _within(self, term: Term, read: Callable[[], Read]) -> Read:
        if term.name in self._open:
            path = " -> ".join([*self._open, term.name])
            raise ContentError([fault(term.body, f"terms may not use themselves: {path}")])
        self._open.append(term.name)
        try:
            return read()
        finally:
            self._open.pop()

    def _filled(self, name: str, kinds: tuple[str, ...], argument: Node | None, place: Node) -> tuple[Term, Node]:
        term = self.vocabulary.term(name, kinds)
        if term is None:
            known = [other.name for other in self.vocabulary.terms.values() if other.kind in kinds]
            raise ContentError(
                [fault(place, f'no term of kind {" or ".join(kinds)} is called "{name}".{nearest(name, known)}')]
            )
        return term, substitute(term.body, arguments_of(term, argument, place))

    def _once(self, kind: str, name: str, argument: Node | None, read: Callable[[], Read]) -> Read:
        # The same term with the same arguments is one value, so that an evaluation can remember its outcome.
        key = (kind, name, repr(argument))
        if key not in self._filled_in:
            self._filled_in[key] = read()
        return cast(Read, self._filled_in[key])

    def test_term(self, name: str, argument: Node | None, place: Node) -> e.Test:
        """A test term with its argument filled in."""
        term, body = self._filled(name, ("test", "first"), argument, place)
        read = first_rows if term.kind == "first" else parse_test
        return self._once(
            "test",
            name,
            argument,
            lambda: e.NamedTest(name, self._within(term, lambda: read(self, body)), self._arguments(term, argument)),
        )

    def _arguments(self, term: Term, node: Node | None) -> e.Arguments:
        """The arguments of a call, for people: what is no list of keys or numbers is read as a selection."""
        arguments = arguments_of(term, node, term.body)
        return tuple((name, self._argument(argument)) for name, argument in arguments.items())

    def _argument(self, node: Node) -> tuple[str, ...] | e.Selection:
        items = node if isinstance(node, Items) else [node]
        if any(isinstance(item, Members) or item in self._selectable for item in items):
            return self.selection(node)
        return tuple(str(word) for word in items)

    # ---- selections ----

    def selection(self, node: Node) -> e.Selection:
        """A selection from a name (sign, group, term), a list (union) or a mapping (``of`` and tests)."""
        if isinstance(node, Text):
            return self._named_selection(node)
        if isinstance(node, Items):
            return e.Union(tuple(self.selection(item) for item in node))
        return self._filtered(node)

    def _named_selection(self, name: Text) -> e.Selection:
        if name in self.vocabulary.signs or self.vocabulary.term(name, ("signs",)):
            return e.Signs(self.sign_keys(name))
        if self.vocabulary.term(name, ("selection",)):
            return self._selection_term(name, None, name)
        known = [
            *self.vocabulary.signs,
            *(t.name for t in self.vocabulary.terms.values() if t.kind in ("signs", "selection")),
        ]
        raise ContentError([fault(name, f'no sign, group or selection is called "{name}".{nearest(name, known)}')])

    def _selection_term(self, name: str, argument: Node | None, place: Node) -> e.Selection:
        term, body = self._filled(name, ("selection",), argument, place)
        return self._once(
            "selection",
            name,
            argument,
            lambda: e.NamedSelection(
                name, self._within(term, lambda: self.selection(body)), self._arguments(term, argument)
            ),
        )

    def _filtered(self, node: Members) -> e.Selection:
        if len(node) == 1:
            (key,) = node
            if key not in TESTS and self.vocabulary.term(key, ("selection",)):
                return self._selection_term(key, node[key], node)
        among = self._among(node)
        of: e.Selection = e.Signs(None, among)
        if "of" in node:
            of = self.selection(node["of"])
            if "among" in node:
                of = _among_of(of, among, node)
        tests = tuple(parse_member(self, node, key) for key in node if key not in ("of", "except", "among"))
        excluding = self.selection(node["except"]) if "except" in node else None
        return of if not tests and excluding is None else e.Filter(of, tests, excluding)

    def _among(self, node: Members) -> e.Among:
        if "among" not in node:
            return "active"
        (word,) = known_words(node["among"], get_args(e.Among), "kind of record")
        return next(among for among in get_args(e.Among) if among == word)

    # ---- conditions ----

    def condition(self, node: Node) -> e.Condition:
        """A condition from the name of a term, a list (all) or a mapping with one word."""
        if isinstance(node, Text):
            if node == "always":
                return e.Always()
            return self.condition_term(node, None, node)
        if isinstance(node, Items):
            return e.All(tuple(self.condition(item) for item in node))
        if len(node) != 1:
            raise ContentError(
                [fault(node, f"one word is expected here, not {len(node)}: {', '.join(node)}; join them by all or any")]
            )
        (key,) = node
        if key in CONDITIONS:
            return CONDITIONS[key](self, node[key])
        if self.vocabulary.term(key, ("condition",)):
            return self.condition_term(key, node[key], node)
        known = [*CONDITIONS, *(t.name for t in self.vocabulary.terms.values() if t.kind == "condition")]
        raise ContentError([key_fault(node, key, f'no condition is called "{key}".{nearest(key, known)}')])

    def condition_term(self, name: str, argument: Node | None, place: Node) -> e.Condition:
        """A condition term with its argument filled in."""
        term, body = self._filled(name, ("condition",), argument, place)
        return self._once(
            "condition",
            name,
            argument,
            lambda: e.Named(name, self._within(term, lambda: self.condition(body)), self._arguments(term, argument)),
        )

    def conditions(self, node: Node) -> tuple[e.Condition, ...]:
        """Several conditions: a list, or a mapping whose keys name the clauses."""
        if isinstance(node, Items):
            return tuple(self.condition(item) for item in node)
        if isinstance(node, Members):
            return tuple(e.Named(key, self.condition(child), clause=True) for key, child in node.items())
        raise ContentError([fault(node, "a list of conditions, or a mapping of named clauses, is expected here")])

    def region_set(self, name: str, place: Node) -> e.RegionSet:
        """A condition term with the one parameter ``region``, asked for every region."""
        return e.RegionSet(
            name,
            tuple(
                (region, self.condition_term(name, _text(region, place), place)) for region in self.vocabulary.regions
            ),
        )

    def on_record(self, node: Node) -> e.OnRecord:
        """A condition on record: a key or group, or a mapping with ``any_of`` and restrictions."""
        if not isinstance(node, Members):
            return e.OnRecord(self.condition_keys(node))
        days = ("recorded", "onset", "recorded_or_begun")
        only_members(node, ("any_of", "every", "verification", "history", "undated", "has_side", "day", *days))
        keys = node.get("any_of", node.get("every"))
        if keys is None:
            raise ContentError([fault(node, 'name the conditions: "any_of", or "every"')])
        history = "any" if "history" not in node else ("yes" if yes_no(node["history"]) else "no")
        return e.OnRecord(
            self.condition_keys(keys),
            verification=_verification(node),
            history="yes" if history == "yes" else "no" if history == "no" else "any",
            days=tuple(e.Days(day, comparison(mapping(node[day]))) for day in get_args(e.DayOf) if day in node),
            or_undated="undated" in node and yes_no(node["undated"]),
            has_side=yes_no(node["has_side"]) if "has_side" in node else None,
            every="every" in node,
            day=comparison(mapping(node["day"])) if "day" in node else None,
        )


def _verification(node: Members) -> str:
    if "verification" not in node:
        return "confirmed"
    return next(iter(known_words(node["verification"], ("confirmed", "provisional", "refuted"), "verification")))


def _text(value: str, place: Node) -> Text:
    text = Text(value)
    text.file, text.line = place.file, place.line
    return text


def _among_of(selection: e.Selection, among: e.Among, place: Node) -> e.Selection:
    if isinstance(selection, e.Signs):
        return e.Signs(selection.signs, among)
    if isinstance(selection, e.Union):
        return e.Union(tuple(_among_of(part, among, place) for part in selection.selections))
    raise ContentError([fault(place, '"among" goes with signs or a group of signs in "of"')])
