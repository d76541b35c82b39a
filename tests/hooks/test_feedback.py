"""Feedback: what EHRs and the Sandbox send is accepted; what has another shape is refused by its place (B)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.client import Client
from tests.hooks.requests import HOOK_INSTANCE, PATH, diagnostics

FEEDBACK = f"{PATH}/feedback"
OVERRIDDEN: dict[str, Any] = {
    "card": HOOK_INSTANCE,
    "outcome": "overridden",
    "outcomeTimestamp": "2026-11-21T00:19:43.069Z",
}
ACCEPTED = OVERRIDDEN | {"outcome": "accepted", "acceptedSuggestions": [{"id": HOOK_INSTANCE}]}

GOOD = {
    "none": [],
    "accepted": [ACCEPTED],
    "dismissed": [OVERRIDDEN],
    "with a reason that has no display": [OVERRIDDEN | {"overrideReason": {"reason": {"code": "a", "system": "b"}}}],
    "with a comment": [OVERRIDDEN | {"overrideReason": {"userComment": "seen"}}],
    "several, and the same again": [ACCEPTED, OVERRIDDEN, ACCEPTED],
    "of an unknown card, in another time zone": [
        OVERRIDDEN | {"card": "unknown", "outcomeTimestamp": "2026-11-21T00:19:43+01:00"}
    ],
}

SUGGESTIONS = (
    "acceptedSuggestions is missing or malformed; expected an array of objects whose id is the uuid of a suggestion"
)
BAD: list[tuple[Any, str]] = [
    (..., "feedback is missing or malformed; expected an array."),
    ({}, "feedback is missing or malformed; expected an array."),
    (["text"], "feedback[0] is missing or malformed; expected an object."),
    ([OVERRIDDEN, ACCEPTED | {"card": ""}], "feedback[1].card is missing or malformed; expected the uuid of the card."),
    (
        [OVERRIDDEN | {"outcome": "ignored"}],
        "feedback[0].outcome is missing or malformed; expected accepted or overridden.",
    ),
    (
        [OVERRIDDEN | {"outcomeTimestamp": "yesterday"}],
        "feedback[0].outcomeTimestamp is missing or malformed; expected a date and time like 2026-11-21T00:19:43Z.",
    ),
    ([OVERRIDDEN | {"outcome": "accepted"}], f"feedback[0].{SUGGESTIONS}."),
    ([ACCEPTED | {"acceptedSuggestions": [{}]}], f"feedback[0].{SUGGESTIONS}."),
    (
        [OVERRIDDEN | {"overrideReason": {"reason": "busy"}}],
        "feedback[0].overrideReason.reason is missing or malformed; expected a Coding with code and system.",
    ),
]


@pytest.mark.parametrize("items", GOOD.values(), ids=GOOD.keys())
def test_feedback_is_accepted(items: list[Any], client: Client) -> None:
    """B-1 to B-11, B-14, N-10."""
    response = client.post(FEEDBACK, json={"feedback": items})
    assert (response.status_code, response.json()) == (200, {})


@pytest.mark.parametrize(("items", "message"), BAD)
def test_400_names_the_place(items: Any, message: str, client: Client) -> None:
    response = client.post(FEEDBACK, json={} if items is ... else {"feedback": items})
    assert (response.status_code, diagnostics(response)) == (400, message)
