"""What one HTTP answer of a FHIR server means: a resource, or why there is none. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

import orjson

_MEDIA_TYPES = ("application/fhir+json", "application/json", "application/json+fhir")
_TRY_AGAIN = (429, 503)
_IN_WORDS: Mapping[int, str] = {
    401: " (the access token is missing, expired or not accepted)",
    403: " (the access token does not allow this)",
    404: " (not found)",
    410: " (deleted)",
    429: " (too many requests)",
}


class FetchFailure(Exception):
    """A request that brought nothing. The message is the end of a sentence, without anything of the answer in it."""


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """What came back. ``body`` only with status 200, without its Content-Encoding; a missing header is ``""``."""

    status: int
    media_type: str = ""
    retry_after: str = ""
    date: str = ""
    body: bytes = b""


def resource_in(answer: HttpAnswer) -> dict[str, Any]:
    """The resource that was answered. Raises FetchFailure in words for the integrator, without the answer's own."""
    if 300 <= answer.status < 400:
        raise FetchFailure("the FHIR server answered with a redirect, which is not followed")
    if answer.status != 200:
        raise FetchFailure(f"the FHIR server answered {answer.status}{_IN_WORDS.get(answer.status, '')}")
    if answer.media_type not in _MEDIA_TYPES:
        raise FetchFailure("the FHIR server's answer is not called application/fhir+json")
    try:
        resource = orjson.loads(answer.body)
    except orjson.JSONDecodeError as error:
        raise FetchFailure("the FHIR server's answer is no JSON in UTF-8") from error
    if not isinstance(resource, dict) or not isinstance(resource.get("resourceType"), str):
        raise FetchFailure("the FHIR server's answer is no FHIR resource")
    return resource


def seconds_until_retry(answer: HttpAnswer) -> float | None:
    """How long the server asks to wait before the same request; None where it must not be repeated.

    A Retry-After that is a date counts from the answer's own Date: the server's clock, not ours.
    """
    if answer.status not in _TRY_AGAIN or not answer.retry_after:
        return None
    if answer.retry_after.isdecimal():
        return float(answer.retry_after)
    try:
        waiting = parsedate_to_datetime(answer.retry_after) - parsedate_to_datetime(answer.date)
    except (ValueError, TypeError):  # TypeError: one with, one without a zone
        return None
    return max(0.0, waiting.total_seconds())
