"""Every patient of others as it is: an answer without a card, and not a word about the patient in any log."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from tests.real_data.foreign import ForeignPatient, foreign_patients
from tests.vignettes.routes import TODAY, Service, decide_on, service_on

every_patient = pytest.mark.parametrize("foreign", foreign_patients(), ids=lambda foreign: foreign.name)


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    with service_on(TODAY) as running:
        yield running


def request_of(foreign: ForeignPatient) -> dict[str, Any]:
    """The call of an EHR that shows this patient."""
    return {
        "hook": "patient-view",
        "hookInstance": "3f7a8f8e-6f0c-4b1e-9f43-1d2b6f0a9c11",
        "context": {"userId": "Practitioner/1", "patientId": foreign.id},
        "prefetch": foreign.prefetch(),
    }


def test_all_of_the_files_are_called() -> None:
    """The README of the files counts 146 Patients, with those of the Bundles."""
    assert len(foreign_patients()) >= 146


@every_patient
def test_there_is_no_card_and_no_word_of_the_patient_in_a_log(
    foreign: ForeignPatient, service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        response = service.call(json.dumps(request_of(foreign)).encode())
    assert (response.status_code, response.json()) == (200, {"cards": []})
    assert "cds_service" in {record.name.partition(".")[0] for record in caplog.records}, (
        "nothing was logged to look at"
    )
    lines = [f"{record.getMessage()} {record.__dict__} {record.exc_text}" for record in caplog.records]
    assert [line for line in lines if any(word in line for word in foreign.words())] == []


@every_patient
def test_no_sign_is_seen_where_nobody_examined(foreign: ForeignPatient) -> None:
    """Also on the day of the newest record, when nothing is stale yet."""
    newest = max((day for day in map(_day, foreign.observations) if day and day <= TODAY.isoformat()), default="")
    as_of = type(TODAY).fromisoformat(newest) if newest else TODAY
    assert decide_on(request_of(foreign), as_of).recommendations.cards == ()


def _day(pair: tuple[str, dict[str, Any]]) -> str:
    effective = pair[1].get("effectiveDateTime")
    return effective[:10] if isinstance(effective, str) and len(effective) >= 10 else ""
