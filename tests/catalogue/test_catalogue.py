"""The catalogue is whole, current, the same in every process, and its links lead somewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cds_service.authoring.publish import StaleError, check_published, publish, published
from cds_service.authoring.show import show
from cds_service.catalogue.document import catalogue, entries
from cds_service.catalogue.vignettes import vignettes_by_pattern
from cds_service.cli import main
from cds_service.knowledge.load import load_knowledge
from cds_service.knowledge.locate import content_folder, fixtures_folder
from tests.catalogue.rules import shipped
from tests.content.copies import changed, copy_of_the_content

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def page() -> str:
    return written()


def written() -> str:
    """The catalogue of the shipped content."""
    return published(shipped(), fixtures_folder())["catalogue.md"]


def test_what_is_published_is_current() -> None:
    check_published(shipped(), content_folder(), fixtures_folder())


def test_every_key_has_an_entry() -> None:
    clinical, found = shipped().clinical, entries(shipped(), {})
    expected = {
        "sign": set(clinical.signs),
        "pattern": set(clinical.patterns),
        "action": set(shipped().actions.actions),
        "term": set(clinical.terms),
        "site": set(clinical.anatomy.sites),
        "condition": set(clinical.conditions),
        "medication": set(shipped().terminology.keys.medications),
        "result": set(clinical.results),
        "source": set(clinical.references),
    }
    assert {kind: set(found[kind]) for kind in expected} == expected


def test_every_term_that_is_used_says_what_it_means() -> None:
    unsaid = [
        entry.key
        for entry in entries(shipped(), {})["term"].values()
        if not any(text.startswith(("**Means", "**Is one of")) for _, text in entry.facts)
    ]
    assert unsaid == list(shipped().clinical.unused_terms)


def test_every_link_leads_to_an_entry(page: str) -> None:
    anchors = set(re.findall(r'<a id="([^"]+)">', page))
    assert [link for link in re.findall(r"\]\(#([^)]+)\)", page) if link not in anchors] == []
    assert len(anchors) == len(re.findall(r'<a id="', page))


def test_a_pattern_says_everything_that_its_file_says(page: str) -> None:
    (entry,) = re.findall(r'<a id="pattern-rapid_flaccid_weakness">.*?(?=^### )', page, flags=re.MULTILINE | re.DOTALL)
    for label in (
        "What it is", "Indicator", "Fires when", "Needs also", "Localizes to", "Must suggest", "May suggest",
        "Summary on the card", "Else", "The card adds", "{value} is", "Answered by", "Could also be", "Can be wrong",
        "Fires for", "Does not fire for", "Cannot be told for", "Vignettes", "Sources",
    ):  # fmt: skip
        assert f"- **{label}" in entry
    assert "  - V38: " in entry
    assert "    - (c) [weakness with potassium under 2.5 or from 6.5 mmol/L in the last 2 days](#term-" in entry


def test_a_sign_lists_the_codes_that_mean_it() -> None:
    assert 'SNOMED CT 86854008 "Hyperreflexia (finding)": means it is there' in show(
        "sign", "hyperreflexia", shipped(), fixtures_folder()
    )


def test_every_question_and_vignette_is_asked(page: str) -> None:
    assert len(shipped().questions) == 35
    assert all(question in page for question in shipped().questions)
    assert all(key in page for row in vignettes_by_pattern(fixtures_folder()).values() for key in row)


def test_without_fixtures_the_table_of_vignettes_is_left_out(tmp_path: Path) -> None:
    assert vignettes_by_pattern(tmp_path) == {}
    assert "Vignettes" not in [section.title for section in catalogue(shipped(), {})]


def test_every_process_writes_the_same(page: str) -> None:
    code = "import tests.catalogue.test_catalogue as here; print(here.written(), end='')"
    environment = os.environ | {"PYTHONHASHSEED": "7"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout == page


def test_one_changed_threshold_is_one_changed_line(tmp_path: Path) -> None:
    """The diff that a reviewer reads."""
    copy = copy_of_the_content(tmp_path)
    before = published(load_knowledge(copy), fixtures_folder())["catalogue.md"].splitlines()
    changed(copy / "patterns" / "ck_marked_elevation.yaml", "at_least: 10}", "at_least: 11}")
    after = published(load_knowledge(copy), fixtures_folder())["catalogue.md"].splitlines()
    differing = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert differing == [
        (
            "  - CK: 10 times its upper limit or more, in a result at most 90 days old",
            "  - CK: 11 times its upper limit or more, in a result at most 90 days old",
        )
    ]


def test_stale_output_is_named_and_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = copy_of_the_content(tmp_path)
    publish(load_knowledge(copy), copy, fixtures_folder())
    changed(copy / "patterns" / "ck_marked_elevation.yaml", "at_least: 10}", "at_least: 11}")
    (copy / "schema" / "no_longer.json").write_text("{}", encoding="utf-8")
    with pytest.raises(StaleError, match=r"catalogue\.md, schema/no_longer\.json(.|\n)*\+  - CK: 11 times"):
        check_published(load_knowledge(copy), copy, fixtures_folder())
    assert main(["publish", "--check", "--content", str(copy)]) == 1
    assert "Run `cds publish`" in capsys.readouterr().err
    assert publish(load_knowledge(copy), copy, fixtures_folder()) == ["catalogue.md", "schema/no_longer.json"]
    assert main(["publish", "--check", "--content", str(copy)]) == 0


@pytest.mark.parametrize(
    ("kind", "key", "help_given"),
    [
        ("patern", "acute_cord_syndrome", 'Did you mean "pattern"?'),
        ("pattern", "acute_cord", 'Did you mean "acute_cord_syndrome"?'),
        ("sign", "plexopathy", "There is a pattern of this name."),
    ],
)
def test_show_helps_where_a_name_is_wrong(
    kind: str, key: str, help_given: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", kind, key]) == 1
    assert help_given in capsys.readouterr().err


def test_show_prints_the_entry_without_markup(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "term", "fresh"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(
        "begun … days ago or less, by a stated onset or by an earlier normal record\n\n- What it is: fresh,"
    )
    assert not set("*`[") & set(printed)
