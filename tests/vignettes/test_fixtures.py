"""The fixtures themselves: valid FHIR R4 on any day, only codes that are in the tables, ages that hold."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B import get_fhir_model_class

from cds_service.authoring.render import load_fixture, render
from tests.vignettes.routes import DAYS, evidence_of, shipped_knowledge
from tests.vignettes.vignette import FIXTURES, VIGNETTES, Vignette, all_vignettes

TERMINOLOGY = Path(__file__).parents[2] / "fhir_mappings" / "terminology"

every_vignette = pytest.mark.parametrize("vignette", all_vignettes(), ids=lambda vignette: vignette.name)


@pytest.mark.parametrize(
    ("text", "on", "rendered"),
    [
        ("{{today}}", "2026-11-25", "2026-11-25"),
        ("{{today-3}}", "2028-03-01", "2028-02-27"),
        ("{{today+1}}", "2027-02-28", "2027-03-01"),
        ("{{today-365}}", "2028-12-31", "2028-01-01"),
        ("{{today-3}}T09:30:00+01:00", "2026-11-25", "2026-11-22T09:30:00+01:00"),
        ('{"a": {"b": "{{today}} {{today-1}}"}}', "2026-11-25", '{"a": {"b": "2026-11-25 2026-11-24"}}'),
        ("no date", "2026-11-25", "no date"),
    ],
)
def test_relative_dates_become_calendar_dates(text: str, on: str, rendered: str) -> None:
    assert render(text, date.fromisoformat(on)) == rendered


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{{tomorow}}", '"{{tomorow}}" is not understood. Write {{today}}, {{today-3}}'),
        ("{{ today }}", '"{{ today }}" is not understood. Write {{today}}, {{today-3}}'),
        ("{{context.patientId}}", '"{{context.patientId}}" is not understood. Write {{today}}, {{today-3}}'),
        ("{{today-999999}}", '"{{today-999999}}" is outside the calendar when counted from 2026-11-25.'),
    ],
)
def test_other_placeholders_are_refused_by_name(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        render(text, DAYS[0])


@pytest.mark.parametrize(
    ("content", "says"), [("[1]", "expected a JSON object"), ("{", "Expecting"), ("{{x}}", "{{x}}")]
)
def test_a_fixture_that_is_no_object_is_refused_by_its_file(tmp_path: Path, content: str, says: str) -> None:
    path = tmp_path / "broken.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=r"broken\.json: .*" + re.escape(says)):
        load_fixture(path, DAYS[0])


def test_every_vignette_has_a_request_and_every_request_is_a_vignettes() -> None:
    assert {path.stem for path in VIGNETTES.glob("V*.json")} == {vignette.id for vignette in all_vignettes()}


@every_vignette
def test_every_resource_is_valid_fhir(vignette: Vignette) -> None:
    for day in DAYS:
        for entry in evidence_of(load_fixture(vignette.request_path, day)).entries:
            get_fhir_model_class(entry.resource["resourceType"]).model_validate(dict(entry.resource))


@every_vignette
def test_only_codes_of_the_tables_are_used(vignette: Vignette) -> None:
    """Codes of the local system of the invented EHR excepted: a real record has such beside the standard ones."""
    request = load_fixture(vignette.request_path, DAYS[0])
    used = {(c["system"], c["code"].split(":272741003")[0].split(" ")[0]) for c in _codings(request) if _of_a_table(c)}
    unknown = {(system, code) for system, code in used - _table_codes() if not _within_a_prefix(system, code)}
    assert unknown == set()


@every_vignette
def test_the_age_holds_on_every_day_of_a_leap_cycle(vignette: Vignette) -> None:
    born = json.loads(vignette.request_path.read_text(encoding="utf-8"))["prefetch"]["patient"]["birthDate"]
    for day in (date(2027, 12, 31), date(2028, 2, 29), date(2028, 3, 1), date(2029, 3, 1)):
        birthday = date.fromisoformat(render(born, day))
        months = (day.year - birthday.year) * 12 + day.month - birthday.month - (day.day < birthday.day)
        age = vignette.age_years
        assert (months // 12 if age >= 1 else months) == (int(age) if age >= 1 else int(age * 12))


def test_the_readme_lists_every_vignette_and_no_other() -> None:
    listed = set(re.findall(r"\bV\d\d\b", (FIXTURES / "README.md").read_text(encoding="utf-8")))
    assert listed == {vignette.id for vignette in all_vignettes()}


def _codings(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if isinstance(node.get("system"), str) and isinstance(node.get("code"), str):
            yield node
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from _codings(child)


def _of_a_table(coding: dict[str, Any]) -> bool:
    return not coding["system"].startswith(
        ("https://ehr.example.org/", "http://terminology.hl7.org/", "http://unitsofmeasure")
    )


@cache
def _table_rows() -> tuple[dict[str, str], ...]:
    rows: list[dict[str, str]] = []
    for path in sorted(TERMINOLOGY.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file)
    return tuple(rows)


@cache
def _table_codes() -> frozenset[tuple[str, str]]:
    own = f"{shipped_knowledge().manifest.canonical_base}/CodeSystem/motor-exam"
    codes = set()
    for row in _table_rows():
        if row.get("verified", "yes") == "yes":
            codes.add((row.get("system_uri", own), row.get("code", "")))
            codes.add(("http://loinc.org", row.get("item_code", "")))
            codes.add((row.get("answer_system", ""), row.get("answer_code", "")))
    return frozenset(codes)


def _within_a_prefix(system: str, code: str) -> bool:
    return any(
        row["system_uri"] == system and code.startswith(row["code"])
        for row in _table_rows()
        if row.get("match", "").endswith("prefix") and row["verified"] == "yes"
    )
