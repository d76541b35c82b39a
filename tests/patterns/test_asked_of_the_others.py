"""What the patterns that are told in ``tests/neuro`` ask for: musts, mays and urgency (knowledge.md 3.4)."""

from __future__ import annotations

import pytest

from tests.patterns.asking import indicator, mays, musts

HAND = "atrophy left hand"
CALF = "atrophy left calf"
ARM_UPPER = "hyperreflexia left biceps_reflex recorded=30"
LEG_UPPER = "spasticity left leg recorded=30"
WORK_UP = "ck electrolytes_ca_mg emg_ncs fvc tsh_ft4"
MIXED = f"b12_copper {WORK_UP} mri_brain_wo neurology_referral_urgent"
MULTI_MAY = "cognitive_screen genetic_testing_discussion infection_serology serum_protein_electrophoresis"
LMN_MAY = "anti_gm1 genetic_testing_discussion mri_brain_wo mri_whole_spine serum_protein_electrophoresis"
SINGLE_MAY = "anti_gm1 electrolytes_ca_mg glucose_hba1c tsh_ft4"
UMN_MAY = "emg_ncs genetic_testing_discussion infection_serology"

ASKED = [
    ("mixed_same_region", f"{HAND}; {ARM_UPPER}", "warning", f"{MIXED} mri_cervical_spine", ""),
    ("mixed_same_region", f"{CALF}; {LEG_UPPER}", "warning", f"{MIXED} mri_whole_spine", ""),
    ("mixed_same_region", "tongue_atrophy; brisk_jaw_jerk", "warning", f"{MIXED} swallow_assessment", ""),
    ("mixed_multi_region", f"{HAND}; {LEG_UPPER}", "warning", f"{MIXED} mri_cervical_spine", MULTI_MAY),
    (
        "mixed_multi_region",
        f"{CALF}; hyperreflexia left abdominal_upper recorded=30",
        "warning",
        f"{MIXED} mri_whole_spine",
        MULTI_MAY,
    ),
    (
        "mixed_multi_region",
        f"{HAND}; brisk_jaw_jerk",
        "warning",
        f"{MIXED} mri_cervical_spine swallow_assessment",
        MULTI_MAY,
    ),
    (
        "mixed_multi_region",
        f"{HAND}; {LEG_UPPER}; dysphagia recorded=30",
        "warning",
        f"{MIXED} mri_cervical_spine swallow_assessment",
        MULTI_MAY,
    ),
    ("lmn_multi_region", f"{HAND}; {CALF}", "warning", f"{WORK_UP} neurology_referral_urgent", LMN_MAY),
    (
        "lmn_multi_region",
        f"{HAND}; {CALF}; nonprogressive_course",
        "info",
        f"{WORK_UP} neurology_referral_routine",
        LMN_MAY,
    ),
    ("lmn_single_region", HAND, "warning", "emg_ncs mri_cervical_spine neurology_referral_urgent", SINGLE_MAY),
    ("lmn_single_region", CALF, "warning", "emg_ncs mri_lumbar_spine neurology_referral_urgent", SINGLE_MAY),
    (
        "lmn_single_region",
        "atrophy left abdomen",
        "warning",
        "emg_ncs mri_whole_spine neurology_referral_urgent",
        SINGLE_MAY,
    ),
    (
        "lmn_single_region",
        f"{HAND}; weakness left hand recorded=30; nonprogressive_course",
        "info",
        "ck emg_ncs mri_cervical_spine neurology_referral_routine",
        SINGLE_MAY,
    ),
    (
        "umn_only",
        f"{LEG_UPPER}; {ARM_UPPER}; spasticity right arm recorded=30",
        "warning",
        "b12_copper mri_brain_wo mri_cervical_spine neurology_referral_urgent",
        UMN_MAY,
    ),
    (
        "umn_only",
        f"{LEG_UPPER}; nonprogressive_course",
        "info",
        "b12_copper mri_brain_wo mri_whole_spine neurology_referral_routine",
        UMN_MAY,
    ),
    ("umn_equivocal", "hyperreflexia left knee_reflex recorded=30", "info", "serial_reexam", "tsh_ft4"),
    (
        "umn_equivocal",
        "hyperreflexia left biceps_reflex; paraesthesia left hand; slow_fine_movements recorded=28",
        "warning",
        "neurology_referral_routine serial_reexam",
        "mri_cervical_spine tsh_ft4",
    ),
    (
        "umn_equivocal",
        "brisk_reflex_equivocal left knee_reflex; neck_pain; gait_disturbance recorded=28",
        "warning",
        "neurology_referral_routine serial_reexam",
        "mri_cervical_spine tsh_ft4",
    ),
    (
        "umn_equivocal",
        "brisk_reflex_equivocal left knee_reflex; neck_pain; gait_disturbance recorded=29",
        "info",
        "serial_reexam",
        "tsh_ft4",
    ),
    (
        "bulbar_motor_syndrome",
        "tongue_atrophy; dysarthria recorded=30",
        "warning",
        "emg_ncs fvc mri_brain_wo neurology_referral_urgent swallow_assessment",
        "achr_musk_antibodies ck tsh_ft4",
    ),
    (
        "bulbar_motor_syndrome",
        "tongue_atrophy; lmn_facial_weakness both face onset=28",
        "warning",
        "emg_ncs fvc mri_brain_wo neurology_referral_urgent same_day_medical_assessment swallow_assessment",
        "achr_musk_antibodies ck tsh_ft4",
    ),
    (
        "fasciculations_with_deficit",
        "fasciculations left hand; weight_loss",
        "warning",
        "complete_exam electrolytes_ca_mg emg_ncs neurology_referral_urgent tsh_ft4",
        "",
    ),
    (
        "fasciculations_with_deficit",
        "fasciculations left abdomen; weakness left hand recorded=30",
        "warning",
        "ck complete_exam electrolytes_ca_mg emg_ncs neurology_referral_urgent tsh_ft4",
        "",
    ),
    (
        "myelopathy",
        "extensor_plantar left recorded=30 onset=60; neck_pain",
        "warning",
        "b12_copper mri_cervical_spine neurology_referral_urgent",
        "emg_ncs spinal_team_referral",
    ),
    (
        "myelopathy",
        "extensor_plantar left recorded=30 onset=60; sensory_level grade=T6 recorded=30 onset=60",
        "warning",
        "b12_copper mri_whole_spine neurology_referral_urgent",
        "emg_ncs spinal_team_referral",
    ),
    (
        "fasciculations_isolated_incomplete_exam",
        "fasciculations left hand",
        "info",
        "complete_exam",
        "electrolytes_ca_mg tsh_ft4",
    ),
    (
        "acute_toxidrome",
        "cholinergic_signs; cramps",
        "critical",
        "emergency_now toxicology_advice",
        "blood_gas_oximetry electrolytes_ca_mg",
    ),
    (
        "envenomation",
        "recent_bite_sting; cramps",
        "critical",
        "ck electrolytes_ca_mg emergency_now toxicology_advice",
        "",
    ),
    (
        "rapid_flaccid_weakness",
        "weakness both arm onset=3; areflexia both biceps_reflex",
        "critical",
        "ck electrolytes_ca_mg emergency_now fvc swallow_assessment",
        "emg_ncs",
    ),
    (
        "rapid_flaccid_weakness",
        "weakness both leg onset=3; areflexia both knee_reflex",
        "critical",
        "ck electrolytes_ca_mg emergency_now fvc mri_whole_spine swallow_assessment",
        "emg_ncs",
    ),
    (
        "rapid_flaccid_weakness",
        "weakness both arm onset=3; areflexia both biceps_reflex; radicular_pain left arm",
        "critical",
        "ck electrolytes_ca_mg emergency_now fvc mri_whole_spine swallow_assessment",
        "emg_ncs",
    ),
    (
        "neuromuscular_respiratory_compromise",
        "paradoxical_breathing; head_drop",
        "critical",
        "blood_gas_oximetry emergency_now fvc",
        "swallow_assessment",
    ),
    (
        "sle_myelopathy",
        "on record sle; extensor_plantar both; sensory_loss both leg",
        "critical",
        "emergency_now mri_whole_spine rheumatology_neurology_same_day",
        "mri_brain_wo",
    ),
    ("red_flag_unresolved", "rapid_progression; weakness left hand", "warning", "same_day_medical_assessment", ""),
    (
        "progression_detected",
        "atrophy left hand; no atrophy left hand recorded=60",
        "warning",
        "neurology_referral_urgent",
        "",
    ),
    ("insufficient_data", "weakness left hand", "info", "complete_exam", ""),
    (
        "insufficient_data",
        "weakness left hand grade=MRC:3",
        "warning",
        "complete_exam neurology_referral_urgent",
        "",
    ),
    (
        "insufficient_data",
        "weakness left hand; progressive_course",
        "warning",
        "complete_exam emg_ncs neurology_referral_urgent",
        "",
    ),
    ("stale_findings_only", "fatigue; atrophy left hand recorded=200", "info", "complete_exam", ""),
    (
        "contradictory_findings",
        "hyperreflexia left knee_reflex; no hyperreflexia left knee_reflex",
        "info",
        "complete_exam",
        "",
    ),
]


@pytest.mark.parametrize(
    ("pattern", "record", "level", "must", "may"), ASKED, ids=[f"{row[0]}: {row[1]}" for row in ASKED]
)
def test_what_it_asks_for(pattern: str, record: str, level: str, must: str, may: str) -> None:
    assert indicator(pattern, record) == level
    assert musts(pattern, record) == " ".join(sorted(must.split()))
    assert mays(pattern, record) == " ".join(sorted(may.split()))
