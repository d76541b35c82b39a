"""Whose record, and who reads: cards speak to clinicians about this living patient, or they do not speak."""

from __future__ import annotations

from typing import Any

import pytest

from tests.client import Client
from tests.hooks.requests import Json, cards, hook_request, vignette

READERS = [
    ("Practitioner/1", True),
    ("PractitionerRole/1", True),
    ("", True),
    ("Patient/1", False),
    ("RelatedPerson/1", False),
    ("https://ehr.example.org/fhir/Patient/1", False),
]

PATIENTS: list[tuple[Json, bool]] = [
    ({}, True),
    ({"deceasedBoolean": False}, True),
    ({"deceasedBoolean": True}, False),
    ({"deceasedDateTime": "2026-11-01"}, False),
    ({"active": False}, False),
    ({"link": [{"type": "replaced-by", "other": {"reference": "Patient/2"}}]}, False),
    ({"link": [{"type": "seealso", "other": {"reference": "Patient/2"}}]}, True),
]


@pytest.mark.parametrize(("user_id", "speaks"), READERS)
def test_cards_are_for_clinicians(user_id: str, speaks: bool, client: Client) -> None:
    """H-10: patient-view also opens for patients who look at their own record."""
    request = vignette("V01")
    request["context"]["userId"] = user_id
    assert bool(cards(client, request)) is speaks


def test_a_patient_as_reader_gets_no_refusal_either(client: Client) -> None:
    assert cards(client, hook_request(context={"userId": "Patient/1", "patientId": "1"}, prefetch=...)) == []


@pytest.mark.parametrize(("members", "speaks"), PATIENTS)
def test_cards_are_about_the_living(members: Json, speaks: bool, client: Client) -> None:
    request = vignette("V01")
    request["prefetch"]["patient"] |= members
    assert bool(cards(client, request)) is speaks


def test_there_is_silence_about_the_dead_even_without_a_record(client: Client) -> None:
    dead = {"resourceType": "Patient", "id": "1", "deceasedBoolean": True}
    assert cards(client, hook_request(prefetch={"patient": dead})) == []


@pytest.mark.parametrize(
    "subject",
    [{"reference": "Patient/somebody-else"}, {"reference": "https://elsewhere.example.org/Patient/{id}"}, ...],
)
def test_another_patients_data_is_not_read(subject: Any, client: Client) -> None:
    """Q-12."""
    request = vignette("V01")
    patient_id = request["context"]["patientId"]
    for entry in request["prefetch"]["observations"]["entry"]:
        entry["resource"].pop("subject")
        if subject is not ...:
            entry["resource"]["subject"] = {"reference": subject["reference"].replace("{id}", patient_id)}
    assert cards(client, request) == []
