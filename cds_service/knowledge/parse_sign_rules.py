"""How ``weights.yaml`` is read, and refused with file and line."""

from __future__ import annotations

from cds_service.errors import ContentError
from cds_service.knowledge.parse_tests import parse_test
from cds_service.knowledge.rule_parser import RuleParser
from cds_service.knowledge.sign_rules import OldProblems, ReadingRule, SignRules, WeightRule
from cds_service.knowledge.strict_yaml import Items, Members, Node, fault
from cds_service.knowledge.vocabulary import known_words, only_members, words


def read_sign_rules(parser: RuleParser, node: Node) -> SignRules:
    """``weights.yaml`` as a value. Raises ContentError."""
    top = _mapping(node, ("weights", "readings", "old_problems", "guards"))
    old = _mapping(top["old_problems"], ("guard", "hidden", "unless", "references"))
    guards = top["guards"]
    if not isinstance(guards, Members):
        raise ContentError([fault(guards, '"guards" is a mapping of names to conditions')])
    return SignRules(
        weights=tuple(_weight(parser, row) for row in _rows(top["weights"])),
        readings=tuple(_reading(parser, row) for row in _rows(top["readings"])),
        old_problems=OldProblems(str(old["guard"]), parser.selection(old["hidden"]), parser.condition(old["unless"])),
        guards=tuple((name, parser.condition(body)) for name, body in guards.items()),
    )


def _weight(parser: RuleParser, node: Node) -> WeightRule:
    row = _mapping(node, ("sign", "when", "weight", "guard", "references"))
    (sign,) = known_words(row["sign"], parser.vocabulary.signs, "sign")
    (weight,) = known_words(row["weight"], ("S", "M", "W", "C", "none"), "weight")
    return WeightRule(sign, parse_test(parser, row["when"]), weight, str(row.get("guard", "")))


def _reading(parser: RuleParser, node: Node) -> ReadingRule:
    row = _mapping(node, ("sign", "becomes", "when", "references"))
    (sign,) = known_words(row["sign"], parser.vocabulary.signs, "sign")
    (becomes,) = known_words(row["becomes"], parser.vocabulary.signs, "sign")
    return ReadingRule(sign, becomes, parse_test(parser, row["when"]))


def _mapping(node: Node, allowed: tuple[str, ...]) -> Members:
    if not isinstance(node, Members):
        raise ContentError([fault(node, f"a mapping of {', '.join(allowed)} is expected here")])
    only_members(node, allowed)
    return node


def _rows(node: Node) -> list[Node]:
    if not isinstance(node, Items):
        raise ContentError([fault(node, f"a list is expected here, not {words(node)}")])
    return list(node)
