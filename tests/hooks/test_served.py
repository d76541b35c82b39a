"""The service as it is started: a process, a socket, its own log."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from cds_service.cli import main
from cds_service.knowledge.locate import fixtures_folder
from tests.hooks.requests import HOOK_INSTANCE, ORIGIN, PATH, hook_request
from tests.serving import Served, served

JSON = {"Content-Type": "application/json"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("served") / "log") as running:
        yield running


def test_a_rendered_fixture_gets_its_card(server: Served, capsys: pytest.CaptureFixture[str]) -> None:
    main(["render", str(fixtures_folder() / "vignettes" / "V01.json")])
    response = httpx.post(server.url + PATH, content=capsys.readouterr().out, headers=JSON)
    assert response.status_code == 200
    assert response.json()["cards"][0]["source"]["url"] == f"{server.url}/"


def test_it_prints_what_to_open_and_a_line_that_returns_a_card(server: Served) -> None:
    printed = server.log.read_text()
    assert f"Open {server.url}/ for what this is, {server.url}/cds-services for discovery" in printed
    assert f"V01.json | curl -s -H 'Content-Type: application/json' --data-binary @- {server.url}{PATH}" in printed


def test_a_slash_too_many_and_a_head_over_a_socket(server: Served) -> None:
    twice = httpx.post(f"{server.url}/{PATH.replace('services/', 'services//')}", json=hook_request())
    assert (twice.status_code, twice.json()) == (200, {"cards": []})
    head = httpx.head(f"{server.url}/cds-services/", headers=ORIGIN)
    assert (head.status_code, head.content) == (200, b"")


def test_413_comes_before_the_whole_body_is_there(server: Served) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(1000):
            yield b" " * 1_000_000

    try:
        response = httpx.post(server.url + PATH, content=endless(), headers=JSON)
    except httpx.WriteError:
        return
    assert response.status_code == 413


def test_the_log_has_the_call_and_no_line_of_the_patient(server: Served) -> None:
    httpx.post(f"{server.url}{PATH}?patientId=patient-4711", json=hook_request(context={"patientId": "patient-4711"}))
    logged = server.log.read_text()
    assert f"hookInstance={HOOK_INSTANCE} status=200" in logged
    assert "patient-4711" not in logged
