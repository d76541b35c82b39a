"""The command ``cds``: what it prints, and that it speaks plainly where it cannot."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from cds_service.cli import main
from cds_service.knowledge.locate import fixtures_folder
from cds_service.settings import SETTINGS
from tests.conftest import AS_OF
from tests.hooks.requests import Json, hook_request, vignette

V01 = str(fixtures_folder() / "vignettes" / "V01.json")
DAY = AS_OF.isoformat()


def explained(tmp_path: Path, capsys: pytest.CaptureFixture[str], request: Json, *options: str) -> str:
    file = tmp_path / "request.json"
    file.write_text(json.dumps(request), encoding="utf-8")
    assert main(["explain", str(file), "--as-of", DAY, *options]) == 0
    return capsys.readouterr().out


def test_render_fills_in_the_dates(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", V01, "--as-of", DAY]) == 0
    printed = capsys.readouterr().out
    assert "{{" not in printed
    assert json.loads(printed) == vignette("V01")


def test_a_file_may_come_by_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO('"{{today+1}}"'))
    assert main(["render", "-", "--as-of", DAY]) == 0
    assert capsys.readouterr().out == '"2026-11-21"'


def test_check_says_that_the_content_is_good(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out.endswith("no fault found.\n")


def test_explain_has_every_member_of_the_contract(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed: dict[str, Any] = json.loads(explained(tmp_path, capsys, vignette("V01"), "--json"))
    assert printed.keys() == {"contentVersion", "asOf", "findings", "notUnderstood", "patterns", "cards"}
    assert printed["asOf"] == DAY
    assert {"id", "sign", "class", "status"} <= printed["findings"][0].keys()
    assert {pattern["result"] for pattern in printed["patterns"]} <= {"yes", "no", "unknown"}
    assert printed["patterns"][0].keys() == {"pattern", "result", "because"}


def test_explain_shows_the_cards_that_the_service_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], client: Any
) -> None:
    request = vignette("V01")
    answered = client.post("/cds-services/motor-neuron-signs", json=request).json()["cards"]
    assert json.loads(explained(tmp_path, capsys, request, "--json"))["cards"] == answered
    for card in answered:
        assert card["summary"] in explained(tmp_path, capsys, request)


def test_explain_names_what_was_not_understood(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unknown = {
        "resourceType": "Observation",
        "id": "7",
        "status": "final",
        "category": [
            {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "exam"}]}
        ],
        "code": {"coding": [{"system": "http://snomed.info/sct", "code": "162000000", "display": "A new sign"}]},
        "subject": {"reference": "Patient/1"},
        "effectiveDateTime": DAY,
    }
    bundle = {"resourceType": "Bundle", "entry": [{"resource": unknown}]}
    request = hook_request(prefetch={"patient": None, "observations": bundle})
    (entry,) = json.loads(explained(tmp_path, capsys, request, "--json"))["notUnderstood"]
    assert (entry["reference"], entry["system"], entry["code"]) == (
        "Observation/7",
        "http://snomed.info/sct",
        "162000000",
    )
    assert entry["reason"]
    assert "Observation/7" in explained(tmp_path, capsys, request)


@pytest.mark.parametrize(
    ("members", "why"),
    [
        ({"context": {"userId": "Patient/1", "patientId": "1"}}, "the user is the patient"),
        (
            {"prefetch": {"patient": {"resourceType": "Patient", "id": "1", "active": False}, "observations": None}},
            "the patient's record is inactive",
        ),
    ],
)
def test_explain_says_why_there_is_silence(
    members: Json, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert f"silent: {why}" in explained(tmp_path, capsys, hook_request(**members))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["explain", "nowhere.json"], "No such file or directory: 'nowhere.json'"),
        (["check", "nowhere"], "nowhere"),
        (["render", V01, "--as-of", "0001-01-01"], "outside the calendar"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert message in printed.err
    assert "Traceback" not in printed.err


def test_explain_refuses_what_the_service_refuses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "request.json"
    file.write_text(json.dumps(hook_request(prefetch=...)), encoding="utf-8")
    assert main(["explain", str(file)]) == 1
    assert 'Prefetch key "patient" was not sent' in capsys.readouterr().err


def test_help_names_every_setting_with_its_default(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    printed = capsys.readouterr().out
    for setting in SETTINGS:
        assert setting.name in printed
        assert setting.default in printed
