"""``cds publish``: what is written from the content beside the content, for people who review it and for editors."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from cds_service.authoring.schema import schemas
from cds_service.catalogue.document import catalogue
from cds_service.catalogue.markdown import as_markdown
from cds_service.catalogue.vignettes import vignettes_by_pattern
from cds_service.errors import ServiceError
from cds_service.knowledge.model import Knowledge

_SHOWN_LINES = 12
"""Lines of a difference that are shown: enough to know what changed."""


class StaleError(ServiceError):
    """What is published is not what the content says."""


def published(knowledge: Knowledge, fixtures: Path) -> dict[str, str]:
    """The text of every published file by its path in the content's folder. Without fixtures, no table of vignettes."""
    sections = catalogue(knowledge, vignettes_by_pattern(fixtures))
    files = {"catalogue.md": as_markdown(sections, knowledge.manifest)}
    for name, schema in schemas(knowledge).items():
        files[f"schema/{name}.json"] = json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    return files


def publish(knowledge: Knowledge, folder: Path, fixtures: Path) -> list[str]:
    """Write every file that differs, and remove schemas that are written no longer; the paths of what was touched."""
    files = published(knowledge, fixtures)
    touched = [name for name, text in files.items() if _text(folder / name) != text]
    for name in touched:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(files[name], encoding="utf-8")
    for name in _left_over(folder, files):
        (folder / name).unlink()
        touched.append(name)
    return touched


def check_published(knowledge: Knowledge, folder: Path, fixtures: Path) -> None:
    """Raises StaleError, with the first lines that differ, where a file is not what ``publish`` would write."""
    files = published(knowledge, fixtures)
    stale = [name for name, text in files.items() if _text(folder / name) != text] + _left_over(folder, files)
    if stale:
        shown = "\n".join(islice(_differences(_text(folder / stale[0]), files.get(stale[0], "")), _SHOWN_LINES))
        raise StaleError(f"Out of date: {', '.join(stale)}. Run `cds publish` and read the difference.\n{shown}")


def _left_over(folder: Path, files: dict[str, str]) -> list[str]:
    return sorted(
        f"schema/{path.name}" for path in (folder / "schema").glob("*.json") if f"schema/{path.name}" not in files
    )


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _differences(before: str, after: str) -> Iterator[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), "published", "content", lineterm="", n=0)
    return islice(lines, 2, None)
