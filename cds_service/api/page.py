"""The page for people at ``/``."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib.resources import files
from string import Template

from cds_service.api.services import SERVICES
from cds_service.knowledge.model import Knowledge
from cds_service.settings import Settings


def front_page(settings: Settings, knowledge: Knowledge) -> str:
    """HTML that says what this server is, how to try it, and what it is not."""
    manifest = knowledge.manifest
    values = {
        "title": SERVICES[0].title,
        "description": SERVICES[0].description,
        "service_id": SERVICES[0].id,
        "public_url": settings.public_url,
        "content_version": manifest.version,
        "content_status": manifest.status,
    }
    return _template().substitute({name: escape(value) for name, value in values.items()})


@cache
def _template() -> Template:
    return Template(files("cds_service.api").joinpath("page.html").read_text(encoding="utf-8"))
