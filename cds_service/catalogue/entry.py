"""What the catalogue is made of: entries of facts, in sections. Text carries Markdown links and code, nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cds_service.knowledge.in_words import Said, lines

Line = tuple[int, str]
"""A fact with its depth: a line of depth 1 belongs to the line of depth 0 above it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One sign, pattern, action …: ``codes`` are apart, as a page for reading may leave them out."""

    kind: str
    key: str
    title: str
    facts: tuple[Line, ...]
    codes: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """Where links to this entry lead."""
        return f"{self.kind}-{self.key}"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the catalogue. ``facts`` stand before its entries; ``with_codes``: codes are listed, not counted."""

    title: str
    intro: str = ""
    facts: tuple[Line, ...] = ()
    entries: tuple[Entry, ...] = ()
    with_codes: bool = True

    @property
    def anchor(self) -> str:
        """Where links to this section lead."""
        return "".join(letter if letter.isalnum() else "-" for letter in self.title.lower())


def fact(label: str, what: str | Said, depth: int = 0) -> Iterator[Line]:
    """A labelled fact; what needs a list follows it one level deeper. Nothing where there is nothing to say."""
    said = Said(what) if isinstance(what, str) else what
    if not said.lead and not said.parts:
        return
    (_, first), *rest = lines(said)
    yield depth, f"**{label}:** {first}"
    yield from ((depth + below, text) for below, text in rest)


def listed(label: str, items: Iterable[str], depth: int = 0) -> Iterator[Line]:
    """A labelled list: one item in the line of its label, several one a line."""
    several = tuple(items)
    if len(several) == 1:
        yield depth, f"**{label}:** {several[0]}"
    elif several:
        yield depth, f"**{label}:**"
        yield from ((depth + 1, item) for item in several)
