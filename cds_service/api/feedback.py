"""Feedback on cards: its shape is checked; this version does not keep it (conformance B)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from cds_service.errors import RequestError

_OUTCOMES = ("accepted", "overridden")
_TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)")


def check_feedback(document: Mapping[str, Any]) -> None:
    """Accept a feedback document. Raises RequestError (400) that names the missing or malformed member."""
    items = document.get("feedback")
    if not isinstance(items, list):
        raise _fault("feedback", "an array")
    for index, item in enumerate(items):
        _check_item(item, f"feedback[{index}]")


def _check_item(item: Any, place: str) -> None:
    if not isinstance(item, dict):
        raise _fault(place, "an object")
    if not _is_text(item.get("card")):
        raise _fault(f"{place}.card", "the uuid of the card")
    if item.get("outcome") not in _OUTCOMES:
        raise _fault(f"{place}.outcome", " or ".join(_OUTCOMES))
    timestamp = item.get("outcomeTimestamp")
    if not isinstance(timestamp, str) or not _TIMESTAMP.fullmatch(timestamp):
        raise _fault(f"{place}.outcomeTimestamp", "a date and time like 2026-11-21T00:19:43Z")
    if item["outcome"] == "accepted":
        _check_accepted(item.get("acceptedSuggestions"), f"{place}.acceptedSuggestions")
    elif "overrideReason" in item:
        _check_override_reason(item["overrideReason"], f"{place}.overrideReason")


def _check_accepted(suggestions: Any, place: str) -> None:
    ids = (
        [one.get("id") if isinstance(one, dict) else None for one in suggestions]
        if isinstance(suggestions, list)
        else []
    )
    if not ids or not all(_is_text(one) for one in ids):
        raise _fault(place, "an array of objects whose id is the uuid of a suggestion")


def _check_override_reason(override: Any, place: str) -> None:
    if not isinstance(override, dict):
        raise _fault(place, "an object with reason, userComment or both")
    reason = override.get("reason", {"code": "-"})
    if not isinstance(reason, dict) or not _is_text(reason.get("code")):
        raise _fault(f"{place}.reason", "a Coding with code and system")
    if not isinstance(override.get("userComment", ""), str):
        raise _fault(f"{place}.userComment", "text")


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def _fault(place: str, expected: str) -> RequestError:
    return RequestError(400, f"{place} is missing or malformed; expected {expected}.", code="value")
