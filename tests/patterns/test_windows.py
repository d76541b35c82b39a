"""How long records count: the windows of actions (knowledge.md 3.1) and of signs (4.2), in days."""

from __future__ import annotations

import pytest

from tests.vignettes.routes import shipped_knowledge

ACTIONS = {
    0: "complete_exam emergency_now same_day_medical_assessment rheumatology_neurology_same_day toxicology_advice "
    "reassurance",
    30: "electrolytes_ca_mg fbc_renal_liver_crp blood_gas_oximetry",
    60: "spinal_team_referral respiratory_referral_niv",
    90: "ck glucose_hba1c fvc swallow_assessment laryngoscopy_ent neurology_referral_urgent "
    "paediatric_neurology_referral endocrine_referral medication_review nutrition_assessment",
    100: "serial_reexam",
    180: "emg_ncs rns_sfemg tsh_ft4 b12_copper mri_brain_wo mri_brainstem mri_cervical_spine mri_whole_spine "
    "mri_lumbar_spine mri_plexus neurology_referral_routine mdt_care palliative_supportive_care infection_vigilance "
    "facial_therapy_referral",
    365: "serum_protein_electrophoresis anti_gm1 achr_musk_antibodies vgkc_complex_antibodies myositis_panel "
    "infection_serology mri_cervical_flexion ct_chest_thymoma cognitive_screen exercise_guidance_submaximal",
    3650: "genetic_testing_discussion",
}
SIGNS = {
    7: "recent_bite_sting",
    14: "acute_chest_infection fever hypoxia hypercapnia airway_risk dyspnoea_rest paradoxical_breathing "
    "reduced_consciousness aphasia visual_field_loss",
    28: "sudden_onset rapid_progression cholinergic_signs anticholinergic_signs urinary_retention spinal_trauma "
    "dark_urine tachycardia",
    90: "orthopnoea weak_cough morning_headache daytime_sleepiness dyspnoea_exertion recurrent_chest_infection",
    180: "bladder_dysfunction bowel_dysfunction sexual_dysfunction hyperhidrosis dry_mouth sensory_level "
    "saddle_anaesthesia",
}
OF_CLASS = {
    "UMN": 180,
    "LMN": 180,
    "neutral-motor": 180,
    "sensory": 180,
    "NMJ": 180,
    "muscle": 180,
    "bulbar": 180,
    "emg": 365,
    "context": 365,
}
NO_WINDOW = {"family_history_mnd", "family_history_neuromuscular"}
NAMED = {sign: days for days, signs in SIGNS.items() for sign in signs.split()}


@pytest.mark.parametrize(("days", "keys"), ACTIONS.items())
def test_an_order_or_result_settles_an_action_for_its_window(days: int, keys: str) -> None:
    actions = shipped_knowledge().actions.actions
    assert {key: actions[key].window for key in keys.split()} == dict.fromkeys(keys.split(), days)


def test_every_action_is_in_the_table() -> None:
    assert set(shipped_knowledge().actions.actions) == set(" ".join(ACTIONS.values()).split())


@pytest.mark.parametrize("days", SIGNS)
def test_a_sign_with_a_window_of_its_own(days: int) -> None:
    signs = shipped_knowledge().clinical.signs
    assert {signs[sign].window for sign in SIGNS[days].split()} == {days}


@pytest.mark.parametrize("sign_class", OF_CLASS)
def test_every_other_sign_has_the_window_of_its_class(sign_class: str) -> None:
    others = {
        key: sign.window
        for key, sign in shipped_knowledge().clinical.signs.items()
        if sign.sign_class == sign_class and key not in {*NAMED, *NO_WINDOW}
    }
    assert others == dict.fromkeys(others, OF_CLASS[sign_class])


def test_family_history_never_becomes_old() -> None:
    assert {shipped_knowledge().clinical.signs[sign].window for sign in NO_WINDOW} == {None}
