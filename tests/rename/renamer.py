"""A copy of the content in which keys have other names, and the same for the vignettes."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

Names = Mapping[str, str]

KEY_COLUMNS = {
    "body_sites.csv": ("site",),
    "conditions.csv": ("condition", "limb"),
    "findings.csv": ("sign", "site"),
    "labs.csv": ("action", "sign"),
    "medications.csv": ("medication",),
    "orders.csv": ("action",),
    "project-codesystem.csv": ("code",),
}
"""The columns of the code tables that hold keys; every other column holds codes and words of others."""


def renamed_copy(content: Path, target: Path, names: Names) -> Path:
    """A copy of the content's folder under ``target`` with every key in ``names`` replaced.

    In YAML a key is a plain scalar, as a member's name, a value or a list element; quoted scalars are texts for people.
    A file may be named after a key.
    """
    copy = Path(shutil.copytree(content, target))
    for path in sorted(copy.rglob("*.yaml")):
        path.write_text(_renamed_yaml(path.read_text(encoding="utf-8"), names), encoding="utf-8")
        path.rename(path.with_stem(names.get(path.stem, path.stem)))
    for name, columns in KEY_COLUMNS.items():
        _rename_columns(copy / "terminology" / name, columns, names)
    return copy


def renamed(value: Any, names: Names) -> Any:
    """Any JSON value with every string that is exactly a key replaced, names of members too where they are keys."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, list):
        return [renamed(element, names) for element in value]
    if isinstance(value, dict):
        return {names.get(member, member): renamed(child, names) for member, child in value.items()}
    return value


def renamed_codes(node: Any, names: Names, system: str) -> Any:
    """A FHIR value with the codes of one CodeSystem replaced."""
    if isinstance(node, list):
        return [renamed_codes(element, names, system) for element in node]
    if not isinstance(node, dict):
        return node
    changed = {member: renamed_codes(child, names, system) for member, child in node.items()}
    if changed.get("system") == system:
        changed["code"] = names.get(changed["code"], changed["code"])
    return changed


def _renamed_yaml(text: str, names: Names) -> str:
    spans = [
        (node.start_mark.index, node.end_mark.index, names[node.value])
        for document in yaml.compose_all(text, Loader=yaml.SafeLoader)
        for node in _plain_scalars(document)
        if node.value in names
    ]
    for start, end, name in sorted(spans, reverse=True):
        text = text[:start] + name + text[end:]
    return text


def _plain_scalars(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode) and node.style is None:
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for element in node.value:
            yield from _plain_scalars(element)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _plain_scalars(name)
            yield from _plain_scalars(value)


def _rename_columns(path: Path, columns: tuple[str, ...], names: Names) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        header, rows = list(reader.fieldnames or ()), list(reader)
    for row in rows:
        for column in columns:
            row[column] = names.get(row[column], row[column])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
