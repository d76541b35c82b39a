"""Sources: references as links to the bibliography, sections of the knowledge base as they stand."""

from __future__ import annotations

from collections.abc import Iterator

from cds_service.catalogue.entry import Entry, Line
from cds_service.knowledge.in_words import Names


def sources(references: tuple[str, ...], names: Names) -> Iterator[Line]:
    """One line with every reference, or none."""
    if references:
        yield 0, f"**Sources:** {', '.join(_source(reference, names) for reference in references)}"


def _source(reference: str, names: Names) -> str:
    if reference in names.clinical.references:
        return names.link("source", reference, reference)
    return f"knowledge base {reference}"


def source_entry(key: str, text: str) -> Entry:
    """One entry of the bibliography."""
    return Entry("source", key, key, ((0, text),))
