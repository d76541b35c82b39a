"""Two whole cards as a reviewer reads them: ``golden/first_detail.md``, ``second_detail.md`` and ``cards.json``.

A change of words, order or draft shows here as a readable difference. The cards: tongue, hand and foot of one patient,
CK already back, a routine referral waiting, sodium measured, one statement not understood.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from cds_service.neuro.case import NotUnderstood
from tests.cards.builders import BULBAR, MIXED, cards_of
from tests.recommendations.builders import on_record

GOLDEN = Path(__file__).parent / "golden"
DETAILS = ("first_detail.md", "second_detail.md")


def golden_cards() -> list[dict[str, Any]]:
    """The two cards."""
    return cards_of(
        MIXED,
        BULBAR,
        orders=(
            on_record("ck", "resulted", 10),
            on_record("neurology_referral_routine", "requested", 20),
            on_record("electrolytes_ca_mg", "resulted", 3, member="sodium"),
        ),
        not_recorded=("tone", "sphincter function"),
        not_understood=(NotUnderstood("Observation/9", "http://snomed.info/sct", "1", "odd", "no meaning here"),),
    )


def test_the_details_read_as_they_were_reviewed() -> None:
    for card, name in zip(golden_cards(), DETAILS, strict=True):
        assert card["detail"] + "\n" == (GOLDEN / name).read_text(encoding="utf-8")


def test_everything_else_of_the_cards_is_as_it_was_reviewed() -> None:
    reviewed = json.loads((GOLDEN / "cards.json").read_text(encoding="utf-8"))
    for card, name in zip(golden_cards(), DETAILS, strict=True):
        assert {**card, "detail": name} == reviewed.pop(0)
