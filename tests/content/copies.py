"""Copies of the content for tests that change it."""

from __future__ import annotations

import shutil
from pathlib import Path

from cds_service.knowledge.locate import content_folder


def copy_of_the_content(target: Path) -> Path:
    """A copy of ``fhir_mappings`` under ``target``."""
    return Path(shutil.copytree(content_folder(), target / "fhir_mappings"))


def changed(file: Path, before: str, after: str) -> None:
    """Replace the one place of ``before`` in a file."""
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1, f"{file.name} has {before!r} {text.count(before)} times"
    file.write_text(text.replace(before, after), encoding="utf-8")
