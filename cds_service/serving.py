"""Run the application in uvicorn, and say what to open."""

from __future__ import annotations

import os.path
import sys
from pathlib import Path
from typing import Any

import uvicorn

from cds_service.api.services import SERVICES
from cds_service.app import create_app
from cds_service.authoring.sandbox import sandbox_link
from cds_service.knowledge.locate import fixtures_folder
from cds_service.settings import Settings, from_environment, serve_at

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        name: {"handlers": ["stderr"], "level": "INFO", "propagate": False} for name in ("uvicorn", "cds_service")
    },
}
"""Without uvicorn's access log: a URL may hold what a caller put into it. ``api/call_record.py`` logs each call."""

UVICORN: dict[str, Any] = {"log_config": LOGGING, "access_log": False, "server_header": False}
"""How uvicorn runs wherever this service is served."""

FIRST_PATIENT = "synthetic-v01"
"""The patient of the first vignette, as ``cds load`` puts it on a FHIR server."""


def serve(host: str, port: int, workers: int) -> None:
    """Serve until stopped. Raises SettingsError or ContentError before anything listens."""
    serve_at(host, port)
    settings = from_environment()
    app = create_app(settings)
    print(what_to_open(settings), file=sys.stderr)
    uvicorn.run(
        app if workers == 1 else "cds_service.app:create_app",
        factory=workers > 1,
        host=host,
        port=port,
        workers=workers,
        **UVICORN,
    )


def what_to_open(settings: Settings) -> str:
    """The lines for whoever started the service; the last one, pasted into a shell, returns a card."""
    url = settings.public_url
    return (
        f"Open {url}/ for what this is, {url}/cds-services for discovery.\n{_sandbox(settings)}"
        f"In another shell, a first card:\n\n  {first_card(url)}\n"
    )


def _sandbox(settings: Settings) -> str:
    """Where to try it in the public Sandbox, if a FHIR server is read that the Sandbox can use: an open one."""
    servers = [entry.removeprefix("open+") for entry in settings.fhir_servers if entry.startswith("open+")]
    if not servers:
        return ""
    link = sandbox_link(settings.public_url, servers[0], FIRST_PATIENT)
    return f"The public CDS Hooks Sandbox with this service and {servers[0]}:\n\n  {link}\n\n"


def first_card(url: str) -> str:
    """A shell line that renders a fixture for today and calls the service at ``url`` with it."""
    fixture = _from_here(fixtures_folder() / "vignettes" / "V01.json")
    command = _from_here(Path(sys.prefix) / "bin" / "cds")
    return (
        f"{command} render {fixture} | curl -s -H 'Content-Type: application/json' --data-binary @- "
        f"{url}/cds-services/{SERVICES[0].id}"
    )


def _from_here(path: Path) -> str:
    return os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)
