"""What growing the medicine costs: a new sign, code, pattern and action are lines of content, and no line of Python."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cds_service.app import create_app
from cds_service.authoring.publish import published
from cds_service.authoring.show import show
from cds_service.knowledge.load import load_knowledge
from cds_service.knowledge.locate import fixtures_folder
from cds_service.knowledge.model import Knowledge
from cds_service.settings import Settings
from tests.client import Client
from tests.conftest import AS_OF, noon
from tests.content.copies import changed, copy_of_the_content
from tests.hooks.requests import cards, hook_request

SIGN = """
wartenberg_thumb_sign:
  label: "Wartenberg thumb sign"
  class: UMN
  weight: M
  region: cervical
  window: 180
  references: [TK]
"""
CODE = "http://example.org/local-signs,WTS,Thumb sign,wartenberg_thumb_sign,hand,,present,finding,,a test,yes,\n"
ACTION = """
thumb_film:
  label: "Thumb film"
  suggest: "Film the thumb while the fingers flex against resistance"
  kind: advice
  window: 30
  references: [PC]
"""
PATTERN = """
title: thumb sign of one hand
tier: 2
indicator: warning
fires: {all: [{some: wartenberg_thumb_sign}, {one_side: wartenberg_thumb_sign}]}
suggest: [{must: thumb_film}]
summary: "Thumb sign of one hand: film it"
wrong: "a stiff thumb"
references: [TK]
"""


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """The content with one of each added."""
    copy = copy_of_the_content(tmp_path_factory.mktemp("grown"))
    (copy / "signs" / "thumb.yaml").write_text(SIGN, encoding="utf-8")
    (copy / "actions" / "thumb.yaml").write_text(ACTION, encoding="utf-8")
    (copy / "patterns" / "thumb_pattern.yaml").write_text(PATTERN, encoding="utf-8")
    changed(copy / "precedence.yaml", "order:\n  [\n", "order:\n  [\n    thumb_pattern,\n")
    with (copy / "terminology" / "findings.csv").open("a", encoding="utf-8") as table:
        table.write(CODE)
    return load_knowledge(copy)


def test_the_new_code_is_read_as_the_new_sign_and_gives_the_new_card(grown: Knowledge) -> None:
    with Client(create_app(Settings(), knowledge=grown, clock=noon)) as client:
        answered = cards(client, request_with(the_code()))
    (card,) = [card for card in answered if card["summary"] == "Thumb sign of one hand: film it"]
    assert card["indicator"] == "warning"
    assert "Wartenberg thumb sign" in card["detail"]
    assert "Film the thumb" in card["detail"]


def test_without_it_there_is_no_card(client: Client) -> None:
    assert cards(client, request_with(the_code())) == []


def test_the_catalogue_tells_the_new_ones(grown: Knowledge, tmp_path: Path) -> None:
    page = published(grown, fixtures_folder())["catalogue.md"]
    for anchor in ("sign-wartenberg_thumb_sign", "action-thumb_film", "pattern-thumb_pattern"):
        assert f'<a id="{anchor}">' in page
    shown = show("pattern", "thumb_pattern", grown, tmp_path)
    assert "some finding: Wartenberg thumb sign; and on one side at most: Wartenberg thumb sign" in shown
    assert "WTS" in show("sign", "wartenberg_thumb_sign", grown, tmp_path)


def the_code() -> dict[str, Any]:
    return {
        "resourceType": "Observation",
        "id": "thumb",
        "status": "final",
        "code": {"coding": [{"system": "http://example.org/local-signs", "code": "WTS"}]},
        "subject": {"reference": "Patient/1"},
        "effectiveDateTime": AS_OF.isoformat(),
        "valueBoolean": True,
    }


def request_with(*observations: dict[str, Any]) -> dict[str, Any]:
    bundle = {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": one} for one in observations]}
    patient = {"resourceType": "Patient", "id": "1", "birthDate": "1960-01-01"}
    return hook_request(prefetch={"patient": patient, "observations": bundle})
