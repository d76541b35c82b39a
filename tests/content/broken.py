"""A copy of the shipped content in which one thing is wrong, and what its author is told."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from cds_service.authoring.check import check
from cds_service.knowledge.locate import content_folder


def copy_of_content(tmp_path: Path, changes: Mapping[str, tuple[str, str]]) -> Path:
    """The shipped content (linked, so that it is quick) with, in each named file, the first such text replaced."""
    copy = tmp_path / "fhir_mappings"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(content_folder(), copy, copy_function=os.symlink)
    for name, (before, after) in changes.items():
        file = copy / name
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        assert before in text, f"{name} does not say {before!r}"
        file.unlink()
        file.write_text(text.replace(before, after, 1), encoding="utf-8")
    return copy


def told(tmp_path: Path, name: str, before: str, after: str) -> list[str]:
    """What ``cds check`` says of the content with that change; places without the folder and the line."""
    faults = check(copy_of_content(tmp_path, {name: (before, after)}))
    assert all(fault.line > 0 for fault in faults)
    return [f"{fault.file.removeprefix('fhir_mappings/')}: {fault.message}" for fault in faults]
