"""Conditions as statements: ``some finding: …``, ``no finding: …``, ``on record: …``, ``at least 2 regions with …``."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from cds_service.knowledge import expressions as e
from cds_service.knowledge.in_words.names import Names
from cds_service.knowledge.in_words.numbers import how_many, years
from cds_service.knowledge.in_words.said import Joint, Said, joined, one_line, plain, prefixed, series
from cds_service.knowledge.in_words.saying import deny, line_of, say, say_region_term, say_term

DISTINCT = {
    "finding": ("finding", "findings"),
    "sign": ("kind of sign", "different signs"),
    "region": ("region", "regions"),
    "side": ("side", "sides"),
    "site": ("site", "different sites"),
    "limb": ("limb", "different limbs"),
    "statement": ("statement", "statements"),
    "trunk_nerve": ("nerve", "different nerves"),
}
"""What is counted, by ``Distinct``: one, and several."""


@say.register
def _all(condition: e.All, names: Names) -> Said:
    return _joined("and", condition.conditions, names)


@say.register
def _any(condition: e.AnyOf, names: Names) -> Said:
    return _joined("or", condition.conditions, names)


def _joined(joint: Joint, conditions: tuple[e.Condition, ...], names: Names) -> Said:
    """Clauses that have names keep a line each, so that a reader finds what a card names."""
    parts = tuple(say(part, names) for part in conditions)
    if any(isinstance(part, e.Named) and part.clause for part in conditions):
        return Said("all of these" if joint == "and" else "any of these", parts, "list")
    return joined(joint, parts)


@say.register
def _at_least(condition: e.AtLeast, names: Names) -> Said:
    lead = f"at least {condition.number} of these"
    return Said(lead, tuple(say(part, names) for part in condition.conditions), "list")


@say.register
def _not(condition: e.Not, names: Names) -> Said:
    return deny(condition.condition, names)


@say.register
def _named(condition: e.Named, names: Names) -> Said:
    if not condition.clause:
        return say_term(condition.name, condition.arguments, names)
    return prefixed(f"({condition.name.replace('_', ' ')})", say(condition.condition, names))


@deny.register
def _not_named(condition: e.Named, names: Names) -> Said:
    return prefixed("not:", say(condition, names))


@say.register
def _some(condition: e.Some, names: Names) -> Said:
    return _finding("some", say(condition.selection, names))


@deny.register
def _none(condition: e.Some, names: Names) -> Said:
    return _finding("no", say(condition.selection, names))


def _finding(how: str, said: Said) -> Said:
    if said.parts and not said.lead and one_line(said) is None:
        return Said(f"{how} finding of these", said.parts, "list")
    if plain(said.lead).startswith("a finding, "):
        return replace(said, lead=f"{how}{said.lead.removeprefix('a')}")
    if said.lead.startswith("any finding that "):
        return replace(said, lead=f"{how}{said.lead.removeprefix('any')}")
    return prefixed(f"{how} finding:", said)


@say.register
def _absent(condition: e.Absent, names: Names) -> Said:
    signs = names.signs(condition.signs)
    if condition.covering is None:
        at = f", in the {names.sites(condition.sites)}" if condition.sites else ""
        return Said(f"examined and absent: {signs}{at}")
    where = "in the whole region of every" if condition.regions else "wherever there is"
    return prefixed(f"examined and absent: {signs}, {where}:", say(condition.covering, names))


@say.register
def _only(condition: e.Only, names: Names) -> Said:
    noun, test = line_of(condition.selection, names), line_of(condition.test, names)
    if noun is not None and test is not None:
        return Said(f"every finding (if any) of: {noun}, is {plain(test).removeprefix('that is ')}")
    parts = (prefixed("of", say(condition.selection, names)), prefixed("is", say(condition.test, names)))
    return Said("every finding (if any)", parts, "list")


@say.register
def _count(condition: e.Count, names: Names) -> Said:
    one, many = DISTINCT[condition.distinct]
    return prefixed(f"{how_many(condition.compare, one, many)} among:", say(condition.selection, names))


@say.register
def _both_sides(condition: e.BothSides, names: Names) -> Said:
    return prefixed("on both sides:", say(condition.selection, names))


@say.register
def _one_side(condition: e.OneSide, names: Names) -> Said:
    return prefixed("on one side at most:", say(condition.selection, names))


@say.register
def _region_set(sets: e.RegionSet, names: Names) -> Said:
    return Said(say_region_term(sets.name, names))


@say.register
def _regions(condition: e.Regions, names: Names) -> Said:
    having = series([say_region_term(one.name, names) for one in condition.sets], "and" if condition.both else "or")
    having = f"both {having}" if condition.both else having
    if condition.equal is not None:
        return Said(f"{having}: in {names.regions(condition.equal, 'and')}, and in no other region")
    if condition.within is not None:
        return Said(f"{having}: in no region but {names.regions(condition.within, 'and')}")
    among = ""
    if condition.among < frozenset(names.clinical.anatomy.regions):
        among = f" among {names.regions(condition.among, 'and')}"
    return Said(f"{how_many(condition.compare or e.Compare(at_least=_ONE), 'region', 'regions')}{among} with {having}")


_ONE = Decimal(1)


@say.register
def _age(condition: e.Age, names: Names) -> Said:
    return Said(f"age: {years(condition.months)}{', or not known' if condition.unknown_counts else ''}")


@say.register
def _sex(condition: e.SexIs, names: Names) -> Said:
    return Said(f"sex: {condition.sex}")


@say.register
def _focal(condition: e.FocalIs, names: Names) -> Said:
    if condition.part is None:
        return Said(f"the motor signs are confined to one {names.site(condition.limb)}")
    return Said(FOCAL[condition.part])


FOCAL = {
    "root": "the motor signs of one limb fit one root, with sensory loss or pain of that root",
    "nerve": "the motor signs of one limb fit one nerve",
    "territory": "sensory loss in the territory of that nerve",
    "plexus": "the motor signs of one limb fit a plexus",
}
"""What the focal algorithm says of one limb, by ``FocalPart``."""


@say.register
def _pattern(condition: e.PatternFires, names: Names) -> Said:
    verb = "is shown" if condition.shown else "fires"
    return Said(f"a pattern {verb}: {_patterns(condition, names)}")


@deny.register
def _no_pattern(condition: e.PatternFires, names: Names) -> Said:
    verb = "is shown" if condition.shown else "fires"
    return Said(f"no pattern {verb}: {_patterns(condition, names)}")


def _patterns(condition: e.PatternFires, names: Names) -> str:
    tiers = _whole_tiers(condition.patterns, names)
    what = (
        f"any of tier {series(tiers, 'or')}"
        if tiers
        else series([names.pattern(key) for key in names.clinical.precedence.order if key in condition.patterns], "or")
    )
    if len(condition.patterns) == len(names.clinical.patterns):
        what = "any"
    return f"{what}, with the indicator critical" if condition.critical else what


def _whole_tiers(keys: frozenset[str], names: Names) -> list[str]:
    """The tiers, where the patterns are all those of some tiers and more than a few."""
    patterns = names.clinical.patterns.values()
    tiers = sorted({pattern.tier for pattern in patterns if pattern.key in keys})
    whole = {pattern.key for pattern in patterns if pattern.tier in tiers}
    return [str(tier) for tier in tiers] if whole == keys and len(keys) > len(tiers) else []


@say.register
def _clause(condition: e.ClauseHeld, names: Names) -> Said:
    return Said(f"{names.pattern(condition.pattern)} fires by its clause ({condition.clause.replace('_', ' ')})")


@say.register
def _always(condition: e.Always, names: Names) -> Said:
    return Said("always")
