"""The page for people at ``/``: built once at start, without anything from elsewhere."""

from __future__ import annotations

import gzip
import hashlib
from base64 import b64encode
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from string import Template

from starlette.requests import Request
from starlette.responses import Response

from cds_service.api.services import SERVICES
from cds_service.catalogue.document import Vignettes, catalogue
from cds_service.catalogue.drawing import drawing
from cds_service.catalogue.html import as_html
from cds_service.catalogue.markdown import HOW_TO_READ
from cds_service.knowledge.model import Knowledge
from cds_service.settings import Settings


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The page as bytes, plain and compressed, with the headers that go with it."""

    plain: bytes
    compressed: bytes
    headers: dict[str, str]

    def response(self, request: Request) -> Response:
        """The answer to one reader."""
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers = {**self.headers, "Content-Encoding": "gzip"}
            return Response(self.compressed, headers=headers, media_type="text/html")
        return Response(self.plain, headers=self.headers, media_type="text/html")


def front_page(settings: Settings, knowledge: Knowledge, vignettes: Vignettes) -> FrontPage:
    """What this server is, how to try it, what it is not, and the whole catalogue with its drawing."""
    text = front_page_html(settings, knowledge, vignettes).encode()
    return FrontPage(text, gzip.compress(text, mtime=0), _headers())


def front_page_html(settings: Settings, knowledge: Knowledge, vignettes: Vignettes) -> str:
    """The page as HTML."""
    manifest = knowledge.manifest
    values = {
        "title": SERVICES[0].title,
        "description": SERVICES[0].description,
        "service_id": SERVICES[0].id,
        "public_url": settings.public_url,
        "content_version": manifest.version,
        "content_status": manifest.status,
        "reviewed": "was reviewed by a neurologist" if manifest.reviewed else "was not reviewed by a neurologist",
    }
    sections = catalogue(knowledge, vignettes)
    parts = {
        "style": _resource("page.css"),
        "drawing": drawing(knowledge.clinical),
        "how_to_read": "".join(f"<li>{escape(line)}</li>" for line in HOW_TO_READ),
        "contents": "".join(f'<li><a href="#{one.anchor}">{escape(one.title)}</a></li>' for one in sections),
        "catalogue": as_html(sections),
    }
    said = {name: escape(value) for name, value in values.items()}
    return Template(_resource("page.html")).substitute(said | parts)


def _headers() -> dict[str, str]:
    """No script, nothing from elsewhere, no frame; the one style sheet is known by its hash."""
    digest = b64encode(hashlib.sha256(_resource("page.css").encode()).digest()).decode()
    policy = ["default-src 'none'", f"style-src 'sha256-{digest}'", "base-uri 'none'", "form-action 'none'"]
    return {
        "Content-Security-Policy": "; ".join([*policy, "frame-ancestors 'none'"]),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Vary": "Accept-Encoding",
    }


def _resource(name: str) -> str:
    return files("cds_service.api").joinpath(name).read_text(encoding="utf-8")
