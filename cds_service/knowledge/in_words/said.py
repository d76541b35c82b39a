"""English as a value: a phrase, or a lead with parts that are joined, written in one line or as a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

Joint = Literal["and", "or", "list"]
"""How parts belong together; a ``list`` is never written in one line."""

LONGEST_LINE = 110
"""Characters beyond which joined parts become a list, so that a reader sees one fact a line."""

_LEADS = {"and": "all of these", "or": "any of these", "list": ""}
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Said:
    """``lead`` alone is a whole phrase. With ``parts`` it leads in to them."""

    lead: str
    parts: tuple[Said, ...] = ()
    joint: Joint = "and"


def plain(text: str) -> str:
    """``text`` without its links."""
    return _LINK.sub(r"\1", text)


def joined(joint: Joint, parts: tuple[Said, ...], lead: str = "") -> Said:
    """The parts as one phrase: a single part stands alone; parts that are joined in the same way are taken in."""
    if len(parts) == 1:
        return prefixed(lead, parts[0])
    flat: list[Said] = []
    for part in parts:
        same = part.parts and part.joint == joint and not part.lead and joint != "list"
        flat.extend(part.parts if same else (part,))
    return Said(lead, tuple(flat), joint)


def prefixed(prefix: str, said: Said) -> Said:
    """``said`` with words before it."""
    return replace(said, lead=f"{prefix} {said.lead}".strip()) if prefix else said


def one_line(said: Said) -> str | None:
    """The whole phrase in one line; None where it needs a list to be understood."""
    if not said.parts:
        return said.lead
    texts = [one_line(part) if not part.parts else None for part in said.parts]
    if said.joint == "list" or any(text is None for text in texts):
        return None
    line = f"{said.lead} {_series([str(text) for text in texts], said.joint)}".strip()
    return line if len(plain(line)) <= LONGEST_LINE else None


def heading(said: Said) -> str:
    """The first line of the phrase written as a list, without its colon."""
    if not said.parts:
        return said.lead
    if not said.lead:
        return _LEADS[said.joint]
    return said.lead if said.joint == "list" else f"{said.lead} {_LEADS[said.joint]}"


def lines(said: Said, depth: int = 0) -> Iterator[tuple[int, str]]:
    """The phrase as lines with their depth: one line where that can be understood, else a heading and its parts."""
    line = one_line(said)
    if line is not None:
        yield depth, line
        return
    yield depth, f"{heading(said)}:"
    for part in said.parts:
        yield from lines(part, depth + 1)


def flat(said: Said) -> str:
    """The phrase in one line at any price, for a list of findings rather than for reading."""
    line = one_line(said)
    return line if line is not None else f"{heading(said)}: {'; '.join(flat(part) for part in said.parts)}"


def series(words: list[str], joint: str) -> str:
    """``a``, ``a or b``, ``a, b or c``; words that hold a joint or commas of their own are held apart."""
    if len(words) > 1 and any(", " in plain(word) for word in words):
        return f"{'; '.join(words[:-1])}; {joint} {words[-1]}"
    if len(words) > 1 and any(f" {joint} " in plain(word) for word in words):
        return f"{', '.join(words[:-1])}, {joint} {words[-1]}"
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joint} {words[-1]}"


def _series(texts: list[str], joint: str) -> str:
    # Parts that hold commas or joints of their own are held apart by semicolons.
    if any(re.search(r", |: | and | or ", plain(text)) for text in texts):
        return f"{'; '.join(texts[:-1])}; {joint} {texts[-1]}"
    return series(texts, joint)
