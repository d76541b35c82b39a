"""Strict YAML: every scalar a string, no repeated key, no alias, and the line of everything.

Plain YAML turns ``no`` into False, ``+2`` into 2 and ``1:30`` into 90, and lets a repeated key win in silence.
Here scalars stay as written; the models convert. Every node remembers its file and line, so that a fault can
be said as ``file:line: what, and the nearest right answer``.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from cds_service.errors import ContentError, ContentFault


class Text(str):
    """A scalar with its place."""

    file: str
    line: int


class Items(list["Node"]):
    """A sequence with its place."""

    file: str
    line: int


class Members(dict[str, "Node"]):
    """A mapping with its place, and the line of each key."""

    file: str
    line: int
    key_lines: dict[str, int]


Node = Text | Items | Members


def fault(node: Any, message: str) -> ContentFault:
    """A fault at the place of ``node`` (any node of this module)."""
    return ContentFault(getattr(node, "file", "?"), getattr(node, "line", 0), message)


def key_fault(node: Members, key: str, message: str) -> ContentFault:
    """A fault at the line of one key of a mapping."""
    return ContentFault(node.file, node.key_lines.get(key, node.line), message)


def nearest(word: str, known: Iterable[str]) -> str:
    """`` Did you mean "x"?`` for the closest known word, or an empty string."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f' Did you mean "{close[0]}"?' if close else ""


def read_yaml(path: Path, root: Path) -> Node:
    """The one document of ``path``; its file name is given relative to ``root`` (the content's parent folder).

    Raises ContentError for what is no YAML, has aliases, tags, repeated keys or keys that are no plain text.
    """
    name = str(path.relative_to(root)) if path.is_relative_to(root) else str(path)
    try:
        tree = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ContentError([ContentFault(name, line, f"this is no YAML: {error.problem}")]) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ContentError([ContentFault(name, 1, f"this is no YAML: {error}")]) from error
    if tree is None:
        raise ContentError([ContentFault(name, 1, "the file is empty")])
    faults: list[ContentFault] = []
    node = _build(tree, name, faults, set())
    if faults:
        raise ContentError(faults)
    return node


def _build(tree: yaml.Node, name: str, faults: list[ContentFault], seen: set[int]) -> Node:
    line = tree.start_mark.line + 1
    if id(tree) in seen:
        faults.append(ContentFault(name, line, "aliases (& and *) are not allowed: write the value again"))
    seen.add(id(tree))
    if isinstance(tree, yaml.MappingNode):
        return _build_members(tree, name, faults, seen)
    if isinstance(tree, yaml.SequenceNode):
        items = Items(_build(child, name, faults, seen) for child in tree.value)
        items.file, items.line = name, line
        return items
    text = Text(tree.value)
    text.file, text.line = name, line
    return text


def _build_members(tree: yaml.MappingNode, name: str, faults: list[ContentFault], seen: set[int]) -> Members:
    members = Members()
    members.file, members.line, members.key_lines = name, tree.start_mark.line + 1, {}
    for key_node, value_node in tree.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            faults.append(ContentFault(name, line, "a key must be plain text"))
            continue
        key = str(key_node.value)
        if key in members:
            faults.append(
                ContentFault(name, line, f'the key "{key}" stands here twice (first on line {members.key_lines[key]})')
            )
        members[key] = _build(value_node, name, faults, seen)
        members.key_lines[key] = line
    return members


def mappings_in(node: Node) -> Iterator[Members]:
    """Every mapping in a node, itself too."""
    if isinstance(node, Members):
        yield node
    if not isinstance(node, Text):
        for child in node.values() if isinstance(node, Members) else node:
            yield from mappings_in(child)


Model = TypeVar("Model", bound=BaseModel)


def validate(node: Node, model: type[Model]) -> Model:
    """``node`` as ``model``. Raises ContentError with the line of each fault and the nearest right key."""
    try:
        return model.model_validate(node)
    except ValidationError as error:
        raise ContentError([_model_fault(node, model, detail) for detail in error.errors()]) from error


def _model_fault(node: Node, model: type[BaseModel], detail: Any) -> ContentFault:
    place: Any = node
    line, name = node.line, node.file
    for step in detail["loc"]:
        if isinstance(place, Members) and str(step) in place:
            line = place.key_lines[str(step)]
            place = place[str(step)]
        elif isinstance(place, Items) and isinstance(step, int) and step < len(place):
            place = place[step]
            line = place.line
    last = str(detail["loc"][-1]) if detail["loc"] else ""
    if detail["type"] == "extra_forbidden":
        return ContentFault(name, line, f'no member is called "{last}" here.{nearest(last, _field_names(model))}')
    if detail["type"] == "missing":
        return ContentFault(name, line, f'the member "{last}" is missing')
    path = ".".join(str(step) for step in detail["loc"])
    return ContentFault(name, line, f"{path}: {detail['msg']}")


def _field_names(model: type[BaseModel]) -> set[str]:
    names: set[str] = set()
    for name, info in model.model_fields.items():
        names.add(info.alias or name)
        for argument in (info.annotation, *getattr(info.annotation, "__args__", ())):
            if isinstance(argument, type) and issubclass(argument, BaseModel):
                names |= _field_names(argument)
    return names
