"""The catalogue as one page of Markdown, one fact a line, so that a change of content is a readable diff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cds_service.catalogue.codes import counted
from cds_service.catalogue.entry import Entry, Line, Section
from cds_service.knowledge.clinical import Manifest
from cds_service.knowledge.in_words.said import plain


def as_markdown(sections: Iterable[Section], manifest: Manifest) -> str:
    """The whole page."""
    shown = tuple(sections)
    return "\n".join([*_opening(manifest, shown), *(line for section in shown for line in _section(section)), ""])


HOW_TO_READ = (
    'A bound on days is inclusive: "28 days ago or less" holds on the 28th day.',
    '"Examined and absent" is a recorded normal finding. "No finding" holds also where nothing is recorded.',
    "A strong or moderate sign makes a region, a weak one supports, a companion counts only beside another sign.",
)
"""What a reader has to know before the first entry."""


def _opening(manifest: Manifest, sections: tuple[Section, ...]) -> Iterator[str]:
    yield f"# {manifest.title}: catalogue"
    yield from ("", f"**{manifest.notice}**", "")
    yield f"Content {manifest.version} ({manifest.status}). Written by `cds publish` from the files beside it."
    yield from ("", *(f"- {line}" for line in HOW_TO_READ), "")
    yield from (f"- [{section.title}](#{section.anchor})" for section in sections)


def _section(section: Section) -> Iterator[str]:
    yield from ("", f'## <a id="{section.anchor}"></a>{section.title}')
    if section.intro:
        yield from ("", section.intro)
    if section.facts:
        yield ""
        yield from map(_bullet, section.facts)
    for entry in section.entries:
        yield from ("", f'### <a id="{entry.anchor}"></a>{entry.title}', "")
        yield from map(_bullet, entry.facts)
        yield from _codes(entry, section.with_codes)


def _codes(entry: Entry, listed: bool) -> Iterator[str]:
    if entry.codes and listed:
        yield "- **Codes:**"
        yield from (f"  - {code}" for code in entry.codes)
    elif entry.codes:
        yield f"- **Codes:** {counted(entry.codes)} (`cds show {entry.kind} {entry.key}` lists them)"


def _bullet(line: Line) -> str:
    depth, text = line
    return f"{'  ' * depth}- {text}"


def as_text(entry: Entry) -> str:
    """One entry for a terminal, with all its codes."""
    facts = [f"{'  ' * depth}- {text}" for depth, text in entry.facts]
    codes = ["- Codes:", *(f"  - {code}" for code in entry.codes)] if entry.codes else []
    return "\n".join(plain(line).replace("**", "").replace("`", "") for line in [entry.title, "", *facts, *codes])
