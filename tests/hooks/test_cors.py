"""Browsers as clients: preflights, and answers that a page may read, refusals and failures included (X-1 to X-3)."""

from __future__ import annotations

from typing import Any

import pytest

from cds_service.app import create_app
from cds_service.knowledge.model import Knowledge
from cds_service.settings import Settings
from tests.client import Client
from tests.conftest import noon
from tests.hooks.requests import ORIGIN, PATH, diagnostics, hook_request

ANSWERS: list[tuple[str, str, dict[str, Any], int]] = [
    ("GET", "/cds-services", {}, 200),
    ("POST", PATH, {"json": hook_request()}, 200),
    ("POST", PATH, {"json": hook_request(hook="order-sign")}, 400),
    ("POST", f"{PATH}-of-nobody", {"json": hook_request()}, 404),
    ("GET", "/nowhere", {}, 404),
    ("GET", PATH, {}, 405),
    ("POST", PATH, {"json": hook_request(prefetch=...)}, 412),
    ("POST", PATH, {"content": "text"}, 415),
]


@pytest.mark.parametrize("path", ["/cds-services", PATH, f"{PATH}/feedback"])
def test_preflight_of_the_sandbox_is_allowed(path: str, client: Client) -> None:
    """X-2: without authentication, with the headers that it sends, named one by one."""
    asked = {
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type",
    }
    response = client.request("OPTIONS", path, headers=ORIGIN | asked)
    assert response.status_code == 200
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in response.headers["Access-Control-Allow-Methods"]
    assert {"Authorization", "Content-Type"} <= set(response.headers["Access-Control-Allow-Headers"].split(", "))
    assert "Access-Control-Allow-Credentials" not in response.headers


@pytest.mark.parametrize(("method", "path", "options", "status"), ANSWERS)
def test_every_answer_can_be_read_by_a_page(
    method: str, path: str, options: dict[str, Any], status: int, client: Client
) -> None:
    response = client.request(method, path, headers=ORIGIN, **options)
    assert response.status_code == status
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_a_failure_can_be_read_by_a_page_and_says_nothing_of_the_patient(
    knowledge: Knowledge, caplog: pytest.LogCaptureFixture
) -> None:
    """Starlette makes its own 500 outside the CORS layer, where a browser hides it, and logs the error's text."""

    def broken_clock() -> Any:
        raise ValueError("Jane Doe, born 1950")

    with Client(create_app(Settings(), knowledge=knowledge, clock=broken_clock)) as client:
        response = client.post(PATH, json=hook_request(), headers=ORIGIN)
    assert response.status_code == 500
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "do not read this as an empty list" in diagnostics(response)
    assert "ValueError" in caplog.text
    assert "Jane" not in response.text + caplog.text


@pytest.mark.parametrize(
    ("origin", "allowed"), [("https://ehr.example.org", True), ("https://elsewhere.example.org", False)]
)
def test_only_listed_origins_where_there_is_a_list(origin: str, allowed: bool, knowledge: Knowledge) -> None:
    """X-3."""
    settings = Settings(allow_origins=("https://ehr.example.org",))
    with Client(create_app(settings, knowledge=knowledge, clock=noon)) as client:
        plain = client.get("/cds-services", headers={"Origin": origin})
        asked = {"Origin": origin, "Access-Control-Request-Method": "GET"}
        preflight = client.request("OPTIONS", "/cds-services", headers=asked)
    assert ("Access-Control-Allow-Origin" in plain.headers) is allowed
    assert (preflight.status_code == 200) is allowed
    if not allowed:
        assert "CDS_ALLOW_ORIGINS" in diagnostics(preflight)
