"""Beside CDS Hooks: health, the page for people, the description for machines, logs, and the day counted from."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cds_service.app import create_app, today
from cds_service.knowledge.model import Knowledge
from cds_service.settings import Settings
from tests.client import Client
from tests.hooks.requests import HOOK_INSTANCE, PATH, cards, hook_request, vignette


def test_health_says_which_content_is_served(client: Client, knowledge: Knowledge) -> None:
    assert client.get("/health/live").json() == {"status": "live"}
    assert client.get("/health/ready").json() == {"status": "ready", "contentVersion": knowledge.manifest.version}


def test_the_page_says_what_this_is_and_what_it_is_not(client: Client) -> None:
    page = client.get("/")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    for words in ("not a medical device", "Not for patient care", "curl", "http://127.0.0.1:8000/cds-services/"):
        assert words in page.text


def test_every_endpoint_is_described_with_its_refusals(client: Client) -> None:
    described = client.get("/openapi.json").json()["paths"]
    answers = {
        (method, path): set(operation["responses"])
        for path, methods in described.items()
        for method, operation in methods.items()
    }
    assert answers == {
        ("get", "/cds-services"): {"200", "405"},
        ("post", "/cds-services/{service_id}"): {"200", "400", "404", "405", "412", "413", "415", "500", "503"},
        ("post", "/cds-services/{service_id}/feedback"): {"200", "400", "404", "405", "413", "415", "500", "503"},
        ("get", "/health/live"): {"200", "405"},
        ("get", "/health/ready"): {"200", "405"},
    }


def test_a_call_leaves_one_line_of_counts(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        answered = cards(client, vignette("V01") | {"hookInstance": HOOK_INSTANCE})
    (line,) = [record.getMessage() for record in caplog.records if record.name == "cds_service.calls"]
    assert line.startswith(f"service=motor-neuron-signs hookInstance={HOOK_INSTANCE} status=200 ms=")
    assert f"cards={len(answered)}" in line


@pytest.mark.parametrize("member", ["cards", "refusal"])
def test_no_log_line_holds_anything_of_the_patient(
    member: str, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    request = vignette("V01")
    if member == "refusal":
        del request["prefetch"]["observations"]
    with caplog.at_level(logging.DEBUG):
        client.post(f"{PATH}?patient={request['context']['patientId']}", json=request)
    own = [record for record in caplog.records if record.name.startswith("cds_service")]
    assert own
    sent = set(texts(request)) - {request["hookInstance"], "patient-view", request["hook"]}
    assert {text for record in own for text in sent if len(text) > 3 and text in record.getMessage()} == set()


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        (datetime(2026, 11, 20, 12, tzinfo=UTC), "UTC", date(2026, 11, 20)),
        (datetime(2026, 11, 20, 23, 30, tzinfo=UTC), "Europe/Berlin", date(2026, 11, 21)),
        (datetime(2026, 11, 20, 2, tzinfo=UTC), "America/New_York", date(2026, 11, 19)),
    ],
)
def test_the_day_is_that_of_the_set_time_zone(moment: datetime, zone: str, day: date) -> None:
    assert today(Settings(timezone=ZoneInfo(zone)), lambda: moment) == day


def test_cards_follow_the_clock(knowledge: Knowledge) -> None:
    """The day comes from the clock, not from the record: what is new today is old in ten years."""
    rationales = []
    for moment in (datetime(2026, 11, 20, tzinfo=UTC), datetime(2036, 11, 20, tzinfo=UTC)):
        with Client(create_app(Settings(), knowledge=knowledge, clock=partial(identity, moment))) as client:
            answered = cards(client, vignette("V01"))
        rationales.append([card["extension"]["org.motor-neuron-signs.rationale"] for card in answered])
    now, later = rationales
    assert {rationale["asOf"] for rationale in now} == {"2026-11-20"}
    assert {rationale["asOf"] for rationale in later} <= {"2036-11-20"}
    assert {rationale["pattern"] for rationale in now} != {rationale["pattern"] for rationale in later}


def test_without_patient_id_the_log_has_no_hook_instance(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        client.post(PATH, json=hook_request(context={}))
    assert "hookInstance=- status=400" in caplog.text


def identity(moment: datetime) -> datetime:
    return moment


def texts(value: Any) -> Iterator[str]:
    """Every text in a JSON value."""
    if isinstance(value, str):
        yield value
    nested = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for inner in nested:
        yield from texts(inner)
