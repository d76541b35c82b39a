"""How signs, anatomy, scales, terms, patterns and precedence are read, and refused with file and line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TypeVar

from cds_service.errors import ContentError, ContentFault
from cds_service.knowledge.clinical import (
    Anatomy,
    ConditionContent,
    Manifest,
    ReadingOfSigns,
    RegionContent,
    ResultContent,
    ScaleContent,
    SignContent,
    SiteContent,
    containers_of,
)
from cds_service.knowledge.dependencies import deciding_order
from cds_service.knowledge.load_lesions import load_lesions
from cds_service.knowledge.model import Clinical, TermWords
from cds_service.knowledge.neuroanatomy import FocalContent
from cds_service.knowledge.parse_criteria import read_criteria
from cds_service.knowledge.parse_patterns import read_pattern, read_precedence
from cds_service.knowledge.parse_sign_rules import read_sign_rules
from cds_service.knowledge.patterns import PatternContent
from cds_service.knowledge.rule_parser import RuleParser
from cds_service.knowledge.strict_yaml import Members, Model, Node, fault, read_yaml, validate
from cds_service.knowledge.vocabulary import Term, Vocabulary, read_term, whole_number

Value = TypeVar("Value")
Scales = dict[str, dict[str, ScaleContent]]


@dataclass(frozen=True, slots=True)
class OtherKeys:
    """Keys that rules may name and other parts of the content define."""

    medications: frozenset[str]
    results: frozenset[str]
    actions: frozenset[str]


class _Reader:
    """Reads files one by one and keeps every fault, so that an author sees all of them at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults: list[ContentFault] = []

    def keep(self, read: Callable[[], Value]) -> Value | None:
        """What ``read`` gives; None where it is refused (its faults are kept)."""
        try:
            return read()
        except ContentError as error:
            self.faults.extend(error.faults)
            return None

    def members(self, path: Path) -> Members:
        node = read_yaml(path, self.folder.parent)
        if not isinstance(node, Members):
            raise ContentError([fault(node, "a mapping is expected in this file")])
        return node

    def table(self, pattern: str, model: type[Model]) -> dict[str, Model]:
        """Every entry of the files that match, as ``model``; a key that stands twice is a fault."""
        found: dict[str, Model] = {}
        for path in sorted(self.folder.glob(pattern)):
            node = self.keep(partial(self.members, path)) or Members()
            for key, body in node.items():
                if key in found:
                    self.faults.append(ContentFault(node.file, node.key_lines[key], f'"{key}" is defined twice'))
                found.update(self.keep(partial(_entry, key, body, model)) or {})
        if not found and not self.faults:
            self.faults.append(ContentFault(str(self.folder / pattern), 1, "no entries"))
        return found


def _entry(key: str, body: Node, model: type[Model]) -> dict[str, Model]:
    return {key: validate(body, model)}


def _named_term(name: str, body: Node) -> dict[str, Term]:
    return {name: read_term(name, body)}


def _named_pattern(parser: RuleParser, key: str, node: Node) -> dict[str, PatternContent]:
    return {key: read_pattern(parser, key, node)}


def load_manifest(folder: Path) -> Manifest:
    """``manifest.yaml``. Raises ContentError."""
    return validate(read_yaml(folder / "manifest.yaml", folder.parent), Manifest)


def load_clinical(folder: Path, keys: OtherKeys) -> Clinical:
    """The clinical content of a folder. Raises ContentError with every fault that was found."""
    reader = _Reader(folder)
    signs = reader.table("signs/*.yaml", SignContent)
    sites = reader.table("anatomy/*.yaml", SiteContent)
    regions = reader.table("regions.yaml", RegionContent)
    scales = reader.keep(partial(_scales, reader)) or {}
    conditions = reader.table("conditions.yaml", ConditionContent)
    results = reader.table("results.yaml", ResultContent)
    findings = validate(read_yaml(folder / "findings.yaml", folder.parent), ReadingOfSigns)
    focal = validate(read_yaml(folder / "focal.yaml", folder.parent), FocalContent)
    terms = _terms(reader)
    pattern_nodes = _pattern_files(reader)
    vocabulary = Vocabulary(
        signs=frozenset(signs),
        sites=frozenset(sites),
        regions=tuple(regions),
        scales=frozenset(scale for by_scale in scales.values() for scale in by_scale) | set(findings.point_scales),
        conditions=frozenset(conditions),
        medications=keys.medications,
        results=keys.results,
        actions=keys.actions,
        patterns={key: _tier(node) for key, node in pattern_nodes.items()},
        terms=terms,
        grade_numbers=_grade_numbers(scales),
    )
    parser = RuleParser(vocabulary)
    reader.faults.extend(_doubles(vocabulary))
    _raise(reader)
    patterns: dict[str, PatternContent] = {}
    for key, node in pattern_nodes.items():
        patterns.update(reader.keep(partial(_named_pattern, parser, key, node)) or {})
    sign_rules = reader.keep(lambda: read_sign_rules(parser, reader.members(folder / "weights.yaml")))
    precedence = reader.keep(lambda: read_precedence(parser, reader.members(folder / "precedence.yaml")))
    anatomy = Anatomy(sites, regions, containers_of(sites), focal)
    lesions = reader.keep(lambda: load_lesions(folder, reader, anatomy, signs))
    criteria = reader.keep(lambda: read_criteria(parser, reader.members(folder / "criteria.yaml")))
    reader.faults.extend(_nameless_results(reader.folder, keys.results - set(results)))
    unused_terms = tuple(sorted(set(terms) - vocabulary.used))
    _raise(reader)
    if sign_rules is None or precedence is None or criteria is None or lesions is None:
        raise ContentError(reader.faults)
    return Clinical(
        signs=signs,
        anatomy=anatomy,
        lesions=lesions,
        scales=scales,
        findings=findings,
        conditions=conditions,
        results=results,
        references={key: str(text) for key, text in reader.members(folder / "references.yaml").items()},
        terms={name: _term_words(parser, term) for name, term in terms.items()},
        sign_rules=sign_rules,
        patterns=patterns,
        precedence=precedence,
        criteria=criteria,
        deciding_order=deciding_order(patterns),
        unused_terms=unused_terms,
        grade_numbers=vocabulary.grade_numbers,
    )


def _term_words(parser: RuleParser, term: Term) -> TermWords:
    read = {"signs": parser.sign_keys, "conditions": parser.condition_keys}.get(term.kind)
    members = read(term.body) if read else frozenset()
    return TermWords(term.name, term.kind, term.text, term.references, term.parameters, members)


def _nameless_results(folder: Path, keys: frozenset[str]) -> list[ContentFault]:
    file = f"{folder.name}/results.yaml"
    return [ContentFault(file, 1, f'the result "{key}" has no words here') for key in sorted(keys)]


def _raise(reader: _Reader) -> None:
    if reader.faults:
        raise ContentError(reader.faults)


def _scales(reader: _Reader) -> Scales:
    node = reader.members(reader.folder / "scales.yaml")
    return {
        sign: {scale: validate(body, ScaleContent) for scale, body in by_scale.items()}
        for sign, by_scale in node.items()
        if isinstance(by_scale, Members)
    }


def _grade_numbers(scales: Scales) -> dict[tuple[str, str], Decimal]:
    return {
        (scale, value): row.number
        for by_scale in scales.values()
        for scale, content in by_scale.items()
        for row in content.rows
        for value in row.values
        if row.number is not None
    }


def _terms(reader: _Reader) -> dict[str, Term]:
    terms: dict[str, Term] = {}
    for path in sorted((reader.folder / "terms").glob("*.yaml")):
        node = reader.keep(partial(reader.members, path)) or Members()
        for name, body in node.items():
            if name in terms:
                reader.faults.append(
                    ContentFault(node.file, node.key_lines[name], f'the term "{name}" is defined twice')
                )
            terms.update(reader.keep(partial(_named_term, name, body)) or {})
    return terms


def _doubles(vocabulary: Vocabulary) -> list[ContentFault]:
    return [
        fault(term.body, f'"{name}" is both a term and a sign: rename the term')
        for name, term in vocabulary.terms.items()
        if name in vocabulary.signs
    ]


def _pattern_files(reader: _Reader) -> dict[str, Node]:
    paths = sorted((reader.folder / "patterns").glob("*.yaml"))
    nodes = {path.stem: reader.keep(partial(reader.members, path)) or Members() for path in paths}
    return {key: node for key, node in nodes.items() if node}


def _tier(node: Node) -> int:
    return whole_number(node["tier"]) if isinstance(node, Members) and "tier" in node else -1
