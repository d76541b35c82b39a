"""The names that a rule may use, and the terms that clinicians define: checked by name, filled in by argument."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from cds_service.errors import ContentError, ContentFault
from cds_service.knowledge.expressions import Compare
from cds_service.knowledge.strict_yaml import Items, Members, Node, Text, fault, nearest

TERM_KINDS = ("signs", "conditions", "selection", "test", "first", "condition")
_TERM_MEMBERS = {*TERM_KINDS, "parameters", "text", "references"}


@dataclass(frozen=True, slots=True)
class Term:
    """A named expression of the content. ``kind`` is one of TERM_KINDS (``first`` is a decision list: a test)."""

    name: str
    kind: str
    body: Node
    parameters: tuple[str, ...]
    text: str
    references: tuple[str, ...]


@dataclass(slots=True)
class Vocabulary:
    """Every key that rules may name. ``used`` collects the terms that some rule used."""

    signs: frozenset[str]
    sites: frozenset[str]
    regions: tuple[str, ...]
    scales: frozenset[str]
    conditions: frozenset[str]
    medications: frozenset[str]
    results: frozenset[str]
    actions: frozenset[str]
    patterns: dict[str, int]
    """Pattern keys with their tiers."""
    terms: dict[str, Term] = field(default_factory=dict)
    grade_numbers: dict[tuple[str, str], Decimal] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def term(self, name: str, kinds: Iterable[str]) -> Term | None:
        """The term of that name if its kind is one of ``kinds``."""
        term = self.terms.get(name)
        if term is None or term.kind not in kinds:
            return None
        self.used.add(name)
        return term


def read_term(name: str, node: Node) -> Term:
    """A term of a file of ``terms/``. Raises ContentError where it has no or several expressions."""
    if not isinstance(node, Members):
        raise ContentError([fault(node, f'the term "{name}" must be a mapping with one of {", ".join(TERM_KINDS)}')])
    faults = [
        ContentFault(node.file, node.key_lines[key], f'no member is called "{key}" here.{nearest(key, _TERM_MEMBERS)}')
        for key in node
        if key not in _TERM_MEMBERS
    ]
    kinds = [kind for kind in TERM_KINDS if kind in node]
    if len(kinds) != 1:
        faults.append(fault(node, f'the term "{name}" needs exactly one of {", ".join(TERM_KINDS)}'))
    if "references" not in node:
        faults.append(fault(node, f'the term "{name}" has no references: every term says where it comes from'))
    if faults:
        raise ContentError(faults)
    return Term(
        name,
        kinds[0],
        node[kinds[0]],
        tuple(words(node.get("parameters", _empty(node)))),
        str(node.get("text", "")),
        tuple(words(node.get("references", _empty(node)))),
    )


def _empty(near: Members) -> Items:
    items = Items()
    items.file, items.line = near.file, near.line
    return items


def words(node: Node) -> list[Text]:
    """The scalars of a scalar or a list of scalars. Raises ContentError for anything else."""
    items = node if isinstance(node, Items) else [node]
    if not all(isinstance(item, Text) for item in items):
        raise ContentError([fault(node, "a name or a list of names is expected here")])
    return [item for item in items if isinstance(item, Text)]


def known_words(node: Node, known: Iterable[str], what: str) -> frozenset[str]:
    """The words of ``node``, each of which must be ``known``. Raises ContentError with the nearest right word."""
    known_set = set(known)
    faults = [
        fault(word, f'no {what} is called "{word}".{nearest(word, known_set)}')
        for word in words(node)
        if word not in known_set
    ]
    if faults:
        raise ContentError(faults)
    return frozenset(str(word) for word in words(node))


def substitute(node: Node, arguments: dict[str, Node]) -> Node:
    """``node`` with every ``$name`` replaced by its argument; places are kept."""
    if isinstance(node, Text):
        return arguments.get(node[1:], node) if node.startswith("$") else node
    if isinstance(node, Items):
        items = Items(substitute(child, arguments) for child in node)
        items.file, items.line = node.file, node.line
        return items
    members = Members({key: substitute(child, arguments) for key, child in node.items()})
    members.file, members.line, members.key_lines = node.file, node.line, node.key_lines
    return members


def arguments_of(term: Term, node: Node | None, place: Node) -> dict[str, Node]:
    """The arguments of a call of ``term``: one parameter takes the node as it is, several take a mapping."""
    if not term.parameters:
        if node is not None:
            raise ContentError([fault(place, f'"{term.name}" takes no argument')])
        return {}
    if node is None:
        raise ContentError([fault(place, f'"{term.name}" needs {", ".join(term.parameters)}')])
    if len(term.parameters) == 1:
        return {term.parameters[0]: node}
    if not isinstance(node, Members) or set(node) != set(term.parameters):
        raise ContentError([fault(place, f'"{term.name}" needs the members {", ".join(term.parameters)}')])
    return dict(node)


def whole_number(node: Node) -> int:
    """A whole number. Raises ContentError for anything else."""
    number = decimal_number(node)
    if number != int(number):
        raise ContentError([fault(node, f'"{node}" is not a whole number')])
    return int(number)


def decimal_number(node: Node) -> Decimal:
    """A number. Raises ContentError for anything else."""
    try:
        return Decimal(str(node)) if isinstance(node, Text) else Decimal("NaN") / 0
    except (InvalidOperation, ZeroDivisionError) as error:
        raise ContentError([fault(node, f'"{node}" is not a number')]) from error


_BOUNDS = ("at_most", "at_least", "less_than", "more_than")


def comparison(node: Members, numbers: dict[str, Decimal] | None = None) -> Compare:
    """The bounds among the members of ``node``. ``numbers`` reads words of a scale (``4-``) as numbers."""
    bounds: dict[str, Decimal] = {}
    for bound in _BOUNDS:
        if bound in node:
            word = node[bound]
            bounds[bound] = numbers[str(word)] if numbers and str(word) in numbers else decimal_number(word)
    if "exactly" in node:
        bounds["at_most"] = bounds["at_least"] = decimal_number(node["exactly"])
    return Compare(**bounds)


def yes_no(node: Node) -> bool:
    """``yes`` or ``no``. Raises ContentError for anything else."""
    if node not in ("yes", "no"):
        raise ContentError([fault(node, f'"{node}" must be yes or no')])
    return node == "yes"


def only_members(node: Members, allowed: Iterable[str]) -> None:
    """Raises ContentError for a member that is not ``allowed``."""
    allowed_set = set(allowed)
    faults = [
        ContentFault(
            node.file,
            node.key_lines.get(key, node.line),
            f'no member is called "{key}" here.{nearest(key, allowed_set)}',
        )
        for key in node
        if key not in allowed_set
    ]
    if faults:
        raise ContentError(faults)


COMPARISON_MEMBERS = (*_BOUNDS, "exactly")


def mapping(node: Node) -> Members:
    """``node`` as a mapping. Raises ContentError for anything else."""
    if not isinstance(node, Members):
        raise ContentError([fault(node, "a mapping is expected here")])
    return node
