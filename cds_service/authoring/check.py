"""``cds check``: everything that is wrong with a folder of content, in words for its author, with file and line.

First the content is read as strictly as the service reads it. Where that finds no fault, the medicine is linted:
sources, labels, unused terms, what summaries say and how long they become, and what every pattern makes of its own
examples (fhir_mappings/README.md tells each rule).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from cds_service.authoring.content_files import Written, written
from cds_service.authoring.lint_rules import (
    missing_examples,
    missing_labels,
    missing_references,
    unknown_clauses,
    unknown_references,
    unread_signs,
    unused_terms,
)
from cds_service.authoring.lint_texts import forbidden_words, long_summaries, placeholders
from cds_service.authoring.rehearse import failed_examples
from cds_service.errors import ContentError, ContentFault
from cds_service.knowledge.load import load_knowledge
from cds_service.knowledge.load_actions import load_actions, load_wording
from cds_service.knowledge.load_clinical import load_manifest

Part = TypeVar("Part")
RULES: tuple[Callable[[Written], Iterable[ContentFault]], ...] = (
    unused_terms,
    unknown_references,
    missing_references,
    missing_labels,
    unknown_clauses,
    long_summaries,
    placeholders,
    forbidden_words,
    missing_examples,
    failed_examples,
)
"""The lint rules; each has a good and a bad file in tests/content."""

_PARTS: tuple[Callable[[Path], object], ...] = (load_manifest, load_actions, load_wording)
"""What can be read by itself, so that a fault in one part does not hide those of another."""


def check(folder: Path) -> list[ContentFault]:
    """Every fault of the content in ``folder``, sorted by file and line; an empty list where it is good."""
    faults: set[ContentFault] = set()
    knowledge = _read(load_knowledge, folder, faults)
    if knowledge is None:
        for part in _PARTS:
            _read(part, folder, faults)
        return sorted(faults)
    content = written(folder, knowledge)
    return sorted({fault for rule in RULES for fault in rule(content)})


def _read(read: Callable[[Path], Part], folder: Path, faults: set[ContentFault]) -> Part | None:
    try:
        return read(folder)
    except ContentError as error:
        faults.update(error.faults)
    except FileNotFoundError as error:
        faults.add(ContentFault(str(error.filename), 1, "this file is missing"))
    return None


def remarks(folder: Path) -> list[str]:
    """What is no fault but worth knowing of a folder without faults. Raises ContentError where it cannot be read."""
    unread = sorted(unread_signs(written(folder, load_knowledge(folder))))
    return [f"No rule looks at these signs: {', '.join(unread)}."] if unread else []
