"""A copy of the content in which the anatomy of the muscles is shuffled: each has the roots and nerves of another."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random
from typing import Any

import yaml

SUPPLY = ("roots", "main_roots", "plexus", "nerves")
"""What a row of the muscle table says of the supply; the rest (name, region, place) stays with the muscle."""


def shuffled_copy(content: Path, target: Path, chance: Random) -> Path:
    """A copy under ``target`` whose muscles have exchanged their supply, in the table and in the courses of nerves."""
    copy = Path(shutil.copytree(content, target))
    path = copy / "anatomy" / "muscles.yaml"
    muscles = _read(path)
    takes = dict(zip(muscles, chance.sample(list(muscles), len(muscles)), strict=True))
    shuffled = {key: {**_without_supply(row), **_supply(muscles[takes[key]])} for key, row in muscles.items()}
    _write(path, shuffled)
    new_name = {supplier: key for key, supplier in takes.items()}
    for file in sorted((copy / "anatomy" / "nerves").glob("*.yaml")):
        _write(file, _renamed(_read(file), new_name))
    return copy


def _supply(row: dict[str, Any]) -> dict[str, Any]:
    return {member: row[member] for member in SUPPLY if member in row}


def _without_supply(row: dict[str, Any]) -> dict[str, Any]:
    return {member: value for member, value in row.items() if member not in SUPPLY}


def _renamed(node: Any, names: dict[str, str]) -> Any:
    if isinstance(node, dict):
        return {key: _renamed(child, names) for key, child in node.items()}
    if isinstance(node, list):
        return [_renamed(child, names) for child in node]
    return names.get(node, node)


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def _write(path: Path, node: Any) -> None:
    path.write_text(yaml.safe_dump(node, sort_keys=False, allow_unicode=True), encoding="utf-8")
