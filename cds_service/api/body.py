"""The body of a POST, read while it arrives and given up as soon as it is too large."""

from __future__ import annotations

from starlette.requests import Request

from cds_service.errors import RequestError

_JSON_TYPES = ("application/json", "application/fhir+json")


async def read_body(request: Request, max_bytes: int) -> bytes:
    """The whole body. Raises RequestError: 415 for what is no JSON, 413 for more than ``max_bytes``."""
    _refuse_media_type(request)
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > max_bytes:
        raise _too_large(max_bytes)
    chunks: list[bytes] = []
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > max_bytes:
            raise _too_large(max_bytes)
        chunks.append(chunk)
    return b"".join(chunks)


def _refuse_media_type(request: Request) -> None:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type not in _JSON_TYPES:
        expected = " or ".join(_JSON_TYPES)
        raise RequestError(415, f"The Content-Type of the body must be {expected}.", code="not-supported")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise RequestError(415, "The body must be sent without Content-Encoding.", code="not-supported")


def _too_large(max_bytes: int) -> RequestError:
    message = f"The body is larger than {max_bytes} bytes (CDS_MAX_BODY_BYTES): send less in prefetch."
    return RequestError(413, message, code="too-long")
