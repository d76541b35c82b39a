"""``create_app``: the only place where settings, content, clock and HTTP are joined. The only reader of the clock."""

from __future__ import annotations

import gc
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, date, datetime

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from cds_service import __version__
from cds_service.api.admission import Admission
from cds_service.api.envelope import CONTENT_VERSION_HEADER, Cors, Envelope
from cds_service.api.operation_outcome import operation_outcome, refusal
from cds_service.api.page import front_page
from cds_service.api.routes import Deployment, hook_routes, other_routes
from cds_service.catalogue.vignettes import vignettes_by_pattern
from cds_service.errors import RequestError
from cds_service.fhir.client import FhirClient
from cds_service.fhir.reader import FhirReader
from cds_service.fhir.searches import FetchRules
from cds_service.fhir.servers import allowed_servers
from cds_service.knowledge.load import load_knowledge
from cds_service.knowledge.locate import fixtures_folder
from cds_service.knowledge.model import Knowledge
from cds_service.reading.warm_up import warm_up
from cds_service.settings import Settings, from_environment

Clock = Callable[[], datetime]

_log = logging.getLogger("cds_service")


def create_app(
    settings: Settings | None = None,
    *,
    knowledge: Knowledge | None = None,
    clock: Clock | None = None,
    admission: Admission | None = None,
) -> FastAPI:
    """The ASGI application.

    ``settings`` come from the environment and ``knowledge`` from the packaged content unless given; ``clock`` returns
    an aware datetime; ``admission`` limits how many calls are open at once. Raises SettingsError or ContentError: a
    service that cannot decide does not start.
    """
    settings = settings or from_environment()
    knowledge = knowledge or load_knowledge()
    for warning in settings.warnings:
        _log.warning(warning)
    reader = fhir_reader(settings)
    app = FastAPI(
        title="motor-neuron-signs",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=_ready_to_answer(reader),
    )
    page = front_page(settings, knowledge, vignettes_by_pattern(fixtures_folder()))
    deployment = Deployment(settings, knowledge, lambda: today(settings, clock), admission or Admission(), reader, page)
    app.include_router(hook_routes(deployment))
    app.include_router(other_routes(deployment))
    app.add_exception_handler(RequestError, _refuse)
    app.add_exception_handler(HTTPException, _refuse_route)
    _wrap(app, settings, knowledge)
    return app


def fhir_reader(settings: Settings) -> FhirReader:
    """What reads FHIR servers as the settings say. Raises SettingsError where a listed server is no URL."""
    rules = FetchRules(
        timeout_s=settings.fetch_timeout_s,
        page_size=settings.fetch_page_size,
        max_pages=settings.fetch_max_pages,
        max_entries=settings.max_entries,
        max_bytes=settings.max_body_bytes,
        post=settings.fetch_search == "post",
    )
    return FhirReader(allowed_servers(settings.fhir_servers), rules, FhirClient())


def today(settings: Settings, clock: Clock | None = None) -> date:
    """The day that rules count from: the date of now in the zone of the settings."""
    now = clock() if clock else datetime.now(UTC)
    return now.astimezone(settings.timezone).date()


def _wrap(app: FastAPI, settings: Settings, knowledge: Knowledge) -> None:
    app.add_middleware(Envelope, content_version=knowledge.manifest.version)
    app.add_middleware(
        Cors,
        allow_origins=settings.allow_origins,
        allow_methods=("GET", "HEAD", "POST"),
        allow_headers=("Authorization", "Content-Type"),
        allow_private_network=settings.profile == "development",
        expose_headers=(CONTENT_VERSION_HEADER, "Retry-After"),
    )


def _ready_to_answer(reader: FhirReader) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        warm_up()
        tune_collector()
        yield
        await reader.client.aclose()

    return lifespan


def tune_collector() -> None:
    """Keep the garbage collector away from what lives as long as the process: a call makes tens of thousands of
    dicts, and every collection among them would walk the whole content again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)


async def _refuse(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestError)
    return refusal(error)


async def _refuse_route(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 405:
        allowed = (error.headers or {}).get("Allow", "")
        return operation_outcome(405, "not-supported", f"This path answers to {allowed} only.", error.headers)
    message = "There is nothing at this path. Discovery is at /cds-services, calls go to /cds-services/{id}."
    return operation_outcome(error.status_code, "not-found", message, error.headers)
