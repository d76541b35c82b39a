"""Lint of the content's structure: sources, labels, terms and clauses that nothing uses or nothing answers to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cds_service.authoring.content_files import Written
from cds_service.errors import ContentFault
from cds_service.knowledge import expressions as e
from cds_service.knowledge.dependencies import parts_of
from cds_service.knowledge.strict_yaml import Members, Text, fault, key_fault, mappings_in, nearest
from cds_service.knowledge.vocabulary import words

_SECTION = re.compile(r"[1-6](\.\d{1,2}){0,2}( .+)?")
_RULE = re.compile(r"[PNDULWC]\d{1,2}( .+)?")
_PATTERN_BLOCK = re.compile(r"3\.4 (\w+_\w+)\b")
"""Places in the knowledge base: a section (``3.2 cord feature``), a rule (``N4``), a pattern (``3.4 umn_only``)."""


def unknown_references(content: Written) -> Iterator[ContentFault]:
    """Every reference is a key of references.yaml, or names a place in the knowledge base."""
    known, patterns = content.knowledge.clinical.references, content.knowledge.clinical.patterns
    for path, file in content.files.items():
        for node in mappings_in(file) if path != "references.yaml" else ():
            for word in words(node["references"]) if "references" in node else ():
                block = _PATTERN_BLOCK.match(word)
                if block and block[1] not in patterns:
                    near = nearest(block[1], patterns)
                    yield fault(word, f'the reference "{word}" names no pattern of this content.{near}')
                elif not (word in known or _SECTION.fullmatch(word) or _RULE.fullmatch(word)):
                    yield fault(
                        word, f'no reference is called "{word}".{nearest(word, known)} They are in references.yaml.'
                    )


def missing_references(content: Written) -> Iterator[ContentFault]:
    """Every sign, pattern and term says where it comes from."""
    entries = [("sign", *entry) for entry in content.entries("signs")]
    entries += [("pattern", *entry) for entry in content.patterns()]
    entries += [("term", *entry) for entry in content.entries("terms")]
    for kind, key, node in entries:
        if not node.get("references"):
            yield fault(
                node, f'the {kind} "{key}" has no references: say where it comes from, or PC for a project choice'
            )


def missing_labels(content: Written) -> Iterator[ContentFault]:
    """Whatever a card or explanation may have to name has words for it."""
    for folder in ("signs", "actions"):
        for key, node in content.entries(folder):
            if not node.get("label"):
                yield fault(node, f'"{key}" has an empty label: a card must call it something')
    for name in ("conditions.yaml", "regions.yaml"):
        for key, entry in content.files.get(name, Members()).items():
            if isinstance(entry, Members) and not entry.get("label"):
                yield fault(entry, f'"{key}" has an empty label: a card must call it something')
    for key, node in content.entries("terms"):
        if not node.get("text"):
            yield fault(node, f'the term "{key}" has no text: explanations speak of it by its text')


def missing_examples(content: Written) -> Iterator[ContentFault]:
    """Every pattern shows a record for which it fires, and one for which it does not."""
    for key, file in content.patterns():
        results = {example.result for example in content.knowledge.clinical.patterns[key].examples}
        for result in ("yes", "no"):
            if result not in results:
                yield fault(
                    file, f'the pattern "{key}" has no example with the result "{result}": add one to "examples"'
                )


def unused_terms(content: Written) -> Iterator[ContentFault]:
    """Every term is used by some rule."""
    unused = set(content.knowledge.clinical.unused_terms)
    for key, node in content.entries("terms"):
        if key in unused:
            yield fault(node, f'no rule uses the term "{key}": use it or take it out')


def unknown_clauses(content: Written) -> Iterator[ContentFault]:
    """A rule that asks whether a clause held names a clause that the pattern has."""
    patterns = content.knowledge.clinical.patterns
    for file in content.files.values():
        for node in mappings_in(file):
            asked = node.get("clause")
            if not isinstance(asked, Members) or not isinstance(asked.get("held"), Text):
                continue
            pattern = patterns[str(asked["pattern"])]
            clauses = {part.name for part in parts_of(pattern.fires) if isinstance(part, e.Named)}
            if asked["held"] not in clauses:
                near = nearest(str(asked["held"]), clauses)
                yield key_fault(asked, "held", f'the pattern "{pattern.key}" has no clause "{asked["held"]}".{near}')


def unread_signs(content: Written) -> Iterator[str]:
    """Signs that no rule can ever look at: recorded and shown, without effect."""
    clinical = content.knowledge.clinical
    classes: set[str] = set()
    used: set[str] = set(clinical.scales) | {rule.sign for rule in clinical.findings.normalize}
    for part in parts_of((tuple(clinical.patterns.values()), clinical.sign_rules, clinical.precedence)):
        if isinstance(part, e.Signs | e.SignIs):
            used |= part.signs or frozenset()
        elif isinstance(part, e.ClassIs):
            classes |= part.classes
    return (key for key, sign in clinical.signs.items() if key not in used and sign.sign_class not in classes)
