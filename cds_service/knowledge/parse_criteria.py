"""How ``criteria.yaml`` is read, and refused with file and line."""

from __future__ import annotations

from cds_service.errors import ContentError
from cds_service.knowledge import expressions as e
from cds_service.knowledge.criteria import AwajiContent, CriteriaContent, ElEscorialContent, GoldCoastContent
from cds_service.knowledge.rule_parser import RuleParser
from cds_service.knowledge.strict_yaml import Members, Node, Text, fault, key_fault
from cds_service.knowledge.vocabulary import known_words, only_members, whole_number

_SHARED = ("applies", "course", "umn", "lmn", "lmn_by_any_rule")
_TOLD = ("line", "inputs", "nothing", "words")


def read_criteria(parser: RuleParser, node: Node) -> CriteriaContent:
    """``criteria.yaml`` as a value. Raises ContentError."""
    top = _mapping(node, (*_SHARED, "gold_coast", "revised_el_escorial", "awaji", *_TOLD))
    course = _mapping(top["course"], ("progressive", "not_progressive"))
    return CriteriaContent(
        applies=parser.condition(top["applies"]),
        progressive=parser.condition(course["progressive"]),
        not_progressive=parser.condition(course["not_progressive"]),
        umn=_region_set(parser, top["umn"]),
        lmn=_region_set(parser, top["lmn"]),
        lmn_by_any_rule=_region_set(parser, top["lmn_by_any_rule"]),
        gold_coast=_gold_coast(parser, top["gold_coast"]),
        el_escorial=_el_escorial(parser, top["revised_el_escorial"]),
        awaji=_awaji(parser, top["awaji"]),
        line=str(top["line"]),
        inputs=str(top["inputs"]),
        nothing=str(top["nothing"]),
        words={key: str(text) for key, text in _members(top["words"]).items()},
    )


def _gold_coast(parser: RuleParser, node: Node) -> GoldCoastContent:
    selections = ("weak", "wasted", "denervated", "preserved_reflex")
    row = _mapping(node, ("field", "regions", "title", "umn", *selections, "muscles", "also_enough", "references"))
    weak, wasted, denervated, preserved = (parser.selection(row[name]) for name in selections)
    muscles, enough = _by_region(parser, row["muscles"]), _by_region(parser, row["also_enough"])
    return GoldCoastContent(
        field=str(row["field"]),
        regions=str(row["regions"]),
        title=str(row["title"]),
        umn=_region_set(parser, row["umn"]),
        weak=weak,
        wasted=wasted,
        denervated=denervated,
        preserved_reflex=preserved,
        muscles={region: whole_number(number) for region, number in muscles.items()},
        also_enough={region: parser.condition(condition) for region, condition in enough.items()},
    )


def _el_escorial(parser: RuleParser, node: Node) -> ElEscorialContent:
    row = _mapping(node, ("key", "title", "laboratory", "references"))
    return ElEscorialContent(str(row["key"]), str(row["title"]), parser.condition(row["laboratory"]))


def _awaji(parser: RuleParser, node: Node) -> AwajiContent:
    row = _mapping(node, ("key", "title", "lmn", "spinal", "references"))
    spinal = known_words(row["spinal"], parser.vocabulary.regions, "region")
    return AwajiContent(str(row["key"]), str(row["title"]), _region_set(parser, row["lmn"]), spinal)


def _region_set(parser: RuleParser, node: Node) -> e.RegionSet:
    if not isinstance(node, Text):
        raise ContentError([fault(node, "the name of a region set is expected here")])
    return parser.region_set(node, node)


def _by_region(parser: RuleParser, node: Node) -> Members:
    members = _members(node)
    faults = [
        key_fault(members, key, f'no region is called "{key}"')
        for key in members
        if key not in parser.vocabulary.regions
    ]
    if faults:
        raise ContentError(faults)
    return members


def _members(node: Node) -> Members:
    if not isinstance(node, Members):
        raise ContentError([fault(node, "a mapping is expected here")])
    return node


def _mapping(node: Node, wanted: tuple[str, ...]) -> Members:
    members = _members(node)
    only_members(members, wanted)
    missing = [name for name in wanted if name not in members and name != "references"]
    if missing:
        raise ContentError([fault(members, f"missing here: {', '.join(missing)}")])
    return members
