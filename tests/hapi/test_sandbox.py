"""A browser does what the public CDS Hooks Sandbox does, from an origin of its own, with a real service and server."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cds_service.authoring.load import load
from tests.hapi.browser import visit
from tests.hapi.routes import examined
from tests.hooks.requests import Json
from tests.serving import Served, served

PREFETCH = ["conditions", "diagnosticReports", "familyHistory", "medications", "observations", "patient", "procedures",
            "serviceRequests"]  # fmt: skip


@pytest.fixture(scope="module")
def service(empty_hapi: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("service")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("CDS_FHIR_SERVERS", f"open+{empty_hapi}")
        environment.setenv("CDS_FETCH_TIMEOUT_S", "20")
        with served(folder / "log") as running:
            yield running


@pytest.fixture(scope="module")
def happened(service: Served, empty_hapi: str, tmp_path_factory: pytest.TempPathFactory) -> Json:
    """What the page saw and did for a patient examined three days ago."""
    folder = tmp_path_factory.mktemp("browser")
    record = folder / "record.ndjson"
    today = datetime.now(UTC).date()
    record.write_text("\n".join(json.dumps(one) for one in examined("sandbox", today)))
    load(record, empty_hapi, today, output=io.StringIO())
    return visit(folder, service=service.url, fhir=empty_hapi, patient_id="sandbox")


def test_the_page_gets_what_the_sandbox_asks_for(happened: Json) -> None:
    """Discovery, prefetch by POST ``_search``, and the call, each with its preflight."""
    assert happened["errors"] == []
    assert sorted(happened["prefetch"]) == PREFETCH
    assert "POST Observation/_search 200" in happened["fhir"]


def test_cards_are_shown(happened: Json) -> None:
    assert len(happened["shown"]) >= 1
    assert happened["shown"][0].startswith("UMN and LMN signs")


def test_accept_override_and_dismiss_are_taken(happened: Json) -> None:
    """Accepting twice is what the Sandbox allows: the accepted card stays."""
    first, *others = [card["uuid"] for card in happened["cards"]]
    told = [(item["card"], item["outcome"], item["status"]) for item in happened["feedback"]]
    accepted = [(first, "accepted", 200)] * 2
    overridden = [(card, "overridden", 200) for card in (first, *others[:1])]
    assert sorted(told) == sorted([*accepted, *overridden])
    assert happened["left"] == len(happened["cards"]) - len(overridden)


def test_a_patient_who_is_not_there_is_no_all_clear(service: Served, empty_hapi: str, tmp_path: Path) -> None:
    """The Sandbox does not even call the service then."""
    seen = visit(tmp_path, service=service.url, fhir=empty_hapi, patient_id="nobody")
    assert seen["errors"] == ["Error: Patient/nobody: 404"]
