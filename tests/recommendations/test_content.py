"""The actions and order rules themselves: complete, as the specification has them, and refused where they are wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cds_service.errors import ContentError
from cds_service.knowledge.load_actions import load_actions, load_wording, unknown_names
from tests.recommendations.builders import CONTENT, shipped_actions, shipped_order_codes

WINDOWS = """
emg_ncs 180, rns_sfemg 180, ck 90, tsh_ft4 180, electrolytes_ca_mg 30, b12_copper 180, glucose_hba1c 90,
fbc_renal_liver_crp 30, serum_protein_electrophoresis 365, anti_gm1 365, achr_musk_antibodies 365,
vgkc_complex_antibodies 365, myositis_panel 365, infection_serology 365, genetic_testing_discussion 3650,
mri_brain_wo 180, mri_brainstem 180, mri_cervical_spine 180, mri_cervical_flexion 365, mri_whole_spine 180,
mri_lumbar_spine 180, mri_plexus 180, ct_chest_thymoma 365, fvc 90, blood_gas_oximetry 30, swallow_assessment 90,
laryngoscopy_ent 90, complete_exam 0, serial_reexam 100, neurology_referral_routine 180, neurology_referral_urgent 90,
paediatric_neurology_referral 90, emergency_now 0, same_day_medical_assessment 0, spinal_team_referral 60,
respiratory_referral_niv 60, rheumatology_neurology_same_day 0, endocrine_referral 90, toxicology_advice 0,
medication_review 90, mdt_care 180, nutrition_assessment 90, cognitive_screen 365, palliative_supportive_care 180,
infection_vigilance 180, exercise_guidance_submaximal 365, facial_therapy_referral 180, reassurance 0
"""


def test_the_windows_are_those_of_the_specification() -> None:
    """Knowledge base 3.1: every action, with the days for which an order or a result stops a new suggestion."""
    specified = {key: int(days) for key, days in (row.split() for row in WINDOWS.split(","))}
    assert {key: action.window for key, action in shipped_actions().actions.items()} == specified


def test_an_action_is_an_order_exactly_where_there_is_a_code_to_order() -> None:
    orderable = {row.action for row in shipped_order_codes().orders if row.use == "order"}
    assert {key for key, action in shipped_actions().actions.items() if action.kind == "order"} == orderable


def test_every_order_carries_its_clinical_question_and_its_source() -> None:
    for key, action in shipped_actions().actions.items():
        assert action.references, key
        assert bool(action.question) == (action.kind == "order"), key


def test_every_member_of_a_composite_order_has_a_name() -> None:
    for key, expression in shipped_order_codes().done_when.items():
        named = set(shipped_actions().action(key).members)
        single_member_of_itself = len(set(expression.members)) == 1 and not named
        assert single_member_of_itself or set(expression.members) <= named, key


@pytest.mark.parametrize(
    ("action", "line"),
    [("mri_brain_wo", "pacemaker"), ("emg_ncs", "anticoagulants"), ("fvc", "lip seal"), ("ck", "")],
)
def test_lines_that_go_with_an_order(action: str, line: str) -> None:
    lines = shipped_actions().order_lines(action)
    assert any(line in one for one in lines) if line else lines == ()


def test_some_override_reasons_decline_and_some_do_not() -> None:
    assert {reason.declines for reason in load_wording(CONTENT).override_reasons} == {True, False}


@pytest.fixture
def content_copy(tmp_path: Path) -> Path:
    copy = tmp_path / "fhir_mappings"
    shutil.copytree(CONTENT / "actions", copy / "actions")
    for name in ("order_rules.yaml", "wording.yaml"):
        shutil.copy(CONTENT / name, copy / name)
    return copy


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("order_rules.yaml", "action: mri_brainstem, removes", "action: mri_brainstm, removes",
         'no action is called "mri_brainstm". Did you mean "mri_brainstem"?'),
        ("order_rules.yaml", "declined_days: 90", "declined_day: 90",
         'no member is called "declined_day" here. Did you mean "declined_days"?'),
        ("order_rules.yaml", "draft_days: 1", "draft_days: one", "draft_days: Input should be a valid integer"),
        ("order_rules.yaml", "mri_safety:", "mri_safty:", 'no order line is called "mri_safety"'),
        ("actions/laboratory.yaml", "\ntsh_ft4:", "\nck2:\n  label: x\ntsh_ft4:", 'the member "suggest" is missing'),
        ("actions/laboratory.yaml", "\ntsh_ft4:", "\nemg_ncs:", 'the action "emg_ncs" is described twice'),
        ("actions/imaging.yaml", "kind: order", "kind: ordr", "kind: Input should be 'order' or 'advice'"),
        ("actions/imaging.yaml", "window: 180", "window: -1", "window: Input should be greater than or equal to 0"),
    ],
)  # fmt: skip
def test_wrong_content_is_refused_with_its_place_and_the_nearest_right_answer(
    content_copy: Path, file: str, old: str, new: str, fault: str
) -> None:
    path = content_copy / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        load_actions(content_copy)
    faults = [str(one) for one in refused.value.faults]
    assert any(fault in one for one in faults), faults
    assert all(one.startswith("fhir_mappings/") for one in faults)


def test_a_file_of_actions_that_is_a_list_is_refused(content_copy: Path) -> None:
    (content_copy / "actions" / "more.yaml").write_text("- ck\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"fhir_mappings/actions/more\.yaml:1: a file of actions is a mapping"):
        load_actions(content_copy)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("requested on {date}", "requested on {day}", '"{day}" is not filled in here; these are: {date}'),
        ("content {version}", "{title.upper}", '"{title.upper}" is not filled in here'),
        ("requested on {date}", "requested on {date", "actions.requested"),
        ("do_now:", "do_nw:", 'no member is called "do_nw" here. Did you mean "do_now"?'),
    ],
)
def test_words_with_a_placeholder_that_nothing_fills_in_are_refused(
    content_copy: Path, old: str, new: str, fault: str
) -> None:
    path = content_copy / "wording.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        load_wording(content_copy)
    assert any(fault in str(one) for one in refused.value.faults), str(refused.value)


KNOWN = {
    "sign": ["emg_normal"],
    "site": ["unspecified", "systemic"],
    "scale": ["PLANTAR"],
    "pattern": ["progression_detected"],
    "region": ["cervical", "lumbosacral"],
    "reference": sorted({key for action in shipped_actions().actions.values() for key in action.references}),
}


def test_every_name_from_other_files_is_known() -> None:
    assert unknown_names(CONTENT, KNOWN) == []


@pytest.mark.parametrize(
    ("kind", "fault"),
    [
        ("sign", 'no sign is called "emg_normal"'),
        ("site", 'no site is called "systemic"'),
        ("scale", 'no scale is called "PLANTAR"'),
        ("pattern", 'no pattern is called "progression_detected"'),
        ("region", 'no region is called "cervical"'),
        ("reference", 'no reference is called "R20"'),
    ],
)
def test_a_name_that_no_other_file_has_is_a_fault(kind: str, fault: str) -> None:
    assert any(fault in str(one) for one in unknown_names(CONTENT, {**KNOWN, kind: []}))
