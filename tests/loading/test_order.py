"""Resources become what a FHIR server accepts: ids with a letter, references that lead to something, targets first."""

from __future__ import annotations

from typing import Any

import pytest

from cds_service.authoring.load_files import Found
from cds_service.authoring.load_order import ordered, transaction
from tests.hooks.requests import Json

PATIENT: Json = {"resourceType": "Patient", "id": "p"}


def observation(own_id: Any, subject: str, **members: Any) -> Json:
    return {"resourceType": "Observation", "id": own_id, "subject": {"reference": subject}, **members}


def loaded(*resources: Json, full_urls: tuple[str, ...] = ()) -> list[Json]:
    urls = full_urls or ("",) * len(resources)
    return ordered(Found(resource, "record.json", url) for resource, url in zip(resources, urls, strict=True))


def references(resource: Json) -> Json:
    found: Json = resource["subject"]
    return found


@pytest.mark.parametrize(
    ("given", "loadable"),
    [("p", "p"), ("1-2", "1-2"), ("123", "id-123"), ("0", "id-0"), ("a.b", "a.b")],
)
def test_an_id_of_digits_gets_a_letter_and_references_follow(given: str, loadable: str) -> None:
    patient, one = loaded(PATIENT | {"id": given}, observation("o", f"Patient/{given}"))
    assert patient["id"] == loadable
    assert references(one) == {"reference": f"Patient/{loadable}"}


@pytest.mark.parametrize("given", ["", "a b", "x" * 65, 7, ["p"]])
def test_an_id_that_fhir_does_not_allow_is_named_by_its_place(given: Any) -> None:
    with pytest.raises(ValueError, match=r"record\.json: Patient has an id that FHIR does not allow"):
        loaded(PATIENT | {"id": given})


@pytest.mark.parametrize(
    "reference",
    ["Patient/p", "Patient/p/_history/3", "urn:uuid:p", "https://ehr.example.org/fhir/Patient/p"],
)
def test_every_way_to_name_a_loaded_resource_becomes_relative(reference: str) -> None:
    full_urls = ("https://ehr.example.org/fhir/Patient/p", "")
    _, one = loaded(PATIENT, observation("o", reference), full_urls=full_urls)
    assert references(one) == {"reference": "Patient/p"}


def test_an_urn_that_leads_nowhere_becomes_an_identifier() -> None:
    (one,) = loaded(observation("o", "urn:uuid:gone"))
    assert references(one) == {"identifier": {"system": "urn:ietf:rfc:3986", "value": "urn:uuid:gone"}}


def test_a_relative_reference_to_what_is_not_loaded_is_kept() -> None:
    """It may be on the server already."""
    (one,) = loaded(observation("o", "Patient/there"))
    assert references(one) == {"reference": "Patient/there"}


def test_targets_come_first() -> None:
    report = {"resourceType": "DiagnosticReport", "id": "r", "result": [{"reference": "Observation/panel"}]}
    panel = observation("panel", "Patient/p", hasMember=[{"reference": "Observation/member"}])
    in_order = loaded(report, panel, observation("member", "Patient/p"), PATIENT)
    assert [one["id"] for one in in_order] == ["p", "member", "panel", "r"]


def test_a_circle_of_references_is_loaded_all_the_same() -> None:
    one = observation("a", "Patient/p", derivedFrom=[{"reference": "Observation/b"}])
    other = observation("b", "Patient/p", derivedFrom=[{"reference": "Observation/a"}])
    assert {found["id"] for found in loaded(one, other)} == {"a", "b"}


def test_the_last_one_of_an_id_is_loaded() -> None:
    assert loaded(PATIENT, PATIENT | {"gender": "female"}) == [PATIENT | {"gender": "female"}]


def test_a_resource_without_id_has_the_same_one_each_time() -> None:
    nameless = {"resourceType": "Observation", "status": "final"}
    assert loaded(nameless)[0]["id"] == loaded(nameless)[0]["id"]
    assert loaded(nameless, full_urls=("urn:uuid:0b0b",))[0]["id"] == "0b0b"


def test_a_transaction_puts_each_resource_at_its_id() -> None:
    assert transaction([PATIENT])["entry"] == [{"resource": PATIENT, "request": {"method": "PUT", "url": "Patient/p"}}]
