"""``cds load`` against a listener: what it sends, and what it says when the server does not take it."""

from __future__ import annotations

import gzip
import io
import json
from datetime import date
from pathlib import Path

import pytest

from cds_service.authoring.load import LoadError, load
from cds_service.cli import main
from tests.fhir.listener import Answer, Asked, fhir, http, listening
from tests.hooks.requests import Json

CAPABILITIES: Json = {"resourceType": "CapabilityStatement"}
AS_OF = date(2026, 11, 20)


def refusing(status: int, text: str = "") -> Answer:
    outcome = {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "diagnostics": text}]}
    return Answer((http(status, json.dumps(outcome).encode()),))


def accepting(asked: Asked) -> Answer:
    return fhir(CAPABILITIES if asked.target.endswith("/metadata") else {"resourceType": "Bundle"})


def sent(asked: Asked) -> list[Json]:
    return [entry["resource"] for entry in json.loads(asked.body)["entry"]]


def patients(folder: Path, number: int = 3) -> Path:
    file = folder / "patients.ndjson"
    file.write_text("\n".join(json.dumps({"resourceType": "Patient", "id": f"p{one}"}) for one in range(number)))
    return file


def test_files_of_every_kind_are_loaded(tmp_path: Path) -> None:
    """A fixture with relative dates, a Bundle, a resource and NDJSON; what holds no FHIR is passed over."""
    request = {"prefetch": {"patient": {"resourceType": "Patient", "id": "a", "birthDate": "{{today-1}}"}, "x": None}}
    (tmp_path / "fixture.json").write_text(json.dumps(request))
    bundle = {"resourceType": "Bundle", "entry": [{"resource": {"resourceType": "Patient", "id": "b"}}]}
    (tmp_path / "bundle.json.gz").write_bytes(gzip.compress(json.dumps(bundle).encode()))
    (tmp_path / "resource.json").write_text('{"resourceType": "Patient", "id": "c"}')
    (tmp_path / "lines.ndjson.gz").write_bytes(gzip.compress(b'{"resourceType": "Patient", "id": "d"}\n\n'))
    (tmp_path / "expected.json").write_text("[1]")
    with listening(accepting) as server:
        assert load(tmp_path, server.base, AS_OF, output=io.StringIO()).resources == 4
        (transaction,) = [asked for asked in server.asked if asked.method == "POST"]
    assert sorted((one["id"], one.get("birthDate")) for one in sent(transaction)) == [
        ("a", "2026-11-19"),
        ("b", None),
        ("c", None),
        ("d", None),
    ]


def test_the_resources_to_blame_are_named_and_the_others_loaded(tmp_path: Path) -> None:
    def script(asked: Asked) -> Answer:
        refused = asked.method == "POST" and any(one["id"] == "p1" for one in sent(asked))
        return refusing(400, "HAPI-0960: no") if refused else accepting(asked)

    with listening(script) as server, pytest.raises(LoadError) as raised:
        load(patients(tmp_path), server.base, AS_OF, output=io.StringIO())
    assert str(raised.value) == "1 of 3 resources were refused:\n  Patient/p1: HAPI-0960: no"


@pytest.mark.parametrize(("status", "said"), [(401, "answered 401"), (403, "answered 403"), (500, "answered 500")])
def test_a_server_that_takes_nothing_is_asked_once(status: int, said: str, tmp_path: Path) -> None:
    def script(asked: Asked) -> Answer:
        return refusing(status, "why") if asked.method == "POST" else accepting(asked)

    with listening(script) as server:
        with pytest.raises(LoadError, match=f"{said} to a transaction: why"):
            load(patients(tmp_path), server.base, AS_OF, output=io.StringIO())
        assert len([asked for asked in server.asked if asked.method == "POST"]) == 1


def test_a_server_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with listening(accepting) as gone:
        url = gone.base
    assert main(["load", str(patients(tmp_path)), "--to", url]) == 1
    assert f"{url} cannot be reached" in capsys.readouterr().err


def test_a_server_that_starts_later_is_waited_for(tmp_path: Path) -> None:
    starting = [Answer((http(503),))]

    def script(asked: Asked) -> Answer:
        return starting.pop() if starting else accepting(asked)

    with listening(script) as server:
        assert load(patients(tmp_path), server.base, AS_OF, wait_s=10, output=io.StringIO()).resources == 3


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.json", "{", "a.json: Expecting property name"),
        ("a.json", '{"x": "{{tomorrow}}"}', "a.json: .*tomorrow"),
        ("a.ndjson", '{"resourceType": "Patient"}\n{', "a.ndjson:2: Expecting property name"),
        ("a.json.gz", "{}", "a.json.gz: Not a gzipped file"),
        ("a.json", "[]", "a.json holds no FHIR resource"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(name: str, text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises((ValueError, LoadError), match=said):
        load(tmp_path / name, "http://127.0.0.1:9/fhir", AS_OF)


def test_progress_is_a_bar_on_a_terminal_and_a_line_elsewhere(tmp_path: Path) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal, file = Terminal(), io.StringIO()
    with listening(accepting) as server:
        for output in (terminal, file):
            load(patients(tmp_path, 300), server.base, AS_OF, output=output)
    half = "#" * 20 + "." * 10
    assert terminal.getvalue() == f"\r[{half}] 200 of 300 resources\r[{'#' * 30}] 300 of 300 resources\n"
    assert file.getvalue() == "loaded 200 of 300 resources\nloaded 300 of 300 resources\n"
