"""The endpoints of CDS Hooks and those beside it. Bodies are parsed by hand, answers are ready bytes: FastAPI's own
models would walk every prefetched resource twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from cds_service.api import openapi
from cds_service.api.admission import Admission
from cds_service.api.answer import answer
from cds_service.api.body import read_body
from cds_service.api.call_record import recorded
from cds_service.api.feedback import check_feedback
from cds_service.api.hook_request import parse_json_object, read_hook_request
from cds_service.api.page import FrontPage
from cds_service.api.services import SERVICES, Service, discovery
from cds_service.errors import RequestError
from cds_service.fhir.prefetch import KEYS
from cds_service.fhir.reader import FhirReader
from cds_service.knowledge.model import Knowledge
from cds_service.settings import Settings


@dataclass(frozen=True, slots=True)
class Deployment:
    """What the endpoints work with: settings, content, today's date, the places for open calls, the reader of FHIR
    servers, and the page for people."""

    settings: Settings
    knowledge: Knowledge
    today: Callable[[], date]
    admission: Admission
    reader: FhirReader
    page: FrontPage


def hook_routes(deployment: Deployment) -> APIRouter:
    """Discovery, calls and feedback (conformance D, R, B)."""
    router = APIRouter()
    keys = KEYS[deployment.settings.prefetch]

    @router.head("/cds-services", include_in_schema=False)
    @router.get("/cds-services", **openapi.DISCOVERY)
    async def discover() -> Response:
        return _json(discovery(keys))

    @router.post("/cds-services/{service_id}", **openapi.CALL)
    async def call(request: Request) -> Response:
        return await _answer_call(deployment, _service(request), request)

    @router.post("/cds-services/{service_id}/feedback", **openapi.FEEDBACK)
    async def feedback(request: Request) -> Response:
        _service(request)
        with deployment.admission.admitted():
            body = await read_body(request, deployment.settings.max_body_bytes)
            check_feedback(parse_json_object(body))
            return _json({})

    return router


def other_routes(deployment: Deployment) -> APIRouter:
    """The page for people, and what load balancers ask."""
    router = APIRouter()
    version = deployment.knowledge.manifest.version

    @router.head("/", include_in_schema=False)
    @router.get("/", include_in_schema=False)
    async def page(request: Request) -> Response:
        return deployment.page.response(request)

    @router.head("/health/live", include_in_schema=False)
    @router.get("/health/live", **openapi.HEALTH)
    async def live() -> Response:
        return _json({"status": "live"})

    @router.head("/health/ready", include_in_schema=False)
    @router.get("/health/ready", **openapi.HEALTH)
    async def ready() -> Response:
        return _json({"status": "ready", "contentVersion": version})

    return router


async def _answer_call(deployment: Deployment, service: Service, request: Request) -> Response:
    settings, knowledge = deployment.settings, deployment.knowledge
    with recorded(service.id, knowledge.manifest.version) as record, deployment.admission.admitted():
        body = await read_body(request, settings.max_body_bytes)
        record.body_bytes = len(body)
        hook_request = read_hook_request(parse_json_object(body), service.hook)
        record.hook_instance = hook_request.hook_instance
        record.entries = hook_request.entry_count
        if record.entries > settings.max_entries:
            raise _too_many(settings.max_entries)
        keys = KEYS[settings.prefetch]
        today, reader = deployment.today(), deployment.reader
        cards = await answer(hook_request, service.id, knowledge, keys, reader, settings.public_url, today)
        record.status, record.cards = 200, len(cards)
        return _json({"cards": cards})


def _service(request: Request) -> Service:
    for service in SERVICES:
        if service.id == request.path_params["service_id"]:
            return service
    known = ", ".join(service.id for service in SERVICES)
    raise RequestError(404, f"There is no CDS service of this id. The ids are: {known}.", code="not-found")


def _too_many(max_entries: int) -> RequestError:
    message = f"The call holds more than {max_entries} Bundle entries (CDS_MAX_ENTRIES): send less in prefetch."
    return RequestError(413, message, code="too-costly")


def _json(answered: Any) -> Response:
    return Response(orjson.dumps(answered), media_type="application/json")
