"""Records of many pages: read to the end, or said to be cut short."""

from __future__ import annotations

import gzip
import io
import json
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from cds_service.authoring.load import load
from cds_service.authoring.load_files import resources_in
from cds_service.authoring.load_order import ordered
from cds_service.decide import decide
from cds_service.evidence import Call, Entry, Evidence
from cds_service.knowledge.locate import fixtures_folder
from cds_service.settings import Settings
from tests.conftest import AS_OF
from tests.hapi.routes import KNOWLEDGE, examined, service
from tests.hooks.requests import HOOK_INSTANCE, PATH, Json, cards, hook_request

RATIONALE = "org.motor-neuron-signs.rationale"
SYNTHEA = fixtures_folder() / "real_data" / "synthea-smart-2019" / "Vito_Feeney.ndjson.gz"
MANY = 5000


@dataclass(frozen=True)
class Record:
    """A patient on the HAPI server, and the cards that the whole record gives."""

    patient_id: str
    resources: list[Json]
    hapi: str

    @property
    def cards(self) -> list[Json]:
        """What ``decide()`` makes of every resource."""
        evidence = Evidence(self.patient_id, self.hapi, tuple(Entry(one) for one in self.resources))
        call = Call(HOOK_INSTANCE, "motor-neuron-signs", self.patient_id, Settings().public_url, "Practitioner/1")
        return decide(evidence, KNOWLEDGE, AS_OF, call).cards


def resources_of_synthea() -> list[Json]:
    return [json.loads(line) for line in gzip.decompress(SYNTHEA.read_bytes()).splitlines()]


def loaded(resources: list[Json], hapi: str, folder: Path) -> Record:
    """The record once it is on the HAPI server, in the form in which it was loaded."""
    file = folder / "record.ndjson.gz"
    file.write_bytes(gzip.compress("\n".join(json.dumps(one) for one in resources).encode()))
    as_loaded = ordered(resources_in(file, AS_OF))
    assert load(file, hapi, AS_OF, output=io.StringIO()).resources == len(as_loaded)
    return Record(resources[0]["id"], as_loaded, hapi)


@pytest.fixture(scope="module")
def published(hapi: str, tmp_path_factory: pytest.TempPathFactory) -> Record:
    """A published record with 869 Observations, with an examination of today among them; its patient lives again."""
    patient, *findings = examined("feeney")
    (original,) = [one for one in resources_of_synthea() if one["resourceType"] == "Patient"]
    others = [one for one in resources_of_synthea() if one is not original and one["resourceType"] != "Patient"]
    text = json.dumps(others).replace(f"urn:uuid:{original['id']}", "Patient/feeney")
    return loaded([patient, *json.loads(text), *findings], hapi, tmp_path_factory.mktemp("published"))


@pytest.fixture(scope="module")
def many(hapi: str, tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The same examination among as many Observations of a published record as make 5,000."""
    patient, *findings = examined("many")
    published = [one for one in resources_of_synthea() if one["resourceType"] == "Observation"]
    filler = [
        published[number % len(published)] | {"id": f"filler-{number}", "subject": {"reference": "Patient/many"}}
        for number in range(MANY - len(findings))
    ]
    return loaded([patient, *filler, *findings], hapi, tmp_path_factory.mktemp("many"))


def ask(record: Record) -> Json:
    """The call about a record, without prefetch."""
    context = {"userId": "Practitioner/1", "patientId": record.patient_id}
    return hook_request(prefetch=..., fhirServer=record.hapi, context=context)


@pytest.mark.parametrize("page_size", [20, 200])
def test_869_observations_give_the_same_cards_in_pages_of_any_size(page_size: int, published: Record) -> None:
    with service(published.hapi, fetch_page_size=page_size) as client:
        assert cards(client, ask(published)) == published.cards
    assert published.cards


def test_the_first_of_44_pages_is_never_silence(published: Record) -> None:
    with service(published.hapi, fetch_page_size=20, fetch_max_pages=1) as client:
        response = client.post(PATH, json=ask(published))
    assert says_that_it_was_cut_short(response, "there are more than 1 pages (CDS_FETCH_MAX_PAGES)")


@pytest.mark.parametrize("method", ["get", "post"])
def test_5000_observations_inside_20_seconds_give_the_right_cards(method: str, many: Record) -> None:
    with service(many.hapi, fetch_timeout_s=20.0, fetch_search=method) as client:
        assert cards(client, ask(many)) == many.cards
    assert many.cards


@pytest.mark.parametrize("seconds", [2.0, 0.5])
def test_5000_observations_in_too_little_time_are_never_silence(seconds: float, many: Record) -> None:
    with service(many.hapi, fetch_timeout_s=seconds, fetch_page_size=20) as client:
        response = client.post(PATH, json=ask(many))
    assert says_that_it_was_cut_short(response, f"the {seconds:g} s for reading were over (CDS_FETCH_TIMEOUT_S)")


def says_that_it_was_cut_short(response: httpx.Response, reason: str) -> bool:
    """Whether the answer is cards that name the key, or 412 with the reason."""
    if response.status_code == 200 and response.json()["cards"]:
        return "observations" in response.json()["cards"][0]["extension"][RATIONALE]["truncated"]
    return response.status_code == 412 and reason in response.text


def test_a_load_that_was_interrupted_is_taken_up_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, published: Record
) -> None:
    """The journal of an interrupted run says what is done; a second run goes on from there, a third puts all anew."""
    monkeypatch.setenv("HOME", str(tmp_path))
    file = tmp_path / "some.ndjson"
    file.write_text("\n".join(json.dumps(one) for one in published.resources[:401]))
    with pytest.raises(KeyboardInterrupt):
        load(file, published.hapi, AS_OF, output=_Interrupting())
    taken = [load(file, published.hapi, AS_OF, output=io.StringIO()).resources for _ in range(2)]
    assert taken == [201, 401]


class _Interrupting(io.StringIO):
    """Output whose reader presses Ctrl-C at the first line."""

    def write(self, text: str) -> int:
        raise KeyboardInterrupt
