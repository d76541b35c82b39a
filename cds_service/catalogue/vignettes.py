"""Which vignettes exercise each pattern, by what they expect."""

from __future__ import annotations

import json
from pathlib import Path


def vignettes_by_pattern(fixtures: Path) -> dict[str, dict[str, str]]:
    """Titles by id, by pattern, from ``vignettes/expected.json``; empty where the fixtures are not at hand."""
    file = fixtures / "vignettes" / "expected.json"
    if not file.is_file():
        return {}
    found: dict[str, dict[str, str]] = {}
    for row in json.loads(file.read_text(encoding="utf-8")):
        for pattern in row["expected"]["patterns"]:
            found.setdefault(pattern, {})[row["id"]] = row["title"]
    return found
