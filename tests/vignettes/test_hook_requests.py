"""Whole requests, good and bad, over HTTP: the status, and cards only where there is something to say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from cds_service.authoring.render import render
from tests.vignettes.routes import TODAY, Service, service_on
from tests.vignettes.vignette import FIXTURES

REQUESTS = FIXTURES / "hook_requests"
EXPECTED: dict[str, dict[str, Any]] = json.loads((REQUESTS / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    with service_on(TODAY) as running:
        yield running


def test_every_request_has_its_expectation() -> None:
    assert {path.stem for path in REQUESTS.glob("*.json")} == {"expected", *EXPECTED}


@pytest.mark.parametrize(("name", "expected"), EXPECTED.items(), ids=list(EXPECTED))
def test_the_answer_is_the_expected_one(name: str, expected: dict[str, Any], service: Service) -> None:
    body = render((REQUESTS / f"{name}.json").read_text(encoding="utf-8"), TODAY)
    response = service.call(body.encode())
    assert response.status_code == expected["status"], response.text
    if expected["status"] == 200:
        assert ("some" if response.json()["cards"] else "none") == expected["cards"]
    else:
        assert response.json()["resourceType"] == "OperationOutcome"
        assert expected["says"] in response.json()["issue"][0]["diagnostics"]
