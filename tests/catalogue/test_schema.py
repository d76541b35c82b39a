"""The schemas for editors accept the shipped content and refuse what an author gets wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from cds_service.authoring.schema import schemas
from cds_service.knowledge.locate import content_folder
from tests.catalogue.rules import shipped

FILES = {
    "signs": "signs/*.yaml",
    "anatomy": "anatomy/*.yaml",
    "regions": "regions.yaml",
    "conditions": "conditions.yaml",
    "results": "results.yaml",
    "actions": "actions/*.yaml",
    "scales": "scales.yaml",
    "terms": "terms/*.yaml",
    "patterns": "patterns/*.yaml",
}


@pytest.fixture(scope="module")
def validators() -> dict[str, Draft202012Validator]:
    return {name: Draft202012Validator(schema) for name, schema in schemas(shipped()).items()}


def shipped_files() -> Iterator[tuple[str, Path]]:
    for name, pattern in FILES.items():
        yield from ((name, path) for path in sorted(content_folder().glob(pattern)))


def test_every_schema_is_one(validators: dict[str, Draft202012Validator]) -> None:
    assert validators.keys() == FILES.keys()
    for validator in validators.values():
        Draft202012Validator.check_schema(validator.schema)


@pytest.mark.parametrize(("name", "path"), [pytest.param(*one, id=one[1].stem) for one in shipped_files()])
def test_the_shipped_content_is_accepted(name: str, path: Path, validators: dict[str, Draft202012Validator]) -> None:
    validators[name].validate(yaml.safe_load(path.read_text(encoding="utf-8")))


SIGN: dict[str, Any] = {"a_sign": {"label": "a sign", "class": "UMN"}}
PATTERN: dict[str, Any] = {
    "title": "a pattern", "tier": 2, "indicator": "info", "fires": {"some": "clonus"}, "suggest": [{"must": "fvc"}],
    "summary": "a summary", "wrong": "never", "references": ["TK"],
}  # fmt: skip


EXAMPLE: dict[str, Any] = {
    "given": {
        "age": 60,
        "findings": [
            {"sign": "clonus", "site": "leg", "side": "both", "onset": 5, "problem": "yes"},
            {"sign": "weakness", "present": "no", "grade": {"scale": "MRC", "value": 5}},
        ],
        "conditions": [{"key": "sle", "history": "yes"}],
        "results": [{"field": "k_mmol", "value": 3}],
        "medications": ["lithium"],
    },
    "result": "yes",
}


def term(**kind: Any) -> dict[str, Any]:
    return {"a_term": {**kind, "references": ["TK"]}}


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("signs", SIGN, {"a_sign": {"label": "a sign", "class": "upper"}}),
        ("signs", SIGN, {"a_sign": {**SIGN["a_sign"], "lable": "a sign"}}),
        ("signs", SIGN, {"a_sign": {"class": "UMN"}}),
        ("patterns", PATTERN, PATTERN | {"fires": {"some": "clonsu"}}),
        ("patterns", PATTERN, PATTERN | {"fires": {"somme": "clonus"}}),
        ("patterns", PATTERN, PATTERN | {"fires": {"some": "clonus", "none": "clonus"}}),
        ("patterns", PATTERN, PATTERN | {"suggest": [{"must": "fcv"}]}),
        ("patterns", PATTERN, PATTERN | {"indicator": "alarm"}),
        ("patterns", PATTERN | {"examples": [EXAMPLE]}, PATTERN | {"examples": [EXAMPLE | {"result": "maybe"}]}),
        ("patterns", PATTERN, PATTERN | {"examples": [EXAMPLE | {"given": {"findings": [{"sign": "clonsu"}]}}]}),
        ("patterns", PATTERN, PATTERN | {"examples": [EXAMPLE | {"given": {"agee": 60}}]}),
        ("patterns", PATTERN, {key: value for key, value in PATTERN.items() if key != "wrong"}),
        ("terms", term(condition="cord_feature"), term(condition="chord_feature")),
        ("terms", term(selection={"of": "clonus", "side": "left"}), term(selection={"of": "clonus", "sied": "left"})),
        ("terms", term(signs=["clonus"]), term(signs=["clonus"], condition="cord_feature")),
    ],
)
def test_a_mistake_is_underlined(name: str, good: Any, bad: Any, validators: dict[str, Draft202012Validator]) -> None:
    assert validators[name].is_valid(good)
    assert not validators[name].is_valid(bad)
