"""What one HTTP answer of a FHIR server means: a resource, or why there is none. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import orjson

from cds_service.fhir.client import FetchFailure, HttpAnswer

_MEDIA_TYPES = ("application/fhir+json", "application/json", "application/json+fhir")
_TRY_AGAIN = (429, 503)
_IN_WORDS: Mapping[int, str] = {
    401: " (the access token is missing, expired or not accepted)",
    403: " (the access token does not allow this)",
    404: " (not found)",
    410: " (deleted)",
    429: " (too many requests)",
}


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


def seconds_until_retry(answer: HttpAnswer, now: datetime) -> float | None:
    """How long the server asks to wait before the same request; None where it must not be repeated."""
    if answer.status not in _TRY_AGAIN or not answer.retry_after:
        return None
    if answer.retry_after.isdecimal():
        return float(answer.retry_after)
    try:
        moment = parsedate_to_datetime(answer.retry_after)
    except ValueError:
        return None
    return max(0.0, (moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds())
