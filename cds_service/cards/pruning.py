"""No empty member leaves this service (CDS Hooks "Use of JSON"; contract, Card)."""

from __future__ import annotations

from typing import Any


def pruned(value: Any) -> Any:
    """``value`` without members and items that are ``None``, ``""``, ``[]`` or ``{}``, at any depth.

    ``False`` and ``0`` are values and stay. What becomes empty by pruning is pruned too.
    """
    if isinstance(value, dict):
        return {key: inner for key, inner in ((key, pruned(item)) for key, item in value.items()) if not _empty(inner)}
    if isinstance(value, list | tuple):
        return [inner for inner in map(pruned, value) if not _empty(inner)]
    return value


def _empty(value: Any) -> bool:
    return value is None or (isinstance(value, str | list | dict) and not value)
