"""Rules in YAML against the shipped vocabulary, and what the catalogue makes of them."""

from __future__ import annotations

from functools import cache

from cds_service.catalogue.document import names_of
from cds_service.knowledge import expressions as e
from cds_service.knowledge.in_words import lines, say
from cds_service.knowledge.load import load_knowledge
from cds_service.knowledge.locate import content_folder
from cds_service.knowledge.model import Knowledge
from cds_service.knowledge.parse_tests import parse_test
from cds_service.knowledge.rule_parser import RuleParser
from cds_service.knowledge.strict_yaml import Members, read_yaml
from cds_service.knowledge.vocabulary import Term, Vocabulary, read_term
from tests.spec.tiny import yaml_of


@cache
def shipped() -> Knowledge:
    """The content that goes with this code."""
    return load_knowledge()


@cache
def parser() -> RuleParser:
    """Reads rules in the vocabulary of the shipped content."""
    clinical = shipped().clinical
    keys = shipped().terminology.keys
    scales = {scale for by_scale in clinical.scales.values() for scale in by_scale}
    return RuleParser(
        Vocabulary(
            signs=frozenset(clinical.signs),
            sites=frozenset(clinical.anatomy.sites),
            regions=tuple(clinical.anatomy.regions),
            scales=frozenset(scales) | set(clinical.findings.point_scales),
            conditions=frozenset(clinical.conditions),
            medications=keys.medications,
            results=keys.result_fields,
            actions=frozenset(shipped().actions.actions),
            patterns={pattern.key: pattern.tier for pattern in clinical.patterns.values()},
            terms=_terms(),
            grade_numbers=clinical.grade_numbers,
        )
    )


def _terms() -> dict[str, Term]:
    terms: dict[str, Term] = {}
    for path in sorted((content_folder() / "terms").glob("*.yaml")):
        node = read_yaml(path, content_folder().parent)
        assert isinstance(node, Members)
        terms |= {name: read_term(name, body) for name, body in node.items()}
    return terms


def condition_words(rule: str) -> list[str]:
    """A condition in words, a line each, parts indented."""
    return words(parser().condition(yaml_of(rule)))


def finding_test_words(rule: str) -> list[str]:
    """A finding test in words."""
    return words(parse_test(parser(), yaml_of(rule)))


def selection_words(rule: str) -> list[str]:
    """A selection in words."""
    return words(parser().selection(yaml_of(rule)))


def words(expression: e.Condition | e.Test | e.Selection) -> list[str]:
    """Any expression in words, without links."""
    return ["  " * depth + text for depth, text in lines(say(expression, names_of(shipped(), linked=False)))]
