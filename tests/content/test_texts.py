"""Lint: what summaries and lines say, how long they become, and what no card may say (knowledge base 4.6)."""

from __future__ import annotations

from pathlib import Path

import pytest

from cds_service.knowledge.locate import content_folder
from tests.content.broken import told

PATTERN = "patterns/umn_only.yaml"
INFO = "patterns/stale_findings_only.yaml"


def test_a_summary_that_becomes_too_long(tmp_path: Path) -> None:
    (said,) = told(tmp_path, PATTERN, 'summary: "UMN', 'summary: "Recorded: UMN')
    assert said.startswith(f"{PATTERN}: this summary can have 149 characters, at most 139 fit: ")
    assert "(bulbar region and both arms and both legs)" in said


@pytest.mark.parametrize(("length", "faults"), [(139, 0), (140, 1)])
def test_the_longest_summary(tmp_path: Path, length: int, faults: int) -> None:
    summary = "Motor signs on record are over 180 days old: re-examine before acting"
    assert len(told(tmp_path, INFO, f'"{summary}"', f'"{"x" * length}"')) == faults


def test_a_placeholder_that_nothing_fills_in(tmp_path: Path) -> None:
    assert told(tmp_path, PATTERN, 'summary: "UMN signs', 'summary: "{regoin}') == [
        f'{PATTERN}: nothing fills in "{{regoin}}": add it to "values". Did you mean "region"?'
    ]


def test_a_value_that_is_never_said(tmp_path: Path) -> None:
    assert told(tmp_path, PATTERN, "({region})", "()") == [
        f'{PATTERN}: no text has the placeholder "{{region}}": this value is never said'
    ]


@pytest.mark.parametrize("word", ["Diagnosis of", "confirms", "definite", "you have", "terminal"])
def test_w8_words_that_no_summary_says(tmp_path: Path, word: str) -> None:
    assert told(tmp_path, PATTERN, "UMN signs without LMN signs", f"{word} UMN") == [
        f'{PATTERN}: a summary never says "{word}" (4.6 W8)'
    ]


@pytest.mark.parametrize("words", ["not a diagnosis", "indefinite", "nerve terminals"])
def test_w8_goes_by_whole_words(tmp_path: Path, words: str) -> None:
    assert told(tmp_path, PATTERN, "UMN signs without LMN signs", f"{words}: UMN") == []


def test_w2_an_info_card_does_not_name_the_disease(tmp_path: Path) -> None:
    assert told(tmp_path, INFO, "re-examine before acting", "motor neuron disease is possible") == [
        f'{INFO}: the summary of an info card does not name a disease: "motor neuron disease" (4.6 W2)'
    ]


def test_w2_a_pattern_that_may_name_it_does(tmp_path: Path) -> None:
    assert told(tmp_path, "check.yaml", "may_name_the_disease: [known_mnd_followup, ", "may_name_the_disease: [") == [
        "patterns/known_mnd_followup.yaml: the summary of an info card does not name a disease: "
        '"motor neuron disease" (4.6 W2)'
    ]


def test_w2_w9_words_that_no_text_says(tmp_path: Path) -> None:
    assert told(tmp_path, PATTERN, 'text: "Course not recorded."', 'text: "Meets criteria for PLS."') == [
        f'{PATTERN}: a text never says "Meets criteria for" (4.6 W2, W9)'
    ]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Start intravenous methylprednisolone now.", "Start intravenous methylprednisolone"),
        ("Prescribe riluzole.", "Prescribe"),
        ("Riluzole 50 mg twice daily.", "50 mg"),
    ],
)
def test_w5_no_text_orders_a_drug(tmp_path: Path, sentence: str, words: str) -> None:
    assert told(tmp_path, PATTERN, 'text: "Course not recorded."', f'text: "{sentence}"') == [
        f'{PATTERN}: this reads as an order for a drug: "{words}"; treatment is information with its source (4.6 W5)'
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Cyclophosphamide, started within hours, is described for lupus myelitis.",
        "Give FVC seated and supine.",
        "Vital capacity 18 mL/kg.",
    ],
)
def test_w5_information_is_no_order(tmp_path: Path, sentence: str) -> None:
    assert told(tmp_path, PATTERN, 'text: "Course not recorded."', f'text: "{sentence}"') == []


def test_the_words_themselves_are_content(tmp_path: Path) -> None:
    assert told(tmp_path, "check.yaml", "known_mnd_followup", "known_mnd_follow_up") == [
        'check.yaml: no pattern is called "known_mnd_follow_up". Did you mean "known_mnd_followup"?'
    ]
    assert told(tmp_path, "check.yaml", "disease_names", "diseases_names") == [
        'check.yaml: the member "disease_names" is missing',
        'check.yaml: no member is called "diseases_names" here. Did you mean "disease_names"?',
    ]


def test_without_the_words_nothing_is_good(tmp_path: Path) -> None:
    text = (content_folder() / "check.yaml").read_text(encoding="utf-8")
    assert told(tmp_path, "check.yaml", text, "a: b") != []
