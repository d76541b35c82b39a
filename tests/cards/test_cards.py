"""Whole cards: their shape, who speaks, the same call gives the same card (contract, Card)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cds_service.neuro.case import NotUnderstood
from tests.cards.builders import BULBAR, CALL, EMERGENCY, MIXED, RATIONALE, cards_of
from tests.cards.content import Manifest, StandInKnowledge
from tests.cards.shape import faults_of
from tests.recommendations.builders import on_record, pattern

PENDING = pattern("workup_in_progress", "info", tier=5)

SITUATIONS: dict[str, dict[str, Any]] = {
    "two patterns": {"patterns": (MIXED, BULBAR)},
    "emergency": {"patterns": (EMERGENCY,)},
    "nothing asked for": {"patterns": (pattern("umn_only"),)},
    "no findings": {"patterns": (MIXED,), "findings": ()},
    "advice only": {"patterns": (pattern("insufficient_data", "info", must="complete_exam"),)},
    "all on record": {
        "patterns": (pattern("umn_only", must="b12_copper"),),
        "orders": (on_record("b12_copper", "requested", 3),),
        "if_nothing_remains": PENDING,
    },
    "parts of the record missing": {
        "patterns": (MIXED,),
        "not_looked_at": ("medications",),
        "truncated": ("observations",),
        "not_understood": (NotUnderstood("Observation/9", "s", "c", "<b>", "r"),),
    },
    "no encounter": {"patterns": (MIXED,), "call": replace(CALL, encounter_id="")},
    "every order": {
        "patterns": (
            pattern(
                "lmn_multi_region", must="emg_ncs rns_sfemg ck tsh_ft4 electrolytes_ca_mg b12_copper glucose_hba1c"
            ),
            pattern("ibm_pattern", "info", must="fbc_renal_liver_crp myositis_panel infection_serology mri_plexus"),
            pattern("neuromyotonia", "info", must="vgkc_complex_antibodies serial_reexam exercise_guidance_submaximal"),
        )
    },
}


@pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS.keys())
def test_every_card_has_the_shape_that_cds_hooks_and_the_contract_ask_for(situation: dict[str, Any]) -> None:
    cards = cards_of(*situation["patterns"], **{key: value for key, value in situation.items() if key != "patterns"})
    assert cards
    assert [faults_of(card) for card in cards] == [[] for _ in cards]


def test_cards_come_in_the_order_of_their_urgency() -> None:
    cards = cards_of(pattern("stale_findings_only", "info", tier=5, must="complete_exam"), MIXED, EMERGENCY)
    assert [card["indicator"] for card in cards] == ["critical", "warning", "info"]


def test_the_same_call_gives_the_same_card_and_another_call_another() -> None:
    first, again = cards_of(MIXED), cards_of(MIXED)
    assert first == again
    others = [replace(CALL, hook_instance="another"), replace(CALL, service_id="motor-neuron-signs-order-sign")]
    uuids = {cards_of(MIXED, call=call)[0]["uuid"] for call in [CALL, *others]}
    assert len(uuids) == 3


def test_no_two_cards_and_no_two_suggestions_share_a_uuid() -> None:
    cards = cards_of(MIXED, BULBAR)
    uuids = [card["uuid"] for card in cards]
    uuids += [suggestion["uuid"] for card in cards for suggestion in card["suggestions"]]
    assert len(set(uuids)) == len(uuids) == 9


@pytest.mark.parametrize(
    ("reviewed", "label", "last_line"),
    [
        (
            False,
            "motor-neuron-signs, content 2026.11.0 (draft, unreviewed)",
            "Drafted, unreviewed content (version 2026.11.0): no neurologist has reviewed it.",
        ),
        (True, "motor-neuron-signs, content 2026.11.0", "Content version 2026.11.0."),
    ],
)
def test_a_card_says_whose_content_it_is_and_whether_it_was_reviewed(
    reviewed: bool, label: str, last_line: str
) -> None:
    card = cards_of(MIXED, knowledge=StandInKnowledge(manifest=Manifest(reviewed=reviewed)))[0]
    assert card["source"] == {"label": label, "url": "https://cds.example.org/"}
    assert card["detail"].splitlines()[-1] == last_line


@pytest.mark.parametrize(
    ("summary", "shown"),
    [("a" * 139, "a" * 139), ("a" * 140, "a" * 138 + "…"), ("two\nlines", "two lines")],
)
def test_a_summary_is_one_line_of_fewer_than_140_characters(summary: str, shown: str) -> None:
    assert cards_of(replace(MIXED, summary=summary))[0]["summary"] == shown


def test_override_reasons_are_a_code_system_of_this_content() -> None:
    reasons = cards_of(MIXED)[0]["overrideReasons"]
    assert {reason["system"] for reason in reasons} == {
        "https://motor-neuron-signs.example.org/fhir/CodeSystem/override-reasons"
    }
    assert len({reason["code"] for reason in reasons}) == len(reasons) >= 5


def test_a_suggestion_is_made_for_each_open_must_that_is_an_order() -> None:
    card = cards_of(
        pattern("umn_only", must="ck complete_exam fvc emg_ncs", may="tsh_ft4"),
        orders=(on_record("fvc", "resulted", 3), on_record("emg_ncs", "declined", 3)),
    )[0]
    assert [suggestion["label"] for suggestion in card["suggestions"]] == ["Order: Creatine kinase (CK)"]


def test_a_suggestion_of_several_patterns_names_all_of_them() -> None:
    suggestion = next(one for one in cards_of(MIXED, BULBAR)[0]["suggestions"] if "EMG" in one["label"])
    assert suggestion["actions"][0]["description"] == (
        "Draft order: Needle EMG and nerve conduction studies, "
        "for: Title of mixed_multi_region, Title of bulbar_motor_syndrome"
    )


def test_nothing_remains_shows_what_is_on_record_on_the_pending_card() -> None:
    umn_only, pending = cards_of(
        pattern("umn_only", must="b12_copper"),
        orders=(on_record("b12_copper", "requested", 3),),
        if_nothing_remains=PENDING,
    )
    assert [umn_only["indicator"], pending["indicator"]] == ["info", "info"]
    assert "- **Vitamin B12 and copper**: requested on 2026-11-17" in pending["detail"]
    assert "actions" not in pending["extension"][RATIONALE]
