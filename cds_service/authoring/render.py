"""Fixtures that do not age: their dates are written relative to the day they are rendered for.

``{{today}}``, ``{{today-3}}`` and ``{{today+1}}`` become calendar dates (``2026-11-17``), also inside a
date-time (``{{today-3}}T09:30:00+01:00``). Days are whole calendar days.
"""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

_IN_DOUBLE_BRACES = re.compile(r"\{\{(?P<inside>[^{}]*)\}\}")
_RELATIVE_DAY = re.compile(r"today(?P<offset>[+-]\d+)?")


def render(text: str, as_of: date) -> str:
    """The text with every relative date replaced by the date that it means on ``as_of``.

    Raises ValueError, naming the placeholder, when something else stands in double braces or when its date
    is outside the calendar.
    """
    return _IN_DOUBLE_BRACES.sub(lambda match: _calendar_day(match["inside"], as_of).isoformat(), text)


def load_fixture(path: Path, as_of: date) -> dict[str, Any]:
    """The JSON object in a fixture file, rendered for ``as_of``.

    Raises OSError when the file cannot be read, and ValueError, naming the file, when a placeholder is not
    understood or the text is not a JSON object.
    """
    try:
        parsed = json.loads(render(path.read_text(encoding="utf-8"), as_of))
    except ValueError as fault:
        raise ValueError(f"{path}: {fault}") from fault
    match parsed:
        case dict() as fixture:
            return fixture
        case _:
            raise ValueError(f"{path}: expected a JSON object, such as a hook request.")


def _calendar_day(placeholder: str, as_of: date) -> date:
    relative = _RELATIVE_DAY.fullmatch(placeholder)
    if relative is None:
        raise ValueError(
            f'"{{{{{placeholder}}}}}" is not understood. Write {{{{today}}}}, {{{{today-3}}}} or {{{{today+3}}}}.'
        )
    try:
        return as_of + timedelta(days=int(relative["offset"] or 0))
    except OverflowError as beyond:
        raise ValueError(f'"{{{{{placeholder}}}}}" is outside the calendar when counted from {as_of}.') from beyond
