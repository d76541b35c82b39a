"""The one shape of every answer that is not a success: a FHIR OperationOutcome in words for the integrator."""

from __future__ import annotations

from collections.abc import Mapping

import orjson
from starlette.responses import Response

from cds_service.errors import RequestError


def operation_outcome(status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> Response:
    """A response with one issue; ``code`` is a code of FHIR's issue types."""
    outcome = {
        "resourceType": "OperationOutcome",
        "issue": [{"severity": "fatal" if status >= 500 else "error", "code": code, "diagnostics": message}],
    }
    return Response(orjson.dumps(outcome), status, dict(headers or {}), "application/json")


def refusal(error: RequestError) -> Response:
    """The answer to a call that gets no cards."""
    headers = {} if error.retry_after is None else {"Retry-After": str(error.retry_after)}
    return operation_outcome(error.status, error.code, str(error), headers)
