"""How the files of patterns and of precedence are read, and refused with file and line."""

from __future__ import annotations

from typing import Literal, get_args

from cds_service.errors import ContentError, ContentFault
from cds_service.knowledge import expressions as e
from cds_service.knowledge.parse_examples import read_examples
from cds_service.knowledge.parse_tests import parse_test
from cds_service.knowledge.patterns import (
    AnsweredBy,
    Choice,
    IndicatorWord,
    KnownDisease,
    Need,
    PatternContent,
    Precedence,
    Row,
    SpecificFirst,
    Stage,
    Suggests,
    Value,
    ValueKind,
)
from cds_service.knowledge.rule_parser import RuleParser
from cds_service.knowledge.strict_yaml import Items, Members, Node, Text, fault, nearest
from cds_service.knowledge.vocabulary import known_words, only_members, whole_number, words, yes_no

MEMBERS = (
    "title", "tier", "stage", "indicator", "counting", "fires", "needs", "localization", "suggest", "values", "summary",
    "lines", "answered_by", "uses_dropped", "differential", "wrong", "references", "examples",
)  # fmt: skip
"""Every member that the file of a pattern may have."""

REQUIRED = ("title", "tier", "indicator", "fires", "suggest", "summary", "wrong", "references")
"""The members that it must have."""


def read_pattern(parser: RuleParser, key: str, node: Node) -> PatternContent:
    """The pattern of one file. Raises ContentError with every fault found in its members."""
    if not isinstance(node, Members):
        raise ContentError([fault(node, "a pattern is a mapping")])
    only_members(node, MEMBERS)
    missing = [member for member in REQUIRED if member not in node]
    if missing:
        raise ContentError([fault(node, f"the pattern needs: {', '.join(missing)}")])
    reader = _PatternReader(parser, node)
    return PatternContent(
        key=key,
        title=str(node["title"]),
        tier=whole_number(node["tier"]),
        stage=reader.word("stage", get_args(Stage), "pattern"),
        indicator=reader.indicator(),
        counting=parse_test(parser, node["counting"]) if "counting" in node else None,
        fires=parser.condition(node["fires"]),
        needs=tuple(reader.need(row) for row in reader.items("needs")),
        localization=tuple(reader.choice(item) for item in reader.items("localization")),
        suggests=tuple(reader.suggests(row) for row in reader.items("suggest")),
        values=reader.values(),
        summary=reader.choice(node["summary"]),
        lines=tuple(reader.row(row) for row in reader.items("lines")),
        answered_by=reader.answered_by(),
        uses_dropped="uses_dropped" in node and yes_no(node["uses_dropped"]),
        differential=str(node.get("differential", "")),
        wrong=str(node["wrong"]),
        references=tuple(str(word) for word in words(node["references"])),
        examples=read_examples(parser.vocabulary, node["examples"]) if "examples" in node else (),
    )


class _PatternReader:
    def __init__(self, parser: RuleParser, node: Members) -> None:
        self.parser, self.node = parser, node

    def items(self, member: str) -> list[Node]:
        node = self.node.get(member)
        if node is None:
            return []
        if not isinstance(node, Items):
            raise ContentError([fault(node, f'"{member}" must be a list')])
        return list(node)

    def word(self, member: str, known: tuple[Stage, ...], default: Stage) -> Stage:
        if member not in self.node:
            return default
        word = next(iter(known_words(self.node[member], known, member)))
        return next(option for option in known if option == word)

    def indicator(self) -> tuple[tuple[e.Condition | None, IndicatorWord], ...]:
        node = self.node["indicator"]
        if isinstance(node, Text):
            return ((None, _indicator(node)),)
        rows = [_mapping(row, ("when", "is")) for row in self.items("indicator")]
        return tuple((self._when(row), _indicator(row["is"])) for row in rows)

    def _when(self, row: Members) -> e.Condition | None:
        return self.parser.condition(row["when"]) if "when" in row else None

    def row(self, node: Node) -> Row:
        if isinstance(node, Text):
            return Row(None, str(node))
        row = _mapping(node, ("when", "text", "signs"))
        signs = self.parser.selection(row["signs"]) if "signs" in row else None
        return Row(self._when(row), str(row.get("text", "")), signs)

    def choice(self, node: Node) -> Choice:
        return Choice(tuple(self.row(item) for item in (node if isinstance(node, Items) else [node])))

    def need(self, node: Node) -> Need:
        row = _mapping(node, ("when", "used"))
        return Need(self.parser.condition(row["when"]), parse_test(self.parser, row["used"]))

    def suggests(self, node: Node) -> Suggests:
        row = _mapping(node, ("must", "may", "when", "note", "despite_result"))
        strength: Literal["must", "may"] = "must" if "must" in row else "may"
        if strength not in row:
            raise ContentError([fault(row, 'a suggestion names its actions under "must" or "may"')])
        known_words(row[strength], self.parser.vocabulary.actions, "action")
        actions = tuple(str(word) for word in words(row[strength]))
        despite = "despite_result" in row and yes_no(row["despite_result"])
        return Suggests(actions, strength, self._when(row), str(row.get("note", "")), despite)

    def values(self) -> tuple[tuple[str, Value], ...]:
        node = self.node.get("values")
        if node is None:
            return ()
        if not isinstance(node, Members):
            raise ContentError([fault(node, '"values" is a mapping of placeholders')])
        return tuple((name, self._value(value)) for name, value in node.items())

    def _value(self, node: Node) -> Value:
        row = _mapping(node, (*get_args(ValueKind), "otherwise"))
        kinds = [kind for kind in row if kind != "otherwise"]
        if len(kinds) != 1:
            raise ContentError([fault(node, "a value has one member (and perhaps otherwise)")])
        kind, body, otherwise = kinds[0], row[kinds[0]], str(row.get("otherwise", ""))
        known = next(option for option in get_args(ValueKind) if option == kind)
        if kind in ("regions", "parts", "number_of_regions"):
            sets = tuple(self.parser.region_set(word, word) for word in words(body))
            return Value(known, sets=sets, otherwise=otherwise)
        if kind in ("sides", "signs", "newest_day", "earlier_day", "comparison"):
            return Value(known, selection=self.parser.selection(body), otherwise=otherwise)
        if kind == "first":
            return Value(known, choice=self.choice(body))
        if kind == "medications":
            return Value(known, words=known_words(body, self.parser.vocabulary.medications, "medication"))
        if kind == "focal":
            known_words(body, get_args(e.FocalPart), "part of the focal algorithm")
        if kind == "result":
            known_words(body, self.parser.vocabulary.results, "result")
        return Value(known, word=str(body))

    def answered_by(self) -> AnsweredBy | None:
        if "answered_by" not in self.node:
            return None
        row = _mapping(self.node["answered_by"], ("imaging", "conditions", "from_day"))
        return AnsweredBy(
            known_words(row["imaging"], self.parser.vocabulary.actions, "action") if "imaging" in row else frozenset(),
            self.parser.condition_keys(row["conditions"]) if "conditions" in row else frozenset(),
            whole_number(row["from_day"]) if "from_day" in row else 0,
        )


def _mapping(node: Node, allowed: tuple[str, ...]) -> Members:
    if not isinstance(node, Members):
        raise ContentError([fault(node, f"a mapping of {', '.join(allowed)} is expected here")])
    only_members(node, allowed)
    return node


def _indicator(node: Node) -> IndicatorWord:
    words_: tuple[IndicatorWord, ...] = get_args(IndicatorWord)
    found = next((word for word in words_ if node == word), None)
    if found is None:
        raise ContentError([fault(node, f'no indicator is called "{node}".{nearest(str(node), words_)}')])
    return found


def read_precedence(parser: RuleParser, node: Node) -> Precedence:
    """``precedence.yaml`` as a value. Raises ContentError."""
    reader = _PrecedenceReader(parser)
    top = _mapping(
        node,
        (
            "order", "specific_first", "emergency", "known_disease", "newest_finding", "at_the_end", "palliative",
            "answered", "separators", "ranked_places", "criteria",
        ),
    )  # fmt: skip
    emergency = _mapping(top["emergency"], ("tier", "silences_nothing", "keeps", "removes_tiers"))
    newest = _mapping(top["newest_finding"], ("tier", "days", "not_for"))
    end = _mapping(top["at_the_end"], ("when", "keeps", "drops", "summary"))
    palliative = _mapping(top["palliative"], ("when", "summary", "drops", "line"))
    ranked = _mapping(top["ranked_places"], ("tiers", "not_for"))
    criteria = _mapping(top["criteria"], ("tiers", "printed_for"))
    answered = _mapping(top["answered"], ("summary", "not_for", "keeps", "keeps_when"))
    removes = emergency["removes_tiers"]
    order = tuple(str(word) for word in words(top["order"]))
    lost = sorted(set(parser.vocabulary.patterns) - set(order))
    faults = [ContentFault(node.file, node.line, f'the order does not name the pattern "{key}"') for key in lost]
    if faults:
        raise ContentError(faults)
    reader.patterns(top["order"])
    return Precedence(
        order=order,
        specific_first=tuple(reader.specific(row) for row in reader.rows(top["specific_first"])),
        emergency_tier=whole_number(emergency["tier"]),
        silences_nothing=reader.patterns(emergency["silences_nothing"]),
        kept_in_emergency=reader.patterns(emergency["keeps"]),
        removes_tiers={key: reader.tiers(value) for key, value in removes.items()}
        if isinstance(removes, Members)
        else {},
        known_disease=tuple(reader.known(row) for row in reader.rows(top["known_disease"])),
        newest_days=whole_number(newest["days"]),
        newest_tier=whole_number(newest["tier"]),
        newest_not_for=reader.patterns(newest["not_for"]),
        end_of_life=parser.condition(end["when"]),
        kept_at_end_of_life=reader.patterns(end["keeps"]),
        dropped_at_end_of_life=known_words(end["drops"], parser.vocabulary.actions, "action"),
        end_of_life_summary=str(end["summary"]),
        palliative=parser.condition(palliative["when"]),
        palliative_summary=str(palliative["summary"]),
        palliative_drops=str(palliative["drops"]),
        palliative_line=str(palliative["line"]),
        answered_summary=str(answered["summary"]),
        never_answered=reader.patterns(answered["not_for"]),
        kept_when_answered=reader.patterns(answered["keeps"]),
        kept_when=parser.condition(answered["keeps_when"]),
        separators=tuple(reader.separator(row) for row in reader.rows(top["separators"])),
        ranked_tiers=reader.tiers(ranked["tiers"]),
        never_ranked=reader.patterns(ranked["not_for"]),
        criteria_tiers=reader.tiers(criteria["tiers"]),
        criteria_printed=reader.patterns(criteria["printed_for"]),
    )


class _PrecedenceReader:
    def __init__(self, parser: RuleParser) -> None:
        self.parser = parser

    def rows(self, node: Node) -> list[Node]:
        if not isinstance(node, Items):
            raise ContentError([fault(node, "a list is expected here")])
        return list(node)

    def patterns(self, node: Node) -> frozenset[str]:
        return known_words(node, self.parser.vocabulary.patterns, "pattern")

    def tiers(self, node: Node) -> frozenset[int]:
        return frozenset(whole_number(word) for word in words(node))

    def specific(self, node: Node) -> SpecificFirst:
        row = _mapping(node, ("fires", "silences", "when"))
        when = self.parser.condition(row["when"]) if "when" in row else None
        return SpecificFirst(self.patterns(row["fires"]), self.patterns(row["silences"]), when)

    def known(self, node: Node) -> KnownDisease:
        row = _mapping(node, ("when", "rule", "tiers", "silences"))
        tiers = self.tiers(row["tiers"]) if "tiers" in row else frozenset()
        silences = self.patterns(row["silences"]) if "silences" in row else frozenset()
        return KnownDisease(self.parser.condition(row["when"]), str(row["rule"]), tiers, silences)

    def separator(self, node: Node) -> tuple[str, e.Condition]:
        row = _mapping(node, ("label", "unless"))
        return str(row["label"]), self.parser.condition(row["unless"])
