"""A vignette as a table: the story, the findings by their keys, and what is expected."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FIXTURES = Path(__file__).parents[2] / "fixtures"
VIGNETTES = FIXTURES / "vignettes"


@dataclass(frozen=True, slots=True)
class Expected:
    """What the service must answer. ``must`` is the complete list; ``must_not`` are actions that it may not suggest.

    ``indicator`` is the highest of all cards, ``none`` without a card. ``localization`` are parts of the
    localization texts. ``guards`` are logged and make no card. ``criteria``: values of the criteria fields by key.
    """

    patterns: frozenset[str]
    must: frozenset[str]
    must_not: frozenset[str]
    indicator: str
    localization: tuple[str, ...]
    guards: frozenset[str]
    criteria: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Vignette:
    """One row of ``expected.json``. Ages of records are days before the day of the call."""

    id: str
    title: str
    age_years: float
    sex: str
    findings: tuple[Mapping[str, Any], ...]
    conditions: tuple[Mapping[str, Any], ...]
    orders: tuple[Mapping[str, Any], ...]
    medications: tuple[str, ...]
    expected: Expected

    @property
    def request_path(self) -> Path:
        """The file of the same case as a hook request."""
        return VIGNETTES / f"{self.id}.json"

    @property
    def name(self) -> str:
        """The id with the title, as the name of a test."""
        return f"{self.id}-{re.sub(r'[^a-z0-9]+', '-', self.title.lower())[:48].strip('-')}"


@cache
def all_vignettes() -> tuple[Vignette, ...]:
    """Every vignette, in the order of the file."""
    rows = json.loads((VIGNETTES / "expected.json").read_text(encoding="utf-8"))
    return tuple(vignette_of(row) for row in rows)


def vignette_of(row: Mapping[str, Any]) -> Vignette:
    """One vignette from its row in ``expected.json``."""
    return Vignette(
        id=row["id"],
        title=row["title"],
        age_years=row["age_years"],
        sex=row["sex"],
        findings=tuple(row["findings"]),
        conditions=tuple(row["conditions"]),
        orders=tuple(row["existing_orders_or_results"]),
        medications=tuple(row["medications"]),
        expected=_expected_of(row["expected"]),
    )


def _expected_of(row: Mapping[str, Any]) -> Expected:
    return Expected(
        patterns=frozenset(row["patterns"]),
        must=frozenset(row["must_suggest"]),
        must_not=frozenset(row["must_not_suggest"]),
        indicator=row["indicator"],
        localization=tuple(row["localization_contains"]),
        guards=frozenset(row.get("guards", ())),
        criteria=row.get("criteria", {}),
    )
