"""What every answer has in common: a forgiving path, the content version, and an OperationOutcome where code failed."""

from __future__ import annotations

import logging
import re
import traceback

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cds_service.api.operation_outcome import operation_outcome

CONTENT_VERSION_HEADER = "CDS-Content-Version"

_log = logging.getLogger("cds_service.errors")


class Cors(CORSMiddleware):
    """Starlette's CORS, with an OperationOutcome where a preflight is refused."""

    def preflight_response(self, request_headers: Headers) -> Response:
        """The answer to a preflight: 200, or 400 in words."""
        response = super().preflight_response(request_headers)
        if response.status_code < 400:
            return response
        reason = bytes(response.body).decode()
        return operation_outcome(400, "forbidden", f"{reason}: see CDS_ALLOW_ORIGINS of this service.")


class Envelope:
    """Goes inside CORS, so that also a failure's answer can be read by a browser.

    Paths are forgiving because clients join URLs: the Sandbox calls ``/cds-services//{id}`` where it was given a
    slash at the end, and a redirect would break its preflight.
    """

    def __init__(self, app: ASGIApp, content_version: str) -> None:
        self._app = app
        self._content_version = content_version

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def send_with_version(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                MutableHeaders(scope=message)[CONTENT_VERSION_HEADER] = self._content_version
            await send(message)

        try:
            await self._app({**scope, "path": _one_slash(scope["path"])}, receive, send_with_version)
        except ClientDisconnect:
            _log.info("the caller went away before its body was read")
        except Exception as error:
            _log.error("failed: %s", _where(error))
            if not started:
                await _failure()(scope, receive, send_with_version)


def _one_slash(path: str) -> str:
    return re.sub("/{2,}", "/", path).rstrip("/") or "/"


def _failure() -> Response:
    message = "The service failed on this call. Nothing was decided: do not read this as an empty list of cards."
    return operation_outcome(500, "exception", message)


def _where(error: Exception) -> str:
    """Type and place of a failure. Its message stays out: it may quote what was sent about the patient."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    places = " < ".join(f"{frame.name} ({frame.filename}:{frame.lineno})" for frame in reversed(frames))
    return f"{type(error).__name__} in {places}"
