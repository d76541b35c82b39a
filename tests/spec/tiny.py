"""The small world of ``tiny.yaml``, and the three questions that the chapters ask in it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest

from cds_service.errors import ContentError
from cds_service.knowledge import expressions as e
from cds_service.knowledge.clinical import (
    Anatomy,
    ConditionContent,
    ReadingOfSigns,
    RegionContent,
    ScaleContent,
    SignContent,
    SiteContent,
    containers_of,
)
from cds_service.knowledge.content_model import ContentModel
from cds_service.knowledge.model import Clinical
from cds_service.knowledge.neuroanatomy import FocalContent
from cds_service.knowledge.parse_tests import parse_test
from cds_service.knowledge.rule_parser import RuleParser
from cds_service.knowledge.sign_rules import OldProblems, SignRules, WeightRule
from cds_service.knowledge.strict_yaml import Members, Node, read_yaml, validate
from cds_service.knowledge.vocabulary import Vocabulary, read_term, words
from cds_service.neuro.evaluation import Evaluation
from cds_service.neuro.facts import Decided, Decisions, Fact, View
from cds_service.neuro.finding_tests import passes
from cds_service.neuro.signs import Signs, signs_of
from tests.spec.notation import case_of, lines_of, options

AS_OF = date(2026, 11, 20)
VALUES = {e.NO: "no", e.OPEN: "open", e.BARE: "bare", e.YES: "yes"}
Content = TypeVar("Content", bound=ContentModel)


def table(rows: Mapping[str, str], columns: tuple[str, str] = ("record", "result")) -> pytest.MarkDecorator:
    """A test that is asked once for every row."""
    return pytest.mark.parametrize(columns, list(rows.items()), ids=[f"{row} -> {end}" for row, end in rows.items()])


def rules(rows: Mapping[str, str]) -> pytest.MarkDecorator:
    """A table of rules that are asked about one record."""
    return table(rows, ("rule", "result"))


def finding_test(rule: str, record: str) -> str:
    """The value of a finding test on the first finding of the record; of each side where the sides differ."""
    signs, view = _view(record)
    test = parse_test(parser(), yaml_of(rule))
    values = {
        fact.side: VALUES[passes(test, fact, view, Evaluation())] for fact in signs.facts if _line(fact, signs) == "1"
    }
    if len(set(values.values())) == 1:
        return next(iter(values.values()))
    return ", ".join(f"{side} {value}" for side, value in sorted(values.items()))


def selection(rule: str, record: str) -> str:
    """The selected lines of the record; with the value where it is not yes, with the side where only one passes."""
    signs, view = _view(record)
    selected = Evaluation().select(parser().selection(yaml_of(rule)), view)
    sides: dict[tuple[str, int], list[Fact]] = {}
    for fact, value in selected:
        sides.setdefault((_line(fact, signs), value), []).append(fact)
    return ", ".join(_selected(line, value, facts) for (line, value), facts in sorted(sides.items()))


def _selected(line: str, value: int, facts: list[Fact]) -> str:
    side = f" {facts[0].side}" if facts[0].bilateral and len(facts) == 1 else ""
    return f"{line}{side}" if value == e.YES else f"{line}{side} {VALUES[value]}"


def condition(rule: str, record: str) -> str:
    """The value of a condition, and the lines of the record on which it rests."""
    signs, view = _view(record)
    outcome = Evaluation().condition(parser().condition(yaml_of(rule)), view)
    lines = {one.id: one.finding.evidence[0].reference for one in signs.converted}
    return " ".join([VALUES[outcome.value], *sorted({lines[used] for used in outcome.used})])


def yaml_of(text: str) -> Node:
    """A piece of content in YAML, with places."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "rule.yaml"
        file.write_text(text, encoding="utf-8")
        return read_yaml(file, Path(folder))


@cache
def _world() -> Members:
    node = read_yaml(Path(__file__).with_name("tiny.yaml"), Path(__file__).parent)
    assert isinstance(node, Members)
    return node


def _part(name: str) -> Members:
    node = _world()[name]
    assert isinstance(node, Members)
    return node


def _contents(name: str, model: type[Content]) -> dict[str, Content]:
    return {key: validate(body, model) for key, body in _part(name).items()}


@cache
def parser() -> RuleParser:
    """Reads rules in the vocabulary of the small world."""
    return RuleParser(
        Vocabulary(
            signs=frozenset(_part("signs")),
            sites=frozenset(_part("sites")),
            regions=tuple(_part("regions")),
            scales=frozenset({"MRC", "NIHSS"}),
            conditions=frozenset(_part("conditions")),
            medications=frozenset(words(_world()["medications"])),
            results=frozenset(words(_world()["results"])),
            actions=frozenset(words(_world()["actions"])),
            patterns={key: int(str(tier)) for key, tier in _part("patterns").items()},
            terms={name: read_term(name, body) for name, body in _part("terms").items()},
            grade_numbers=_grade_numbers(),
        )
    )


@cache
def _clinical() -> Clinical:
    sites = _contents("sites", SiteContent)
    told: dict[str, Any] = {
        "signs": _contents("signs", SignContent),
        "anatomy": Anatomy(sites, _contents("regions", RegionContent), containers_of(sites), _focal()),
        "scales": _scales(),
        "findings": validate(_part("findings"), ReadingOfSigns),
        "conditions": _contents("conditions", ConditionContent),
        "terms": parser().vocabulary.terms,
        "sign_rules": _sign_rules(),
        "grade_numbers": _grade_numbers(),
    }
    never_asked: dict[str, Any] = {field.name: None for field in fields(Clinical) if field.name not in told}
    return Clinical(**told, **never_asked)


def _focal() -> FocalContent:
    return validate(_part("focal"), FocalContent)


def _scales() -> dict[str, dict[str, ScaleContent]]:
    return {
        sign: {scale: validate(body, ScaleContent) for scale, body in by_scale.items()}
        for sign, by_scale in _part("scales").items()
        if isinstance(by_scale, Members)
    }


def _grade_numbers() -> dict[tuple[str, str], Decimal]:
    return {
        (scale, value): row.number
        for by_scale in _scales().values()
        for scale, content in by_scale.items()
        for row in content.rows
        for value in row.values
        if row.number is not None
    }


def _sign_rules() -> SignRules:
    """Nothing but the weights: no reading in context, no old problems, no guards."""
    nothing_hidden = OldProblems("", e.Signs(frozenset()), e.Always())
    weights = tuple(WeightRule(sign, parse_test(parser(), rule), "W", "") for sign, rule in _part("weights").items())
    return SignRules(weights, (), nothing_hidden, ())


def _view(record: str) -> tuple[Signs, View]:
    signs = signs_of(case_of(record, AS_OF), _clinical(), AS_OF)
    return signs, signs.view(_decisions(record))


def _line(fact: Fact, signs: Signs) -> str:
    return next(one.finding.evidence[0].reference for one in signs.converted if one.id == fact.id)


def _decisions(record: str) -> Decisions:
    """Lines such as ``fires emergency critical clause=a``, or ``fires slow silenced``."""
    decisions = Decisions()
    for _, pattern, *rest in (line for line in lines_of(record) if line[0] == "fires"):
        plain, named = options(rest)
        clauses = frozenset({named["clause"]} if "clause" in named else ())
        decisions.decided[pattern] = Decided(True, clauses, "critical" in plain)
        if "silenced" not in plain:
            decisions.shown.add(pattern)
    return decisions


def refusal(read: Callable[[Node], Any], rule: str) -> str:
    """What the author of a wrong rule is told."""
    with pytest.raises(ContentError) as caught:
        read(yaml_of(rule))
    return str(caught.value).removeprefix("rule.yaml:")
