"""How the examples of a pattern are read, and refused with file and line."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from cds_service.errors import ContentError, ContentFault
from cds_service.knowledge.examples import Example
from cds_service.knowledge.strict_yaml import Items, Members, Node, fault, key_fault, mappings_in, validate
from cds_service.knowledge.vocabulary import Vocabulary, known_words


def read_examples(vocabulary: Vocabulary, node: Node) -> tuple[Example, ...]:
    """The examples of one pattern. Raises ContentError with the faults of all of them."""
    if not isinstance(node, Items):
        raise ContentError([fault(node, '"examples" must be a list')])
    examples: list[Example] = []
    faults: list[ContentFault] = []
    for one in node:
        try:
            examples.append(validate(one, Example))
            faults += _faults(vocabulary, one)
        except ContentError as error:
            faults += error.faults
    if faults:
        raise ContentError(faults)
    return tuple(examples)


def _faults(vocabulary: Vocabulary, example: Node) -> Iterator[ContentFault]:
    known: dict[str, tuple[str, Collection[str]]] = {
        "sign": ("sign", vocabulary.signs),
        "site": ("site", vocabulary.sites),
        "scale": ("scale", vocabulary.scales),
        "key": ("condition", vocabulary.conditions),
        "field": ("result", vocabulary.results),
        "medications": ("medication", vocabulary.medications),
    }
    for node in mappings_in(example):
        for member, (what, keys) in known.items():
            if member in node:
                yield from _unknown(node[member], keys, what)
        yield from _unknown_grade(vocabulary, node)
        if "age" in node and "age_months" in node:
            yield key_fault(node, "age_months", "an example tells the age in years or in months, not in both")


def _unknown_grade(vocabulary: Vocabulary, node: Members) -> list[ContentFault]:
    """A grade of a scale with numbers must be one of its grades: another would say nothing, in silence."""
    grades = {value for scale, value in vocabulary.grade_numbers if scale == node.get("scale")}
    return _unknown(node["value"], grades, f"grade of {node['scale']}") if grades else []


def _unknown(node: Node, keys: Collection[str], what: str) -> list[ContentFault]:
    try:
        known_words(node, keys, what)
    except ContentError as error:
        return error.faults
    return []
