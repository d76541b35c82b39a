"""Plain text into GitHub Flavored Markdown, so that it reads as written and nothing in it is alive.

Clients render the detail as GFM, some with raw HTML (cds-hooks/sandbox.md 6). Whatever a record or the content says
goes through ``escaped``; only this package writes markup.
"""

from __future__ import annotations

import re
import unicodedata

MOST_CHARACTERS = 300
"""One text takes no more room on a card than this, where no other limit is given."""

SENTENCE = 1000
"""What the content says (differential, limits) and whole lines may be longer."""

_MARKUP = re.compile(r"[\\`*_\[\]#|~$^]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_BLOCK_START = re.compile(r"^(?:[-+=:]|\d{1,9}[.)])")
# Clients also make links of bare addresses; a word joiner inside keeps the letters and stops the link.
_ADDRESS = re.compile(r"(?i)(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)|(?<=mailto)(?=:)|(?<=xmpp)(?=:)")
_JOINER = "\u2060"


def escaped(text: str, most: int = MOST_CHARACTERS) -> str:
    """``text`` on one line as Markdown that shows exactly it: no markup, no HTML, no link, no line break."""
    line = plain(text, most).translate(_ENTITIES)
    line = _ADDRESS.sub(_JOINER, line)
    line = _MARKUP.sub(r"\\\g<0>", line)
    return _BLOCK_START.sub(_escape_block_start, line)


def plain(text: str, most: int = MOST_CHARACTERS) -> str:
    """``text`` on one line without control or invisible direction characters, shortened to ``most`` characters."""
    line = " ".join((text if text.isprintable() else _visible(text)).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def bold(text: str) -> str:
    """``text`` escaped and in bold."""
    return f"**{escaped(text)}**"


def bullet(line: str) -> str:
    """A list item of a line that is Markdown already."""
    return f"- {line}"


def _escape_block_start(match: re.Match[str]) -> str:
    start = match.group()
    return start[:-1] + "\\" + start[-1]


def _visible(text: str) -> str:
    return "".join(" " if _is_space(character) else character for character in text if not _is_hidden(character))


def _is_space(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) == "Cc"


def _is_hidden(character: str) -> bool:
    """Format characters (right-to-left overrides, zero-width ones), surrogates and unassigned code points."""
    return unicodedata.category(character) in ("Cf", "Cs", "Cn", "Co")
