"""``done_when`` of orders.csv: which members of a composite order settle it, and which to draft (coverage.md 1).

expression  = joined { "|" joined }
joined      = part { "&" part }
part        = member | "(" expression ")"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Literal

_TOKEN = re.compile(r"\s*([A-Za-z0-9_]+|[&|()])")


@dataclass(frozen=True, slots=True)
class DoneWhen:
    """A member (``name`` alone), or ``parts`` of which ``all`` or ``any`` have to hold."""

    joined_by: Literal["all", "any"] = "all"
    name: str = ""
    parts: tuple[DoneWhen, ...] = ()

    def holds(self, settled: Collection[str]) -> bool:
        """Whether ``settled`` members settle the whole. An expression without members never holds."""
        if self.name:
            return self.name in settled
        if not self.parts:
            return False
        results = [part.holds(settled) for part in self.parts]
        return all(results) if self.joined_by == "all" else any(results)

    @property
    def members(self) -> tuple[str, ...]:
        """Every member that is named, in the order of the text."""
        return (self.name,) if self.name else tuple(name for part in self.parts for name in part.members)

    def still_needed(self, settled: Collection[str], fits: Callable[[str], bool]) -> tuple[str, ...]:
        """The members to order: all that are joined by ``&``, and of alternatives the first that ``fits``.

        Nothing of an alternative that already holds; the first alternative where none fits.
        """
        if self.holds(settled):
            return ()
        if self.name:
            return (self.name,)
        if self.joined_by == "all":
            return tuple(name for part in self.parts for name in part.still_needed(settled, fits))
        fitting = (part for part in self.parts if all(fits(name) for name in part.members))
        return next(fitting, self.parts[0]).still_needed(settled, fits)


def parse_done_when(text: str) -> DoneWhen:
    """The expression in ``text``; an empty text is an expression without members. Raises ValueError for any other."""
    tokens = _tokens(text)
    if not tokens:
        return DoneWhen()
    expression, rest = _expression(tokens)
    if rest:
        raise ValueError(f'"{text}": nothing was expected from "{rest[0]}" on')
    return expression


def _tokens(text: str) -> list[str]:
    tokens, position = [], 0
    stripped = text.rstrip()
    while position < len(stripped):
        match = _TOKEN.match(stripped, position)
        if not match:
            raise ValueError(f'"{text}": members are joined by "&" and "|", not "{stripped[position:].strip()[:1]}"')
        tokens.append(match.group(1))
        position = match.end()
    return tokens


def _expression(tokens: list[str]) -> tuple[DoneWhen, list[str]]:
    return _series(tokens, "|", "any", _joined)


def _joined(tokens: list[str]) -> tuple[DoneWhen, list[str]]:
    return _series(tokens, "&", "all", _part)


_Parser = Callable[[list[str]], tuple[DoneWhen, list[str]]]


def _series(
    tokens: list[str], sign: str, joined_by: Literal["all", "any"], inner: _Parser
) -> tuple[DoneWhen, list[str]]:
    first, rest = inner(tokens)
    parts = [first]
    while rest and rest[0] == sign:
        part, rest = inner(rest[1:])
        parts.append(part)
    return (first if len(parts) == 1 else DoneWhen(joined_by, parts=tuple(parts))), rest


def _part(tokens: list[str]) -> tuple[DoneWhen, list[str]]:
    if not tokens or tokens[0] in "&|)":
        raise ValueError("a member is missing in done_when")
    if tokens[0] != "(":
        return DoneWhen(name=tokens[0]), tokens[1:]
    expression, rest = _expression(tokens[1:])
    if not rest or rest[0] != ")":
        raise ValueError('a ")" is missing in done_when')
    return expression, rest[1:]
