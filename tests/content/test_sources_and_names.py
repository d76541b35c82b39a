"""Lint: every sign, pattern and term has words and a source that exists, and is of use."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.broken import told

PATTERN = "patterns/umn_only.yaml"
UNSOURCED = "has no references: say where it comes from, or PC for a project choice"


def test_a_reference_that_there_is_not(tmp_path: Path) -> None:
    assert told(tmp_path, PATTERN, "references: [S0,", "references: [R99,") == [
        f'{PATTERN}: no reference is called "R99". Did you mean "R9"? They are in references.yaml.'
    ]


def test_a_block_of_a_pattern_that_there_is_not(tmp_path: Path) -> None:
    assert told(tmp_path, PATTERN, "references: [S0,", 'references: ["3.4 umn_ony",') == [
        f'{PATTERN}: the reference "3.4 umn_ony" names no pattern of this content. Did you mean "umn_only"?'
    ]


@pytest.mark.parametrize("word", ["3.2", "3.2 cord feature", "1.3 L2", "P6", "N4", "D9", "U4", "4.4", "3.4 umn_only"])
def test_places_in_the_knowledge_base_are_references(tmp_path: Path, word: str) -> None:
    assert told(tmp_path, PATTERN, "references: [S0,", f'references: ["{word}",') == []


def test_a_sign_without_reference(tmp_path: Path) -> None:
    said = told(tmp_path, "signs/lmn.yaml", "references: [S0, S1, S2, R10]", "references: []")
    assert said == [f'signs/lmn.yaml: the sign "fasciculations" {UNSOURCED}']


def test_a_pattern_without_reference(tmp_path: Path) -> None:
    said = told(tmp_path, PATTERN, "references: [S0, S4, R9, R17, R18]", "references: []")
    assert said == [f'{PATTERN}: the pattern "umn_only" {UNSOURCED}']


def test_a_term_without_references(tmp_path: Path) -> None:
    said = told(tmp_path, "terms/motor.yaml", 'references: ["3.2"]', "references: []")
    assert said == [f'terms/motor.yaml: the term "is_limb_motor_sign" {UNSOURCED}']


def test_a_term_that_nothing_uses(tmp_path: Path) -> None:
    term = 'tall:\n  text: tall\n  condition: {age: {at_least: 16}}\n  references: ["3.2"]\nadult:'
    assert told(tmp_path, "terms/motor.yaml", "adult:", term) == [
        'terms/motor.yaml: no rule uses the term "tall": use it or take it out'
    ]


@pytest.mark.parametrize(
    ("name", "before", "key"),
    [
        ("signs/lmn.yaml", 'label: "fasciculations"', "fasciculations"),
        ("conditions.yaml", 'label: "cancer"', "cancer"),
        ("regions.yaml", 'label: "thoracic region (trunk)"', "thoracic"),
        ("actions/laboratory.yaml", 'label: "Creatine kinase (CK)"', "ck"),
    ],
)
def test_an_empty_label(tmp_path: Path, name: str, before: str, key: str) -> None:
    assert told(tmp_path, name, before, 'label: ""') == [
        f'{name}: "{key}" has an empty label: a card must call it something'
    ]


def test_a_term_without_text(tmp_path: Path) -> None:
    assert told(tmp_path, "terms/motor.yaml", "text: a limb motor sign", 'text: ""') == [
        'terms/motor.yaml: the term "limb_motor_sign" has no text: explanations speak of it by its text'
    ]


def test_a_clause_that_the_pattern_has_not(tmp_path: Path) -> None:
    """Such a rule would never hold, in silence."""
    said = told(tmp_path, "terms/regions.yaml", "held: acute", "held: acut")
    assert said == ['terms/regions.yaml: the pattern "sle_myelopathy" has no clause "acut". Did you mean "acute"?']
