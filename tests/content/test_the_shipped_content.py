"""The content that is served has no fault, and says what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from cds_service.authoring.check import check, remarks
from cds_service.cli import main
from cds_service.knowledge.locate import content_folder
from tests.content.broken import copy_of_content, told
from tests.vignettes.routes import shipped_knowledge


def test_no_fault() -> None:
    assert check(content_folder()) == []


def test_a_copy_of_it_has_none_either(tmp_path: Path) -> None:
    """The good file of every pair in this folder: each test breaks one thing in this copy."""
    assert check(copy_of_content(tmp_path, {})) == []


def test_a_sign_that_no_rule_looks_at_is_remarked_not_refused(tmp_path: Path) -> None:
    entry = 'dreams:\n  label: "dreams"\n  class: context\n  references: [TK]\nweight_loss:'
    copy = copy_of_content(tmp_path, {"signs/red_flag_and_context.yaml": ("weight_loss:", entry)})
    assert check(copy) == []
    (remark,) = remarks(copy)
    assert remark.startswith("No rule looks at these signs: ")
    assert "dreams" in remark
    assert "weight_loss" not in remark


def test_nobody_has_reviewed_it() -> None:
    manifest = shipped_knowledge().manifest
    assert (manifest.status, manifest.reviewed) == ("draft", False)


def test_the_changelog_tells_of_this_version() -> None:
    changes = (content_folder() / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## {shipped_knowledge().manifest.version}" in changes


def test_the_command_prints_every_fault_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = copy_of_content(
        tmp_path,
        {
            "patterns/umn_only.yaml": ('summary: "UMN', 'summary: "Confirms UMN'),
            "terms/motor.yaml": ("text: a limb motor sign", 'text: ""'),
        },
    )
    assert main(["check", str(copy)]) == 1
    printed = capsys.readouterr().err
    assert "patterns/umn_only.yaml:" in printed
    assert 'a summary never says "Confirms" (4.6 W8)' in printed
    assert 'the term "limb_motor_sign" has no text' in printed


def test_the_place_is_file_and_line(tmp_path: Path) -> None:
    copy = copy_of_content(tmp_path, {"patterns/umn_only.yaml": ("tier: 2", "tire: 2")})
    assert [str(fault) for fault in check(copy)] == [
        'fhir_mappings/patterns/umn_only.yaml:2: no member is called "tire" here. Did you mean "tier"?'
    ]


def test_faults_of_different_parts_are_told_at_once(tmp_path: Path) -> None:
    copy = copy_of_content(
        tmp_path,
        {
            "manifest.yaml": ("status: draft", "status: drat"),
            "order_rules.yaml": ("draft_days", "draft_day"),
            "wording.yaml": ("unreviewed:", "unreviewd:"),
        },
    )
    assert {fault.file for fault in check(copy)} == {
        "fhir_mappings/manifest.yaml",
        "fhir_mappings/order_rules.yaml",
        "fhir_mappings/wording.yaml",
    }


def test_a_file_that_is_missing_is_a_fault(tmp_path: Path) -> None:
    copy = copy_of_content(tmp_path, {})
    (copy / "scales.yaml").unlink()
    assert any("scales.yaml" in str(fault) and "missing" in str(fault) for fault in check(copy))


def test_a_word_of_a_rule_gets_the_nearest_right_answer(tmp_path: Path) -> None:
    said = told(tmp_path, "patterns/mixed_same_region.yaml", "- adult", "- adlut")
    assert said == [
        'patterns/mixed_same_region.yaml: no term of kind condition is called "adlut". Did you mean "adult"?'
    ]
