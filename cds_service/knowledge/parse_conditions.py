"""Conditions of the rule language, from YAML to values. Every word of a condition is in ``CONDITIONS``."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, get_args

from cds_service.errors import ContentError
from cds_service.knowledge import expressions as e
from cds_service.knowledge.parse_tests import parse_test
from cds_service.knowledge.strict_yaml import Members, Node, fault
from cds_service.knowledge.vocabulary import (
    COMPARISON_MEMBERS,
    comparison,
    decimal_number,
    known_words,
    mapping,
    only_members,
    whole_number,
    words,
    yes_no,
)

if TYPE_CHECKING:
    from cds_service.knowledge.rule_parser import RuleParser


def _some(parser: RuleParser, node: Node) -> e.Condition:
    return e.Some(parser.selection(node))


def _absent(parser: RuleParser, node: Node) -> e.Condition:
    if not isinstance(node, Members):
        return e.Absent(parser.sign_keys(node))
    only_members(node, ("of", "covering", "regions_of", "at"))
    covering = node.get("covering", node.get("regions_of"))
    return e.Absent(
        parser.sign_keys(node["of"]),
        parser.selection(covering) if covering is not None else None,
        "regions_of" in node,
        parser.site_keys(node["at"]) if "at" in node else frozenset(),
    )


def _only(parser: RuleParser, node: Node) -> e.Condition:
    members = mapping(node)
    only_members(members, ("of", "are"))
    return e.Only(parser.selection(members["of"]), parse_test(parser, members["are"]))


def _count(parser: RuleParser, node: Node) -> e.Condition:
    members = mapping(node)
    only_members(members, ("of", "distinct", *COMPARISON_MEMBERS))
    distinct = (
        known_words(members["distinct"], get_args(e.Distinct), "thing to count")
        if "distinct" in members
        else {"finding"}
    )
    word = next(iter(distinct))
    return e.Count(
        parser.selection(members["of"]),
        next(known for known in get_args(e.Distinct) if known == word),
        comparison(members),
    )


def _at_least(parser: RuleParser, node: Node) -> e.Condition:
    members = mapping(node)
    only_members(members, ("number", "of"))
    return e.AtLeast(whole_number(members["number"]), parser.conditions(members["of"]))


def _regions(parser: RuleParser, node: Node) -> e.Condition:
    members = mapping(node)
    only_members(members, ("union", "both", "among", "within", "are", *COMPARISON_MEMBERS))
    names = members.get("union", members.get("both"))
    if names is None:
        raise ContentError([fault(members, 'name the region sets: "union" or "both"')])
    sets = tuple(parser.region_set(name, name) for name in words(names))
    bounds = comparison(members)
    return e.Regions(
        sets,
        "both" in members,
        None if bounds == e.Compare() else bounds,
        parser.region_keys(members["among"]) if "among" in members else frozenset(parser.vocabulary.regions),
        parser.region_keys(members["within"]) if "within" in members else None,
        parser.region_keys(members["are"]) if "are" in members else None,
    )


def _age(parser: RuleParser, node: Node) -> e.Condition:
    members = mapping(node)
    only_members(members, (*COMPARISON_MEMBERS, "months", "unknown_counts"))
    bounds = comparison(members)
    if "months" not in members or not yes_no(members["months"]):
        bounds = _in_months(bounds)
    return e.Age(bounds, "unknown_counts" in members and yes_no(members["unknown_counts"]))


def _in_months(years: e.Compare) -> e.Compare:
    def months(value: Decimal | None) -> Decimal | None:
        return None if value is None else value * 12

    # "over 70 years" means 71 or more; "at most 70" still holds on the day before the 71st birthday.
    return e.Compare(
        less_than=months(years.less_than) if years.at_most is None else months(years.at_most + 1),
        at_least=months(years.at_least) if years.more_than is None else months(years.more_than + 1),
    )


_STILL_TAKEN = e.Compare(less_than=Decimal(0))
"""No day on which it ended lies before today."""


def _medication(parser: RuleParser, node: Node) -> e.Condition:
    if not isinstance(node, Members):
        return e.OnMedication(known_words(node, parser.vocabulary.medications, "medication"), _STILL_TAKEN)
    only_members(node, ("any_of", "ended"))
    keys = known_words(node["any_of"], parser.vocabulary.medications, "medication")
    return e.OnMedication(keys, comparison(mapping(node["ended"])) if "ended" in node else e.Compare())


def _result(parser: RuleParser, node: Node) -> e.Condition:
    members = mapping(node)
    only_members(members, ("field", "age", "is", "fell_by", "days", *COMPARISON_MEMBERS))
    (name,) = known_words(members["field"], parser.vocabulary.results, "result")
    bounds = comparison(members)
    return e.ResultIs(
        name,
        comparison(mapping(members["age"])) if "age" in members else e.Compare(),
        frozenset(str(word) for word in words(members["is"])) if "is" in members else frozenset(),
        None if bounds == e.Compare() else bounds,
        decimal_number(members["fell_by"]) if "fell_by" in members else None,
        whole_number(members["days"]) if "days" in members else 1,
    )


def _focal(parser: RuleParser, node: Node) -> e.Condition:
    if isinstance(node, Members):
        only_members(node, ("limb",))
        (limb,) = parser.site_keys(node["limb"])
        return e.FocalIs(None, limb)
    parts: tuple[e.FocalPart, ...] = get_args(e.FocalPart)
    (word,) = known_words(node, parts, "part of the focal algorithm")
    return e.FocalIs(next(part for part in parts if part == word))


def _order(parser: RuleParser, node: Node) -> e.Condition:
    members = mapping(node)
    only_members(members, ("any_of", "status", "age"))
    return e.OrderIs(
        known_words(members["any_of"], parser.vocabulary.actions, "action"),
        known_words(members["status"], ("requested", "draft", "resulted", "declined"), "status"),
        comparison(mapping(members["age"])) if "age" in members else e.Compare(),
    )


def _pattern(shown: bool) -> Callable[[RuleParser, Node], e.Condition]:
    def parse(parser: RuleParser, node: Node) -> e.Condition:
        if isinstance(node, Members):
            only_members(node, ("critical", "tiers"))
            tiers = [whole_number(tier) for tier in words(node["tiers"])] if "tiers" in node else range(6)
            patterns = frozenset(key for key, tier in parser.vocabulary.patterns.items() if tier in tiers)
            return e.PatternFires(patterns, shown, critical="critical" in node and yes_no(node["critical"]))
        return e.PatternFires(known_words(node, parser.vocabulary.patterns, "pattern"), shown)

    return parse


def _clause(parser: RuleParser, node: Node) -> e.Condition:
    members = mapping(node)
    only_members(members, ("pattern", "held"))
    (pattern,) = known_words(members["pattern"], parser.vocabulary.patterns, "pattern")
    return e.ClauseHeld(pattern, str(members["held"]))


CONDITIONS: dict[str, Callable[[RuleParser, Node], e.Condition]] = {
    "all": lambda parser, node: e.All(parser.conditions(node)),
    "any": lambda parser, node: e.AnyOf(parser.conditions(node)),
    "not": lambda parser, node: e.Not(parser.condition(node)),
    "at_least": _at_least,
    "some": _some,
    "recorded": lambda parser, node: e.Some(e.Signs(parser.sign_keys(node), "recorded")),
    "none": lambda parser, node: e.Not(_some(parser, node)),
    "absent": _absent,
    "only": _only,
    "count": _count,
    "both_sides": lambda parser, node: e.BothSides(parser.selection(node)),
    "one_side": lambda parser, node: e.OneSide(parser.selection(node)),
    "regions": _regions,
    "age": _age,
    "sex": lambda parser, node: e.SexIs(next(iter(known_words(node, ("female", "male", "other"), "sex")))),
    "on_record": lambda parser, node: parser.on_record(node),
    "medication": _medication,
    "result": _result,
    "focal": _focal,
    "order": _order,
    "pattern": _pattern(shown=False),
    "shown": _pattern(shown=True),
    "clause": _clause,
}
"""Every word that a condition may use, and how its argument is read."""
