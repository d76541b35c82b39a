"""Examples of patterns as the catalogue tells them: one line a record."""

from __future__ import annotations

from typing import Any

import pytest

from cds_service.catalogue.document import entries, names_of
from cds_service.catalogue.examples import examples_in_words
from cds_service.knowledge.examples import Example
from tests.catalogue.rules import shipped

RECORDS: list[tuple[dict[str, Any], str]] = [
    ({}, "age not known"),
    ({"age": 60, "sex": "male"}, "60 years, male"),
    ({"age_months": 20}, "20 months"),
    (
        {"findings": [{"sign": "weakness", "site": "leg", "side": "both", "onset": 5}]},
        "age not known; weakness, leg, both sides, began 5 days ago",
    ),
    (
        {"findings": [{"sign": "weakness", "present": False, "side": "left", "recorded": 1}]},
        "age not known; weakness, left, absent, recorded 1 day ago",
    ),
    (
        {"findings": [{"sign": "weakness", "grade": {"scale": "MRC", "value": "4-"}, "problem": True, "onset": 0}]},
        "age not known; weakness, MRC 4-, from the problem list, began today",
    ),
    (
        {"conditions": [{"key": "sle", "side": "right", "history": True, "recorded": 400}]},
        "age not known; on record: systemic lupus erythematosus, right, only as history, recorded 400 days ago",
    ),
    (
        {"medications": ["lithium"], "results": [{"field": "k_mmol", "value": "2.5", "recorded": 2}]},
        "age not known; takes lithium; potassium 2.5 mmol/L, of 2 days ago",
    ),
]


@pytest.mark.parametrize(("given", "words"), RECORDS, ids=[words for _, words in RECORDS])
def test_a_record_in_words(given: dict[str, Any], words: str) -> None:
    example = Example.model_validate({"given": given, "result": "no"})
    assert list(examples_in_words((example,), names_of(shipped(), linked=False))) == [
        (0, f"**Does not fire for:** {words}")
    ]


def test_an_entry_tells_what_fires_what_does_not_and_what_cannot_be_told() -> None:
    facts = [text for _, text in entries(shipped(), {})["pattern"]["lmn_single_region"].facts]
    assert "**Fires for:** 55 years; wasting, hand, left" in facts
    assert "**Does not fire for:** 55 years; wasting, hand, left; wasting, calf, left" in facts
    assert "**Cannot be told for:** 55 years; wasting, left" in facts
