"""How ``actions/``, ``order_rules.yaml`` and ``wording.yaml`` are read, and refused with file and line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from cds_service.errors import ContentError, ContentFault
from cds_service.knowledge.actions import Action, ActionContent, OrderRules
from cds_service.knowledge.strict_yaml import Items, Members, Node, Text, fault, key_fault, nearest, read_yaml, validate
from cds_service.knowledge.wording import Wording


def load_actions(folder: Path) -> ActionContent:
    """``actions/*.yaml`` and ``order_rules.yaml`` of a content folder.

    Raises ContentError with every fault found: wrong members, an action twice, a rule that names no action.
    """
    root = folder.parent
    faults: list[ContentFault] = []
    actions: dict[str, Action] = {}
    files = [read_yaml(path, root) for path in sorted((folder / "actions").glob("*.yaml"))]
    for file in files:
        _read_actions(file, actions, faults)
    rules_node = read_yaml(folder / "order_rules.yaml", root)
    rules = validate(rules_node, OrderRules)
    faults.extend(_unknown_actions(rules_node, actions))
    faults.extend(_unknown_order_lines(files, rules))
    if faults:
        raise ContentError(faults)
    return ActionContent(actions=actions, rules=rules)


def load_wording(folder: Path) -> Wording:
    """``wording.yaml`` of a content folder. Raises ContentError where it cannot be used."""
    return validate(read_yaml(folder / "wording.yaml", folder.parent), Wording)


def unknown_names(folder: Path, known: Mapping[str, Collection[str]]) -> list[ContentFault]:
    """Names in these files that no other content file has, for the check of the content as a whole.

    ``known`` holds, by what they are (``sign``, ``site``, ``scale``, ``pattern``, ``region``, ``reference``), the
    names there are.
    """
    paths = [*sorted((folder / "actions").glob("*.yaml")), folder / "order_rules.yaml", folder / "wording.yaml"]
    return [one for path in paths for one in _unknown_in(read_yaml(path, folder.parent), known)]


_KIND_OF_MEMBER = {
    "sign": "sign", "pattern": "pattern", "patterns": "pattern", "region": "region", "references": "reference",
    "unsaid_sites": "site",
    "unsaid_scales": "scale",
}  # fmt: skip


def _unknown_in(node: Node, known: Mapping[str, Collection[str]]) -> Iterator[ContentFault]:
    if isinstance(node, Items):
        for item in node:
            yield from _unknown_in(item, known)
    elif isinstance(node, Members):
        for key, value in node.items():
            kind = _KIND_OF_MEMBER.get(key)
            for name in _texts(value) if kind else ():
                if name not in known[str(kind)]:
                    yield fault(name, f'no {kind} is called "{name}".{nearest(name, known[str(kind)])}')
            yield from _unknown_in(value, known)


def _texts(node: Node) -> list[Text]:
    return [item for item in (node if isinstance(node, Items) else [node]) if isinstance(item, Text)]


def _read_actions(node: Node, actions: dict[str, Action], faults: list[ContentFault]) -> None:
    if not isinstance(node, Members):
        faults.append(fault(node, "a file of actions is a mapping from action key to action"))
        return
    for key, value in node.items():
        if key in actions:
            faults.append(key_fault(node, key, f'the action "{key}" is described twice'))
        try:
            actions[key] = validate(value, Action)
        except ContentError as error:
            faults.extend(error.faults)


_SINGLE = ("by", "action", "on_record")
_LISTS = ("actions", "removes", "covers")


def _unknown_actions(rules: Node, actions: Collection[str]) -> Iterator[ContentFault]:
    for name in _action_names(rules):
        if name not in actions:
            yield fault(name, f'no action is called "{name}".{nearest(name, actions)}')


def _unknown_order_lines(files: Iterable[Node], rules: OrderRules) -> Iterator[ContentFault]:
    for file in files:
        for action in file.values() if isinstance(file, Members) else ():
            lines = action.get("order_lines") if isinstance(action, Members) else None
            for name in lines if isinstance(lines, Items) else ():
                if isinstance(name, Text) and name not in rules.order_lines:
                    yield fault(name, f'no order line is called "{name}".{nearest(name, rules.order_lines)}')


def _action_names(node: Node) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from _action_names(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in _SINGLE and isinstance(value, str):
                yield value
            elif key in _LISTS and isinstance(value, list):
                yield from (item for item in value if isinstance(item, str))
            else:
                yield from _action_names(value)
