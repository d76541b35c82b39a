"""Medicine is content: Python names no sign, site, scale, diagnosis, medication, action or pattern."""

from __future__ import annotations

import ast
import csv
from collections.abc import Iterator
from pathlib import Path

import cds_service
from cds_service.knowledge.locate import content_folder

PACKAGE = Path(cds_service.__file__).parent
TABLES = {
    "project-codesystem.csv": "code",
    "conditions.csv": "condition",
    "medications.csv": "medication",
    "orders.csv": "action",
}

COMMON_WORDS = {
    "arm": "a limb, as ICD-10-CM's codes tell it",
    "leg": "a limb, as ICD-10-CM's codes tell it",
}
"""Keys that are also words of the type system, each with what it means there."""


def test_python_names_no_key_of_the_content() -> None:
    keys = content_keys() - COMMON_WORDS.keys()
    named = [
        f"{path.relative_to(PACKAGE.parent)}:{line}: {text}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for line, text in literals(path.read_text(encoding="utf-8"))
        if text in keys
    ]
    assert named == []


def test_the_scan_finds_what_it_is_for(tmp_path: Path) -> None:
    source = '"""clonus"""\ndef f(sign="clonus"):\n    "clonus"\n    return {"clonus": 1}, f"clonus{sign}"\n'
    assert [line for line, text in literals(source) if text in content_keys()] == [2, 4, 4]


def content_keys() -> set[str]:
    """Every key of the code tables, and every pattern."""
    folder = content_folder()
    keys = {pattern.stem for pattern in (folder / "patterns").glob("*.yaml")}
    for name, column in TABLES.items():
        with (folder / "terminology" / name).open(encoding="utf-8", newline="") as table:
            keys |= {row[column] for row in csv.DictReader(table)}
    return keys - {""}


def literals(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of every string of a module that is not a docstring."""
    tree = ast.parse(source)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value
