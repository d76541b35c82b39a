"""Which of several versions of one resource counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def version_of(resource: Mapping[str, Any]) -> tuple[str, str]:
    """Sorts versions of one resource: the one that was updated last is the greatest; without a date, by their text."""
    meta = resource.get("meta")
    updated = meta.get("lastUpdated") if isinstance(meta, dict) else ""
    return (updated if isinstance(updated, str) else ""), text_of(resource)


def text_of(resource: Mapping[str, Any]) -> str:
    """The whole of a resource as one text, to tell it from others; empty where it is too deep for that."""
    try:
        return repr(resource)
    except RecursionError:
        return ""
