"""Codings and references of resources that nobody has validated yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cds_service.knowledge.terminology_rows import Code

Raw = Mapping[str, Any]
Coded = tuple[Code, str]
"""A coding with its display."""


def coded(concept: Any) -> Iterator[Coded]:
    """The codings of a CodeableConcept, as far as they are codings at all."""
    codings = concept.get("coding") if isinstance(concept, dict) else None
    for coding in codings if isinstance(codings, list) else ():
        if not isinstance(coding, dict):
            continue
        system, code, display = coding.get("system", ""), coding.get("code"), coding.get("display", "")
        if isinstance(system, str) and isinstance(code, str):
            yield (system, code), display if isinstance(display, str) else ""


def references(resource: Raw, *names: str) -> Iterator[str]:
    """The references of these members (lists of references), as far as they are any."""
    for name in names:
        targets = resource.get(name)
        for target in targets if isinstance(targets, list) else ():
            reference = target.get("reference") if isinstance(target, dict) else None
            if isinstance(reference, str):
                yield reference
