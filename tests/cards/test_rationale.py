"""The extension that says why, for machines (contract, Card)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cds_service.cards.rationale import findings_of
from cds_service.neuro.case import CodedEvidence, NotUnderstood
from cds_service.neuro.outcome import FiredPattern, Reasoning
from tests.cards.builders import BULBAR, FINDINGS, MIXED, RATIONALE, cards_of
from tests.cards.shape import empties
from tests.recommendations.builders import on_record, pattern


def rationale_of(*patterns: FiredPattern, card: int = 0, **situation: Any) -> dict[str, Any]:
    """The rationale of one of the cards."""
    rationale: dict[str, Any] = cards_of(*patterns, **situation)[card]["extension"][RATIONALE]
    return rationale


def test_it_names_content_day_pattern_and_tier() -> None:
    rationale = rationale_of(MIXED)
    assert {key: rationale[key] for key in ("contentVersion", "asOf", "pattern", "tier")} == {
        "contentVersion": "2026.11.0",
        "asOf": "2026-11-20",
        "pattern": "mixed_multi_region",
        "tier": 2,
    }


def test_the_first_card_holds_every_finding_and_the_others_those_they_use() -> None:
    first, second = (rationale_of(MIXED, BULBAR, card=card)["findings"] for card in (0, 1))
    assert [finding["id"] for finding in first] == [finding.id for finding in FINDINGS]
    assert [finding["id"] for finding in first if finding.get("used")] == list(MIXED.used)
    assert [(finding["id"], finding["used"]) for finding in second] == [("f1", True), ("f2", True)]


def test_a_finding_is_written_as_in_the_contract() -> None:
    assert rationale_of(MIXED)["findings"][2] == {
        "id": "f3",
        "sign": "weakness",
        "class": "neutral-motor",
        "region": "cervical",
        "site": "abductor_pollicis_brevis",
        "side": "right",
        "status": "present",
        "grade": "MRC:3",
        "effective": "2026-11-17",
        "onset": "2026-06-23",
        "used": True,
        "evidence": [
            {
                "reference": "Observation/f3",
                "system": "http://snomed.info/sct",
                "code": "88092000",
                "display": "as recorded",
            }
        ],
    }


def test_stale_findings_and_what_could_not_be_told_are_marked() -> None:
    findings = (replace(FINDINGS[0], stale=True, notes=("side not told", "scale not told"), present=False),)
    (finding,) = rationale_of(MIXED, findings=findings)["findings"]
    assert (finding["stale"], finding["note"], finding["status"]) == (True, "side not told; scale not told", "absent")


@pytest.mark.parametrize(
    ("situation", "action"),
    [
        ({}, {"key": "ck", "kind": "order", "strength": "must", "status": "suggested"}),
        (
            {"orders": (on_record("ck", "resulted", 21),)},
            {
                "key": "ck",
                "kind": "order",
                "strength": "must",
                "status": "resulted",
                "because": {"reference": "ServiceRequest/ck-21", "date": "2026-10-30"},
            },
        ),
        (
            {"orders": (replace(on_record("ck", "declined", 21), evidence=()),)},
            {"key": "ck", "kind": "order", "strength": "may", "status": "declined", "because": {"date": "2026-10-30"}},
        ),
    ],
)
def test_an_action_is_written_with_its_status_and_what_settled_it(
    situation: dict[str, Any], action: dict[str, Any]
) -> None:
    assert rationale_of(pattern("umn_only", must="ck"), **situation)["actions"] == [action]


def test_actions_that_gave_way_are_listed_with_their_status() -> None:
    actions = rationale_of(pattern(must="mri_whole_spine mri_lumbar_spine", may="complete_exam"))["actions"]
    assert [(action["key"], action["kind"], action["strength"], action["status"]) for action in actions] == [
        ("mri_whole_spine", "order", "must", "suggested"),
        ("complete_exam", "advice", "may", "suggested"),
        ("mri_lumbar_spine", "order", "must", "superseded"),
    ]


def test_patterns_without_a_card_are_named_on_the_first_only() -> None:
    patterns = [pattern(f"p{n}", order=n, must="ck") for n in range(5)]
    assert rationale_of(*patterns)["alsoMatched"] == ["p3", "p4"]
    assert "alsoMatched" not in rationale_of(*patterns, card=1)


def test_what_could_not_be_seen_of_the_record_is_on_every_card() -> None:
    odd = NotUnderstood("Observation/9", "s", "1", "", "r")
    for card in (0, 1):
        rationale = rationale_of(
            MIXED, BULBAR, card=card, not_recorded=("tone",),
            not_looked_at=("medications",), truncated=("observations",), not_understood=(odd,),
        )  # fmt: skip
        seen = {key: rationale[key] for key in ("notLookedAt", "truncated", "notUnderstood", "notRecorded")}
        assert seen == {
            "notLookedAt": ["medications"],
            "truncated": ["observations"],
            "notUnderstood": 1,
            "notRecorded": ["tone"],
        }


def test_members_without_a_value_are_left_out() -> None:
    rationale = rationale_of(pattern("umn_only"), findings=())
    assert set(rationale) == {"contentVersion", "asOf", "pattern", "tier"}


def test_the_explanation_lists_every_finding_in_the_same_form() -> None:
    undisplayed = replace(FINDINGS[7], evidence=(CodedEvidence("Observation/f8"),))
    listed = findings_of(Reasoning(findings=(*FINDINGS[:7], undisplayed), shown=(MIXED, BULBAR)))
    assert [finding["id"] for finding in listed if finding.get("used")] == ["f1", "f2", "f3", "f4", "f5", "f6", "f7"]
    assert listed[7]["evidence"] == [{"reference": "Observation/f8"}]
    assert list(empties(listed)) == []
