"""Finding tests of the rule language, from YAML to values. Every word of a test is in ``TESTS``."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, get_args

from cds_service.errors import ContentError
from cds_service.knowledge import expressions as e
from cds_service.knowledge.clinical import SignClass, Weight
from cds_service.knowledge.strict_yaml import Items, Members, Node, Text, fault, key_fault, nearest
from cds_service.knowledge.vocabulary import (
    COMPARISON_MEMBERS,
    comparison,
    decimal_number,
    known_words,
    only_members,
    whole_number,
    words,
    yes_no,
)

if TYPE_CHECKING:
    from cds_service.knowledge.rule_parser import RuleParser

Parse = Callable[["RuleParser", Node], e.Test]


def parse_test(parser: RuleParser, node: Node) -> e.Test:
    """A test from a mapping (all members must hold), a list (any) or the name of a test term."""
    if isinstance(node, Text):
        return parser.test_term(node, None, node)
    if isinstance(node, Items):
        return e.AnyTest(tuple(parse_test(parser, item) for item in node))
    tests = [parse_member(parser, node, key) for key in node]
    return tests[0] if len(tests) == 1 else e.AllTests(tuple(tests))


def parse_member(parser: RuleParser, node: Members, key: str) -> e.Test:
    """One member of a test mapping: a word of the language, or a test term with its argument."""
    if key in TESTS:
        return TESTS[key](parser, node[key])
    if parser.vocabulary.term(key, ("test", "first")):
        return parser.test_term(key, node[key], node)
    raise ContentError([key_fault(node, key, f'no finding test is called "{key}".{nearest(key, _names(parser))}')])


def _names(parser: RuleParser) -> list[str]:
    return [*TESTS, *(name for name, term in parser.vocabulary.terms.items() if term.kind in ("test", "first"))]


def first_rows(parser: RuleParser, node: Node) -> e.FirstRow:
    """A decision list: ``- {when: test, then: yes|no}``; ``when`` may be left out in the last row."""
    rows: list[tuple[e.Test, bool]] = []
    for row in node if isinstance(node, Items) else []:
        if not isinstance(row, Members):
            raise ContentError([fault(row, "a row of a decision list is {when: …, then: …}")])
        only_members(row, ("when", "then"))
        test = parse_test(parser, row["when"]) if "when" in row else e.AllTests(())
        if "then" not in row:
            raise ContentError([fault(row, 'this row has no "then"')])
        rows.append((test, yes_no(row["then"])))
    if not rows:
        raise ContentError([fault(node, "a decision list needs rows")])
    return e.FirstRow(tuple(rows))


def _members(node: Node, allowed: tuple[str, ...]) -> Members:
    if not isinstance(node, Members):
        raise ContentError([fault(node, f"a mapping of {', '.join(allowed)} is expected here")])
    only_members(node, allowed)
    return node


def _days(of: e.DayOf) -> Parse:
    def parse(parser: RuleParser, node: Node) -> e.Test:
        if of == "onset" and node in ("stated", "unstated"):
            return e.OnsetStated(node == "stated")
        members = _members(node, (*COMPARISON_MEMBERS, "after"))
        tests: list[e.Test] = []
        if "after" in members:
            after = _members(members["after"], ("condition", "by"))
            keys = parser.condition_keys(after["condition"])
            tests.append(e.After(of, keys, whole_number(after["by"]) if "by" in after else 1))
        if set(members) - {"after"}:
            tests.append(e.Days(of, comparison(members)))
        return tests[0] if len(tests) == 1 else e.AllTests(tuple(tests))

    return parse


def _grade(parser: RuleParser, node: Node) -> e.Test:
    members = _members(node, (*COMPARISON_MEMBERS, "scale", "text", "levels"))
    if "text" in members:
        return e.GradeText(frozenset(str(word) for word in words(members["text"])))
    if "levels" in members:
        levels = words(members["levels"])
        return e.GradeText(frozenset(), str(levels[0]), str(levels[-1]))
    scale = ""
    if "scale" in members:
        (scale,) = known_words(members["scale"], parser.vocabulary.scales, "scale")
    numbers = {value: number for (of, value), number in parser.vocabulary.grade_numbers.items() if of == scale}
    bounds = comparison(members, numbers)
    return e.GradeIs(scale, bounds, scale_only=bounds == e.Compare())


def _earlier(parser: RuleParser, node: Node) -> e.Test:
    members = _members(node, ("says", "scale", "before", "age", "after"))
    says = members.get("says")
    better: Decimal | None = None
    if isinstance(says, Members):
        only_members(says, ("better_by",))
        better = decimal_number(says["better_by"])
    elif says != "absent":
        raise ContentError([fault(members, '"says" must be absent, or {better_by: number} with a scale')])
    scale = ""
    if "scale" in members:
        (scale,) = known_words(members["scale"], parser.vocabulary.scales, "scale")
    return e.Earlier(
        absent=better is None,
        better_by=better,
        scale=scale,
        before=comparison(_members(members["before"], COMPARISON_MEMBERS)) if "before" in members else e.Compare(),
        age=comparison(_members(members["age"], COMPARISON_MEMBERS)) if "age" in members else e.Compare(),
        after_conditions=parser.condition_keys(members["after"]) if "after" in members else frozenset(),
    )


def _beside(parser: RuleParser, node: Node) -> e.Test:
    members = _members(node, ("of", "same", "different", "side"))
    joins = get_args(e.Join)
    if "side" in members and members["side"] != "other":
        raise ContentError([fault(members["side"], 'the only other side is "other"; the same side is a join')])
    same = known_words(members["same"], joins, "join") if "same" in members else frozenset()
    different = known_words(members["different"], joins, "join") if "different" in members else frozenset()
    order = [join for join in joins if join in same]
    return e.Beside(
        parser.selection(members["of"]),
        tuple(order),
        tuple(join for join in joins if join in different),
        "side" in members,
    )


def _at(exactly: bool) -> Parse:
    def parse(parser: RuleParser, node: Node) -> e.Test:
        return e.At(parser.site_keys(node), exactly)

    return parse


def _side(parser: RuleParser, node: Node) -> e.Test:
    (side,) = known_words(node, ("left", "right", "unknown", "left-or-unknown", "right-or-unknown"), "side")
    if side == "unknown":
        return e.SideIs("unknown")
    return e.SideIs("left" if side.startswith("left") else "right", side.endswith("or-unknown"))


def _source(parser: RuleParser, node: Node) -> e.Test:
    (source,) = known_words(node, ("examined", "problem"), "source")
    return e.SourceIs("examined" if source == "examined" else "problem")


def _in_focal_limb(parser: RuleParser, node: Node) -> e.Test:
    return e.InFocalLimb() if yes_no(node) else e.NotTest(e.InFocalLimb())


def _is(parser: RuleParser, node: Node) -> e.Test:
    tests = tuple(parser.test_term(word, None, word) for word in words(node))
    return tests[0] if len(tests) == 1 else e.AllTests(tests)


def _classes(parser: RuleParser, node: Node) -> e.Test:
    return e.ClassIs(known_words(node, get_args(SignClass), "class"))


def _weight(base: bool) -> Parse:
    def parse(parser: RuleParser, node: Node) -> e.Test:
        return e.WeightIs(known_words(node, get_args(Weight), "weight"), base)

    return parse


def _all(parser: RuleParser, node: Node) -> e.Test:
    return e.AllTests(tuple(parse_test(parser, item) for item in _list(node)))


def _any(parser: RuleParser, node: Node) -> e.Test:
    return e.AnyTest(tuple(parse_test(parser, item) for item in _list(node)))


def _list(node: Node) -> Items:
    if not isinstance(node, Items):
        raise ContentError([fault(node, "a list of tests is expected here")])
    return node


def _side_of_condition(same: bool) -> Parse:
    def parse(parser: RuleParser, node: Node) -> e.Test:
        return e.SideOfCondition(parser.on_record(node), same)

    return parse


TESTS: dict[str, Parse] = {
    "all": _all,
    "any": _any,
    "not": lambda parser, node: e.NotTest(parse_test(parser, node)),
    "is": _is,
    "sign": lambda parser, node: e.SignIs(parser.sign_keys(node)),
    "class": _classes,
    "weight": _weight(base=False),
    "base_weight": _weight(base=True),
    "region": lambda parser, node: e.RegionIs(parser.region_keys(node)),
    "in_regions": lambda parser, node: e.InRegions(parser.region_set(words(node)[0], node)),
    "has_region": lambda parser, node: e.Sited(yes_no(node), region=True),
    "sited": lambda parser, node: e.Sited(yes_no(node)),
    "side": _side,
    "at": _at(exactly=False),
    "at_exactly": _at(exactly=True),
    "in_muscle": lambda parser, node: e.InMuscle(yes_no(node)),
    "in_focal_limb": _in_focal_limb,
    "source": _source,
    "recorded": _days("recorded"),
    "onset": _days("onset"),
    "duration": _days("duration"),
    "first_recorded": _days("first_recorded"),
    "recorded_or_begun": _days("recorded_or_begun"),
    "grade": _grade,
    "flag": lambda parser, node: e.FlagIs(str(words(node)[0])),
    "recorded_as_bilateral": lambda parser, node: (
        e.RecordedBilateral() if yes_no(node) else e.NotTest(e.RecordedBilateral())
    ),
    "earlier": _earlier,
    "absent_here": lambda parser, node: e.AbsentHere(parser.sign_keys(node)),
    "beside": _beside,
    "condition_here": lambda parser, node: e.ConditionHere(parser.on_record(node)),
    "on_side_of": _side_of_condition(same=True),
    "on_other_side_of": _side_of_condition(same=False),
    "when": lambda parser, node: e.When(parser.condition(node)),
}
"""Every word that a finding test may use, and how its argument is read."""
