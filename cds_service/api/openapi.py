"""What ``/openapi.json`` says of the endpoints, whose bodies FastAPI does not see. Member names are CDS Hooks'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string", "minLength": 1}
_OBJECT: Schema = {"type": "object"}


def _object(required: Sequence[str] = (), **properties: Schema) -> Schema:
    schema: Schema = {"type": "object", "properties": properties}
    return {**schema, "required": list(required)} if required else schema


def _array(of: Schema) -> Schema:
    return {"type": "array", "items": of}


_OUTCOME = _object(
    ("resourceType", "issue"),
    resourceType={"const": "OperationOutcome"},
    issue=_array(_object(("severity", "code", "diagnostics"), severity=_TEXT, code=_TEXT, diagnostics=_TEXT)),
)
_DISCOVERY = _object(
    ("services",),
    services=_array(
        _object(
            ("hook", "description", "id"),
            hook=_TEXT,
            title=_TEXT,
            description=_TEXT,
            id=_TEXT,
            prefetch={"type": "object", "additionalProperties": _TEXT},
            usageRequirements=_TEXT,
        )
    ),
)
_REQUEST = _object(
    ("hook", "hookInstance", "context"),
    hook=_TEXT,
    hookInstance={"type": "string", "format": "uuid"},
    fhirServer={"type": "string"},
    fhirAuthorization=_OBJECT,
    context=_object(
        ("patientId",),
        userId={"type": "string"},
        patientId={"type": "string", "pattern": r"^[A-Za-z0-9.\-]{1,64}$"},
        encounterId={"type": "string"},
    ),
    prefetch={"type": "object", "additionalProperties": {"type": ["object", "null"]}},
)
_CARD = _object(
    ("uuid", "summary", "indicator", "source"),
    uuid={"type": "string", "format": "uuid"},
    summary={"type": "string", "maxLength": 139},
    detail=_TEXT,
    indicator={"enum": ["info", "warning", "critical"]},
    source=_object(("label",), label=_TEXT, url={"type": "string", "format": "uri"}),
    suggestions=_array(_object(("label",), label=_TEXT, uuid=_TEXT, actions=_array(_OBJECT))),
    selectionBehavior={"enum": ["any", "at-most-one"]},
    overrideReasons=_array(_object(("code", "system", "display"), code=_TEXT, system=_TEXT, display=_TEXT)),
    links=_array(_object(("label", "url", "type"), label=_TEXT, url=_TEXT, type=_TEXT)),
    extension=_OBJECT,
)
_FEEDBACK = _object(
    ("feedback",),
    feedback=_array(
        _object(
            ("card", "outcome", "outcomeTimestamp"),
            card=_TEXT,
            outcome={"enum": ["accepted", "overridden"]},
            acceptedSuggestions=_array(_object(("id",), id=_TEXT)),
            overrideReason=_object(
                (), reason=_object(("code",), code=_TEXT, system=_TEXT), userComment={"type": "string"}
            ),
            outcomeTimestamp={"type": "string", "format": "date-time"},
        )
    ),
)

_REFUSALS = {
    400: "not JSON, or a member is missing or malformed",
    404: "no such service",
    405: "wrong method",
    412: "required data was neither sent nor obtainable",
    413: "body or entries over the limit",
    415: "neither application/json nor application/fhir+json",
    500: "the service failed",
    503: "overloaded; see Retry-After",
}


def _content(schema: Schema) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


_SERVICE_ID = {"name": "service_id", "in": "path", "required": True, "schema": _TEXT}


def _route(summary: str, answer: Schema, refusals: Sequence[int], body: Schema | None = None) -> dict[str, Any]:
    """Keyword arguments for one FastAPI route; those with a body are about one service."""
    responses: dict[int, Any] = {200: {"description": "success", "content": _content(answer)}}
    responses |= {status: {"description": _REFUSALS[status], "content": _content(_OUTCOME)} for status in refusals}
    extra: dict[str, Any] = {}
    if body is not None:
        extra = {"parameters": [_SERVICE_ID], "requestBody": {"required": True, "content": _content(body)}}
    return {"summary": summary, "responses": responses, "openapi_extra": extra}


DISCOVERY = _route("The services of this server", _DISCOVERY, (405,))
CALL = _route("Cards for one call of a hook", _object(("cards",), cards=_array(_CARD)), tuple(_REFUSALS), _REQUEST)
FEEDBACK = _route("What became of cards", _OBJECT, (400, 404, 405, 413, 415, 500, 503), _FEEDBACK)
HEALTH = _route("Whether this worker is up", _object(("status",), status=_TEXT, contentVersion=_TEXT), (405,))
