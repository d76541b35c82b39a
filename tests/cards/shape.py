"""What every card must look like, whatever it says (CDS Hooks 2.0, Card, Suggestion, Action; contract, Card)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from fhir.resources.R4B.servicerequest import ServiceRequest

CARD_MEMBERS = {
    "uuid", "summary", "detail", "indicator", "source", "suggestions", "selectionBehavior", "overrideReasons", "links",
    "extension",
}  # fmt: skip


def faults_of(card: dict[str, Any]) -> list[str]:
    """In words, everything in which a card is not what CDS Hooks and the contract ask for."""
    return [*_card_faults(card), *_suggestion_faults(card), *(f"{path} is empty" for path in empties(card))]


def empties(value: Any, path: str = "card") -> Iterator[str]:
    """The paths of every null, empty text, list or object."""
    if value is None or (isinstance(value, str | list | dict) and not value):
        yield path
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from empties(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from empties(inner, f"{path}[{place}]")


def _card_faults(card: dict[str, Any]) -> Iterator[str]:
    if set(card) - CARD_MEMBERS:
        yield f"unknown members {set(card) - CARD_MEMBERS}"
    if str(UUID(card["uuid"])) != card["uuid"]:
        yield "uuid is no UUID"
    if not 0 < len(card["summary"]) < 140:
        yield f"summary has {len(card['summary'])} characters"
    if "\n" in card["summary"]:
        yield "summary has more than one line"
    if card["indicator"] not in ("info", "warning", "critical"):
        yield f"indicator {card['indicator']}"
    if not card["source"]["url"].startswith(("http://", "https://")):
        yield "source.url is not absolute"
    for reason in card["overrideReasons"]:
        if set(reason) != {"code", "system", "display"}:
            yield f"override reason {reason}"


def _suggestion_faults(card: dict[str, Any]) -> Iterator[str]:
    suggestions = card.get("suggestions")
    if card.get("selectionBehavior") != ("any" if suggestions else None):
        yield "selectionBehavior does not go with suggestions"
    for suggestion in suggestions or []:
        UUID(suggestion["uuid"])
        if not suggestion["label"] or not suggestion["actions"]:
            yield f"suggestion {suggestion['uuid']} has no label or no action"
        for action in suggestion["actions"]:
            if action["type"] != "create" or not action["description"]:
                yield f"action of {suggestion['label']}"
            ServiceRequest.model_validate(action["resource"])
