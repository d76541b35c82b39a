"""The catalogue as HTML: an entry opens where it is touched, links lead to entries, codes are counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from cds_service.catalogue.codes import counted
from cds_service.catalogue.entry import Entry, Line, Section

_LINK = re.compile(r"\[([^\]]*)\]\((#[^)]*)\)")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_CODE = re.compile(r"`([^`]+)`")


def as_html(sections: Iterable[Section]) -> str:
    """Every section; its entries are closed."""
    return "\n".join(line for section in sections for line in _section(section))


def _section(section: Section) -> Iterator[str]:
    yield f'<h2 id="{section.anchor}">{escape(section.title)}</h2>'
    if section.intro:
        yield f"<p>{escape(section.intro)}</p>"
    if section.facts:
        yield _list(section.facts)
    yield from map(_entry, section.entries)


def _entry(entry: Entry) -> str:
    codes = ((0, f"**Codes:** {counted(entry.codes)}"),) if entry.codes else ()
    facts = _list((*entry.facts, *codes))
    return f'<details id="{entry.anchor}"><summary>{escape(entry.title)}</summary>{facts}</details>'


def _list(facts: tuple[Line, ...]) -> str:
    """Nested lists: a deeper line belongs to the line before it."""
    written: list[str] = []
    level = -1
    for depth, text in facts:
        if depth > level:
            written.append("<ul>" * (depth - level))
        else:
            written.append("</li>" + "</ul></li>" * (level - depth))
        written.append(f"<li>{inline(text)}")
        level = depth
    return "".join([*written, "</li></ul>" * (level + 1)])


def inline(text: str) -> str:
    """Links, bold and code of one line as HTML."""
    safe = escape(text, quote=False)
    linked = _LINK.sub(lambda match: f'<a href="{match[2]}">{match[1]}</a>', safe)
    return _CODE.sub(r"<code>\1</code>", _BOLD.sub(r"<b>\1</b>", linked))
