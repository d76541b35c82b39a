"""README is true: its commands run, its card is the card, and whatever an operator can set or call stands in it."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from cds_service.app import create_app
from cds_service.cli import main
from cds_service.knowledge.model import Knowledge
from cds_service.settings import RESERVED, SETTINGS, Settings
from tests.client import Client
from tests.conftest import AS_OF, noon
from tests.hooks.requests import PATH, cards, vignette
from tests.serving import served

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)
TWO_YEARS_ON = date(AS_OF.year + 2, AS_OF.month, AS_OF.day)


def blocks(language: str) -> list[str]:
    return [text for name, text in BLOCKS if name == language]


def lines(start: str) -> list[str]:
    return [line for block in blocks("sh") for line in block.splitlines() if line.startswith(start)]


def first_card_line() -> tuple[list[str], list[str]]:
    """The two commands of the line that returns a card: what renders the fixture, and what sends it."""
    (line,) = [line for line in lines(".venv/bin/cds") if "|" in line]
    rendering, sending = line.split("|")
    return shlex.split(rendering), shlex.split(sending)


def test_make_commands_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    named = set(re.findall(r"make ([a-z-]+)", " ".join([*lines("make"), *re.findall(r"`(make [^`]+)`", README)])))
    assert named <= targets
    assert {"run", "test", "test-quick", "check", "bench", "setup"} <= named


def test_the_first_card_line_returns_a_card(tmp_path: Path) -> None:
    """As a shell does it: one process renders, what it prints is sent to another that was started from nothing."""
    rendering, sending = first_card_line()
    assert sending[:-1] == ["curl", "-s", "-H", "Content-Type: application/json", "--data-binary", "@-"]
    rendered = run(rendering)
    with served(tmp_path / "log") as server:
        url = sending[-1].replace("http://127.0.0.1:8000", server.url)
        answer = httpx.post(url, content=rendered, headers={"Content-Type": "application/json"})
        assert sending[-1].removeprefix("http://127.0.0.1:8000") in server.log.read_text()
    assert answer.json()["cards"]


def test_the_first_card_line_returns_its_card_two_years_on(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    rendering, _ = first_card_line()
    main([*rendering[1:], "--as-of", TWO_YEARS_ON.isoformat()])
    later = datetime(TWO_YEARS_ON.year, TWO_YEARS_ON.month, TWO_YEARS_ON.day, 12, tzinfo=UTC)
    with Client(create_app(Settings(), knowledge=knowledge, clock=lambda: later)) as client:
        answered = cards(client, json.loads(capsys.readouterr().out))
    with Client(create_app(Settings(), knowledge=knowledge, clock=noon)) as client:
        today = cards(client, vignette("V01"))
    assert [card["summary"] for card in answered] == [card["summary"] for card in today]


def test_explain_as_shown_runs() -> None:
    commands = [shlex.split(line) for line in lines(".venv/bin/cds explain")]
    assert commands
    for command in commands:
        assert "Patterns" in run(command)


@pytest.mark.parametrize("block", blocks("python"))
def test_python_as_shown_runs(block: str, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", block], cwd=tmp_path, check=True)


def test_the_card_shown_is_the_card(client: Client) -> None:
    """What stands in README is in the answer, word for word; ``…`` marks what was left out."""
    (shown,) = [json.loads(block) for block in blocks("json")]
    (answered, *_) = cards(client, vignette("V01"))
    assert list(differences(shown["cards"][0], answered, "card")) == []


def differences(shown: Any, answered: Any, place: str) -> Iterator[str]:
    if isinstance(shown, dict):
        for name, value in shown.items():
            yield from differences(value, answered.get(name), f"{place}.{name}")
    elif isinstance(shown, list):
        for index, value in enumerate(shown):
            yield from differences(value, answered[index], f"{place}[{index}]")
    elif not matches(shown, answered):
        yield f"{place}: README has {shown!r}, the answer {answered!r}"


def matches(shown: Any, answered: Any) -> bool:
    if isinstance(shown, str) and "…" in shown:
        pattern = ".*".join(re.escape(part) for part in shown.split("…"))
        return re.fullmatch(pattern, str(answered), flags=re.DOTALL) is not None
    return bool(shown == answered)


def test_files_of_the_picture_exist() -> None:
    (picture,) = (block for block in blocks("text") if block.startswith("HTTP request"))
    paths = set(re.findall(r"[a-z_]+/[a-z_/]+(?:\.py)?", picture))
    assert len(paths) == 8
    assert [path for path in sorted(paths) if not (ROOT / "cds_service" / path).exists()] == []


def test_linked_files_exist() -> None:
    links = {link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link}
    folders = set(re.findall(r"`((?:cds_service|fhir_mappings|tests)/[^`*]*)`", README))
    assert [link for link in sorted(links | folders) if not (ROOT / link).exists()] == []


def test_every_setting_command_and_endpoint_is_named(client: Client, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    usage = capsys.readouterr().out
    names = [setting.name for setting in SETTINGS] + list(RESERVED)
    endpoints = [path.replace("{service_id}", PATH.rpartition("/")[2]) for path in described_paths(client)]
    commands = re.findall(r"^    (\w+) ", usage, flags=re.MULTILINE)
    assert commands
    assert [name for name in names if name not in usage] == []
    assert [word for word in [*names, *endpoints, *(f"cds {name}" for name in commands)] if word not in README] == []


def described_paths(client: Client) -> list[str]:
    return list(client.get("/openapi.json").json()["paths"])


def test_readme_says_what_the_service_is_not() -> None:
    text = " ".join(README.split())
    for words in (
        "draft that no neurologist has reviewed",
        "is not a medical device",
        "Not for patient care",
        "MedicationStatement, MedicationAdministration and Device are not read",
        "used by permission of SNOMED International",
    ):
        assert words in text


def run(command: list[str]) -> str:
    """What a command line of README prints, run in the checkout."""
    executable = str(Path(sys.prefix) / "bin" / "cds")
    done = subprocess.run(
        [command[0].replace(".venv/bin/cds", executable), *command[1:]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout
