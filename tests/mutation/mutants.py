"""Every small change of a content file: what a slip of an author's pen could do to the medicine.

A mutant is a place in the YAML and one change there. Words for people (titles, texts, references) are left alone.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import yaml

WORDS = frozenset(
    {
        "title", "text", "label", "summary", "differential", "wrong", "references", "note", "lines", "guard", "rule",
        "values", "order", "separators", "suggest_text", "question", "tier", "line", "order_lines", "parameters",
        "drops", "ranked_places", "criteria", "remarks", "examples",
        "limits",
    }
)  # fmt: skip
"""Members that hold words, references, the frame of a file or what a card prints beside its pattern, not a rule."""

SWAPS = {
    "all": "any", "any": "all", "some": "none", "none": "some", "both_sides": "some", "one_side": "both_sides",
    "union": "both", "both": "union", "within": "are", "at_exactly": "at", "at": "at_exactly", "at_most": "at_least",
    "at_least": "at_most", "less_than": "more_than", "more_than": "less_than", "umn_any": "umn_firm",
    "umn_firm": "umn_any", "lmn_positive": "umn_any", "on_side_of": "on_other_side_of", "recorded": "duration",
    "dated": "new", "new": "dated", "fresh": "dated", "must": "may", "may": "must", "among": "except",
}  # fmt: skip
"""Operators and what each is taken for; a change that the loader refuses is no mutant."""

OF_SEVERAL = frozenset({"all", "any", "union", "both"})
"""Operators that mean the same of one element."""

VALUES = {
    "cervical": "lumbosacral", "lumbosacral": "cervical", "thoracic": "cervical", "bulbar": "cervical", "arm": "leg",
    "leg": "arm", "other": "left", "unknown": "left", "course_yes": "course_no", "course_no": "course_yes",
    "info": "warning", "warning": "info", "critical": "warning", "examined": "problem", "problem": "examined",
    "stated": "unstated", "unstated": "stated", "active": "absent", "absent": "active",
}  # fmt: skip
"""Values of sides, regions, limbs, course and urgency, and what each is taken for."""

NUMBER = re.compile(r"^\d+(\.\d+)?$")
NEGATABLE = ("all", "any")
Path_ = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file of the content can be changed, and the kind of change (a key of ``_CHANGES``)."""

    file: str
    line: int
    where: Path_
    change: str


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change, described, with the text of the changed file. ``line`` is that of the shipped file.

    ``where`` is the way to the place (``fires/all/0/age``).
    """

    file: str
    line: int
    where: str
    change: str
    text: str

    @property
    def name(self) -> str:
        """``patterns/ibm_pattern.yaml:9 number 45 -> 46``."""
        return f"{self.file}:{self.line} {self.change}"


def places_of(path: Path, root: Path) -> Iterator[Place]:
    """Every place of a file of the content folder ``root``."""
    file = str(path.relative_to(root))
    for where, line, change in _changes(_tree(path), (), only_windows=file.startswith(("actions/", "signs/"))):
        yield Place(file, line, where, change)


def mutant_at(place: Place, root: Path) -> Mutant | None:
    """The change made; None where it makes no sense (the other operator stands there already)."""
    tree = copy.deepcopy(_tree(root / place.file))
    described = _apply(tree, place.where, place.change)
    if not described:
        return None
    where = "/".join(map(str, place.where))
    return Mutant(place.file, place.line, where, described, yaml.serialize(tree, width=10_000, allow_unicode=True))


@cache
def _tree(path: Path) -> yaml.Node:
    tree = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    assert tree is not None
    return tree


def _changes(node: yaml.Node, where: Path_, *, only_windows: bool) -> Iterator[tuple[Path_, int, str]]:
    """The places that can be changed, each with its line and the kind of change."""
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        yield from ((where, line, change) for change in _of_scalar(node, where, only_windows=only_windows))
    elif isinstance(node, yaml.SequenceNode):
        for index, element in enumerate(node.value):
            place = (*where, index)
            if not only_windows:
                yield place, element.start_mark.line + 1, "drop"
                if where and where[-1] in NEGATABLE:
                    yield place, element.start_mark.line + 1, "negate"
            yield from _changes(element, place, only_windows=only_windows)
    elif isinstance(node, yaml.MappingNode):
        yield from _of_mapping(node, where, only_windows=only_windows)


def _of_scalar(node: yaml.ScalarNode, where: Path_, *, only_windows: bool) -> Iterator[str]:
    if NUMBER.match(node.value) and (not only_windows or "window" in where):
        yield from ("plus", "minus")
    elif not only_windows and node.value in VALUES:
        yield "value"


def _of_mapping(node: yaml.MappingNode, where: Path_, *, only_windows: bool) -> Iterator[tuple[Path_, int, str]]:
    for key, value in node.value:
        if key.value in WORDS and not (key.value == "suggest" and not where):
            continue
        place, line = (*where, str(key.value)), key.start_mark.line + 1
        if not only_windows and where:
            if len(node.value) > 1:
                yield place, line, "drop"
            if key.value in SWAPS:
                yield place, line, "swap"
        yield from _changes(value, place, only_windows=only_windows)


def _apply(tree: yaml.Node, where: Path_, change: str) -> str:
    """Make the change in ``tree``; its description, empty where it makes no sense."""
    parent = tree
    for step in where[:-1]:
        parent = _child(parent, step)
    return _CHANGES[change](parent, where[-1])


def _child(node: yaml.Node, step: int | str) -> yaml.Node:
    child: yaml.Node = node.value[step] if isinstance(step, int) else _entry(node, step)[1]
    return child


def _entry(node: yaml.Node, name: str) -> tuple[yaml.Node, yaml.Node]:
    entry: tuple[yaml.Node, yaml.Node] = next(entry for entry in node.value if entry[0].value == name)
    return entry


def _drop(parent: yaml.Node, step: int | str) -> str:
    if isinstance(step, int):
        gone = parent.value.pop(step)
        return f"drop {_short(gone)}"
    entry = _entry(parent, step)
    parent.value.remove(entry)
    return f"drop {step}: {_short(entry[1])}"


def _negate(parent: yaml.Node, step: int | str) -> str:
    assert isinstance(step, int)
    element = parent.value[step]
    is_not = isinstance(element, yaml.MappingNode) and [key.value for key, _ in element.value] == ["not"]
    parent.value[step] = element.value[0][1] if is_not else _mapping("not", element)
    return f"negate {_short(element)}"


def _swap(parent: yaml.Node, step: int | str) -> str:
    key, value = _entry(parent, str(step))
    other = SWAPS[key.value]
    if key.value in OF_SEVERAL and isinstance(value, yaml.SequenceNode) and len(value.value) == 1:
        return ""
    if any(name.value == other for name, _ in parent.value):
        return ""
    described = f"{key.value} -> {other}"
    key.value = other
    return described


def _value(parent: yaml.Node, step: int | str) -> str:
    node = _child(parent, step)
    described = f"{node.value} -> {VALUES[node.value]}"
    node.value = VALUES[node.value]
    return described


def _plus(parent: yaml.Node, step: int | str) -> str:
    return _by(_child(parent, step), Decimal(1))


def _minus(parent: yaml.Node, step: int | str) -> str:
    return _by(_child(parent, step), Decimal(-1))


def _by(node: yaml.Node, amount: Decimal) -> str:
    before, after = node.value, str(Decimal(node.value) + amount)
    node.value = after
    return f"number {before} -> {after}"


_CHANGES = {"drop": _drop, "negate": _negate, "swap": _swap, "value": _value, "plus": _plus, "minus": _minus}


def _mapping(name: str, value: yaml.Node) -> yaml.MappingNode:
    key = yaml.ScalarNode("tag:yaml.org,2002:str", name, value.start_mark, value.end_mark)
    return yaml.MappingNode("tag:yaml.org,2002:map", [(key, value)], value.start_mark, value.end_mark, flow_style=True)


def _short(node: yaml.Node) -> str:
    """The changed piece on one line, cut where it is long."""
    text = " ".join(yaml.serialize(node, width=10_000, allow_unicode=True).replace("...", "").split())
    return text if len(text) <= 70 else f"{text[:67]}..."
