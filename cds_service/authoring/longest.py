"""How long a summary can become: every placeholder with the longest value that its rule can give."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import get_args

from cds_service.knowledge import expressions as e
from cds_service.knowledge.clinical import RegionContent
from cds_service.knowledge.dependencies import parts_of
from cds_service.knowledge.model import Knowledge
from cds_service.knowledge.patterns import PatternContent, Row, Value

_DAY = "2026-11-20"
_NUMBER = str(Decimal("12345.6"))
_MOST_PARTS = 3
"""So many regions with their sides must fit; with more the service cuts the end. Of a list of signs the first must."""


def longest_filling(row: Row, pattern: PatternContent, knowledge: Knowledge) -> str:
    """The text of a row with the longest value in the place of every placeholder."""
    text = row.text
    for name, value in pattern.values:
        if "{" + name + "}" in text:
            text = text.replace("{" + name + "}", _longest_value(value, pattern, knowledge))
    return text


def _longest_value(value: Value, pattern: PatternContent, knowledge: Knowledge) -> str:
    clinical = knowledge.clinical
    if value.choice is not None:
        rows = [
            longest_filling(row, pattern, knowledge) or _signs(row.sign_list, knowledge) for row in value.choice.rows
        ]
        return _longest(rows)
    if value.kind == "number_of_regions":
        return str(len(clinical.anatomy.regions))
    if value.kind == "regions":
        return ", ".join(region.name for region in clinical.anatomy.regions.values())
    if value.kind == "parts":
        parts = [_longest(_names_of(region)) for region in clinical.anatomy.regions.values()]
        return " and ".join(sorted(parts, key=len, reverse=True)[:_MOST_PARTS])
    if value.kind == "sides":
        return _longest(["right", value.otherwise])
    if value.kind == "signs":
        return _signs(value.selection, knowledge)
    return _longest_word(value, knowledge)


def _names_of(region: RegionContent) -> tuple[str, str]:
    return region.parts, f"right {region.part}" if region.part != region.parts else region.part


def _longest_word(value: Value, knowledge: Knowledge) -> str:
    clinical = knowledge.clinical
    if value.kind == "focal":
        return _longest(_focal_names(value.word, knowledge))
    if value.kind == "medications":
        return _longest(key.replace("_", " ") for key in value.words)
    if value.kind == "not_recorded":
        labels = sorted((label for label, _ in clinical.precedence.separators), key=len, reverse=True)
        return _longest([", ".join(labels[: int(value.word)]), "a full examination"])
    return _NUMBER if value.kind == "result" else _DAY


def _focal_names(part: str, knowledge: Knowledge) -> list[str]:
    anatomy = knowledge.clinical.anatomy
    assert part in get_args(e.FocalPart)
    if part == "plexus":
        return list(anatomy.focal.plexuses)
    return [name for site in anatomy.sites.values() for name in (site.roots if part == "root" else site.nerves)]


def _signs(selection: e.Selection | None, knowledge: Knowledge) -> str:
    named = {sign for part in parts_of(selection) if isinstance(part, e.Signs) for sign in part.signs or ()}
    labels = [knowledge.clinical.sign_label(sign) for sign in named or knowledge.clinical.signs]
    return _longest(labels)


def _longest(texts: Iterable[str]) -> str:
    return max(texts, key=len, default="")
