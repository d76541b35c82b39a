"""Draft orders: what is ordered, with which codes, how urgently and why (contract, Suggestion)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cds_service.neuro.case import CodedEvidence, Side
from cds_service.neuro.outcome import Indicator
from tests.cards.builders import CALL, FINDINGS, cards_of, resources_of, seen
from tests.recommendations.builders import on_record, pattern

CPT = "http://www.ama-assn.org/go/cpt"


def draft_codes(action: str, **situation: Any) -> list[list[str]]:
    """The codes of each draft of one action."""
    card = cards_of(pattern("umn_only", must=action, used=("f1", "f3", "f7")), **situation)[0]
    return [[coding["code"] for coding in draft["code"].get("coding", [])] for draft in resources_of(card)]


def only_draft(action: str, indicator: Indicator = "warning", **situation: Any) -> dict[str, Any]:
    """The one draft of one action."""
    card = cards_of(pattern("umn_only", indicator, must=action, used=("f1", "f3", "f7")), **situation)[0]
    (draft,) = resources_of(card)
    return draft


@pytest.mark.parametrize(
    ("action", "codes"),
    [
        ("ck", [["2157-6", "397798009"]]),
        ("emg_ncs", [["18749-2", "42803009"]]),
        ("tsh_ft4", [["24348-5"]]),
        ("achr_musk_antibodies", [["11034-6", "80681001"]]),
        ("mri_whole_spine", [["30854-4"]]),
        ("electrolytes_ca_mg", [["2951-2"], ["2823-3"], ["17861-6"], ["19123-9"]]),
        ("b12_copper", [["2132-9"], ["5631-7"]]),
        ("fbc_renal_liver_crp", [["58410-2"], ["24362-6"], ["24325-3"], ["1988-5"]]),
        ("infection_serology", [["56888-1"], ["24110-9"]]),
        ("vgkc_complex_antibodies", [["41871-5"]]),
        ("rns_sfemg", [["42803009"]]),
        ("exercise_guidance_submaximal", [["306170007"]]),
    ],
)
def test_one_draft_for_the_whole_or_one_for_each_member_that_is_needed(action: str, codes: list[list[str]]) -> None:
    assert draft_codes(action) == codes


@pytest.mark.parametrize(
    ("on_file", "codes"),
    [
        ("sodium+potassium+calcium", [["19123-9"]]),
        ("magnesium", [["2951-2"], ["2823-3"], ["17861-6"]]),
        ("phosphate", [["2951-2"], ["2823-3"], ["17861-6"], ["19123-9"]]),
    ],
)
def test_members_that_are_on_record_are_not_drafted_again(on_file: str, codes: list[list[str]]) -> None:
    orders = (on_record("electrolytes_ca_mg", "resulted", 3, member=on_file),)
    assert draft_codes("electrolytes_ca_mg", orders=orders) == codes


@pytest.mark.parametrize(
    ("indicator", "codes"),
    [("warning", [["2132-9"]]), ("critical", [["2132-9"], ["5631-7"]])],
)
def test_a_declined_member_is_drafted_again_only_for_an_emergency(indicator: Indicator, codes: list[list[str]]) -> None:
    card = cards_of(
        pattern("umn_only", indicator, must="b12_copper"),
        orders=(on_record("b12_copper", "declined", 3, member="copper"),),
    )[0]
    assert [[coding["code"] for coding in draft["code"]["coding"]] for draft in resources_of(card)] == codes


@pytest.mark.parametrize(
    ("region", "code"), [("cervical", "24582-9"), ("lumbosacral", "30866-8"), ("thoracic", "24582-9")]
)
def test_of_alternatives_the_one_that_fits_the_region_of_the_card_is_drafted(region: str, code: str) -> None:
    findings = (seen("f1", "atrophy", "x", Side.LEFT, region=region),)
    assert draft_codes("mri_plexus", findings=findings) == [[code]]


@pytest.mark.parametrize(
    ("indicator", "action", "priority"),
    [
        ("critical", "mri_whole_spine", "stat"),
        ("critical", "neurology_referral_urgent", "stat"),
        ("warning", "ck", "urgent"),
        ("info", "neurology_referral_urgent", "urgent"),
        ("info", "ck", "routine"),
    ],
)
def test_priority_follows_the_card_and_the_name_of_the_action(indicator: Indicator, action: str, priority: str) -> None:
    assert only_draft(action, indicator)["priority"] == priority


def test_a_draft_says_for_whom_when_why_and_whose_suggestion_it_was() -> None:
    draft = only_draft("emg_ncs")
    assert draft == {
        "resourceType": "ServiceRequest",
        "instantiatesCanonical": ["https://motor-neuron-signs.example.org/fhir/ActivityDefinition/emg_ncs|2026.11.0"],
        "status": "draft",
        "intent": "proposal",
        "priority": "urgent",
        "code": {
            "coding": [
                {"system": "http://loinc.org", "code": "18749-2", "display": "Electromyogram study"},
                {"system": "http://snomed.info/sct", "code": "42803009", "display": "Electromyography"},
            ],
            "text": "Needle EMG and nerve conduction studies",
        },
        "subject": {"reference": "Patient/pat-1"},
        "encounter": {"reference": "Encounter/enc-1"},
        "authoredOn": "2026-11-20",
        "reasonReference": [
            {"reference": "Observation/f1"}, {"reference": "Observation/f3"}, {"reference": "Condition/f7"},
        ],
        "note": draft["note"],
    }  # fmt: skip
    assert [note["text"] for note in draft["note"]] == [
        "Is there active denervation or chronic neurogenic change, also in muscles that look normal? "
        "Conduction block, root, plexus or nerve pattern, junction or muscle disease instead?",
        "Tell the laboratory about anticoagulants, bleeding disorder or implanted device.",
    ]


@pytest.mark.parametrize("encounter", ["", "urn:uuid:7", "a b", "x" * 65])
def test_an_encounter_that_is_no_id_is_left_out(encounter: str) -> None:
    assert "encounter" not in only_draft("ck", call=replace(CALL, encounter_id=encounter))


@pytest.mark.parametrize(
    "reference",
    [
        "urn:uuid:3f1c", "#contained", "https://ehr.example.org/fhir/Observation/1", "FamilyMemberHistory/1",
        "Observation/1/_history/2", "Observation/a b", "",
    ],
)  # fmt: skip
def test_only_relative_references_to_findings_become_reasons(reference: str) -> None:
    findings = (replace(FINDINGS[0], evidence=(CodedEvidence(reference), CodedEvidence("Observation/2"))),)
    assert only_draft("ck", findings=findings)["reasonReference"] == [{"reference": "Observation/2"}]


def test_a_repeat_examination_is_dated() -> None:
    assert only_draft("serial_reexam")["occurrenceDateTime"] == "2027-02-19"
    assert "occurrenceDateTime" not in only_draft("ck")


def test_cpt_is_never_sent_unless_the_content_allows_it() -> None:
    every_order = "ck mri_brain_wo mri_brainstem mri_cervical_spine fvc swallow_assessment nutrition_assessment"
    drafts = resources_of(cards_of(pattern("umn_only", must=every_order))[0])
    systems = {coding["system"] for draft in drafts for coding in draft["code"]["coding"]}
    assert systems == {"http://loinc.org", "http://snomed.info/sct"}
    assert CPT not in systems


def test_the_text_of_a_members_draft_names_the_member_and_the_whole() -> None:
    card = cards_of(pattern("umn_only", must="b12_copper"))[0]
    assert [draft["code"]["text"] for draft in resources_of(card)] == [
        "Vitamin B12, part of: Vitamin B12 and copper",
        "Copper, part of: Vitamin B12 and copper",
    ]
