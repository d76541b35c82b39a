"""D1 to D7 and D9 on patterns of this chapter (knowledge.md 4.3)."""

from __future__ import annotations

from tests.patterns.asking import beside, highest, indicator, is_shown, is_suggested, shown, suggested

HIRAYAMA = "age 20; atrophy left hand; weakness left hand"
CORD = (
    "weakness both leg onset=3 recorded=2 grade=MRC:3; extensor_plantar both recorded=2; "
    "sensory_level onset=3 recorded=2"
)


@beside(
    HIRAYAMA,
    {
        "order emg_ncs requested day=180": "requested",
        "order emg_ncs requested day=181": "must",
        "order emg_ncs resulted day=180": "resulted",
        "order emg_ncs resulted day=181": "must",
        "order emg_ncs draft day=1": "requested",
        "order emg_ncs draft day=2": "must",
        "order emg_ncs declined day=90": "declined",
        "order emg_ncs declined day=91": "must",
        "emg_normal recorded=180": "may",
        "emg_normal recorded=181": "must",
    },
)
def test_d1_d2_d4_an_order_a_result_or_a_refusal_settles_one_action(record: str, result: str) -> None:
    assert is_suggested("emg_ncs", record) == result


@beside(
    HIRAYAMA,
    {
        "order mri_whole_spine requested day=100": "requested",
        "order mri_lumbar_spine requested day=100": "must",
        "order mri_brain_wo requested day=100": "must",
    },
)
def test_d3_the_whole_spine_covers_the_neck(record: str, result: str) -> None:
    assert is_suggested("mri_cervical_spine", record) == result
    assert is_suggested("mri_cervical_flexion", record) == "must"


@beside(
    "hemifacial_spasm left",
    {
        "order neurology_referral_urgent requested day=90": "requested",
        "order neurology_referral_routine requested day=180": "requested",
    },
)
def test_d3_an_urgent_referral_covers_a_routine_one(record: str, result: str) -> None:
    assert is_suggested("neurology_referral_routine", record) == result


def test_d3_a_routine_referral_does_not_cover_an_urgent_one() -> None:
    record = f"{HIRAYAMA}; order neurology_referral_routine requested day=10"
    assert is_suggested("neurology_referral_urgent", record) == "must"


@beside(
    "age 20; atrophy left hand recorded=1; weakness left hand recorded=1 grade=MRC:3; "
    "weakness left hand recorded=100 grade=MRC:4",
    {
        "order emg_ncs resulted day=30": "must",
        "order emg_ncs resulted day=29": "resulted",
        "order emg_ncs requested day=40": "requested",
        "emg_normal recorded=40": "must",
        "emg_normal recorded=20": "may",
    },
)
def test_d5_progression_opens_old_results_again(record: str, result: str) -> None:
    assert is_shown("progression_detected", record) == "shown"
    assert is_suggested("emg_ncs", record) == result


SPASTIC = "spasticity both leg recorded=1; weight_loss; no spasticity both leg recorded=60"


@beside(
    SPASTIC,
    {
        "order fvc resulted day=30": "fvc must",
        "order fvc resulted day=29": "fvc resulted",
        "order mri_brain_wo resulted day=30": "mri_brain_wo must",
        "order mri_brain_wo resulted day=29": "mri_brain_wo resulted",
        "order mri_whole_spine resulted day=30": "mri_whole_spine must",
        "order b12_copper resulted day=30": "b12_copper resulted",
        "order mri_brain_wo declined day=40": "mri_brain_wo declined",
    },
)
def test_d5_opens_imaging_and_spirometry_but_no_blood_test(record: str, result: str) -> None:
    action, status = result.split()
    assert is_suggested(action, record) == status


ALL_DONE = "; ".join(
    f"order {action} requested day=1"
    for action in ("emg_ncs", "mri_cervical_spine", "mri_cervical_flexion", "neurology_referral_urgent")
)


def test_d6_nothing_remains_so_the_warning_is_information() -> None:
    record = f"{HIRAYAMA}; {ALL_DONE}"
    assert shown(record) == "hirayama_pattern workup_in_progress"
    assert highest(record) == "info"
    assert suggested(record) == ""
    assert highest(HIRAYAMA) == "warning"


def test_d6_one_open_must_is_enough_to_keep_the_warning() -> None:
    record = f"{HIRAYAMA}; {ALL_DONE}; sensory_level onset=60 recorded=30"
    assert is_shown("workup_in_progress", record) != "shown"


def test_d6_is_not_for_care_of_known_disease() -> None:
    record = "on record als; fatigue; order mdt_care requested; order fvc requested"
    assert shown(record) == "known_mnd_followup"


@beside(
    "result ck_x_uln 12; dark_urine; order medication_review declined day=5; order fbc_renal_liver_crp resulted day=1",
    {"order electrolytes_ca_mg requested day=1": "requested", "order electrolytes_ca_mg requested day=2": "must"},
)
def test_d1_only_an_order_of_a_day_answers_a_critical_must(record: str, result: str) -> None:
    assert is_suggested("electrolytes_ca_mg", record) == result
    assert is_suggested("fbc_renal_liver_crp", record) == "must"
    assert is_suggested("medication_review", record) == "must"


@beside(
    CORD,
    {
        "": "critical",
        "order mri_whole_spine resulted day=2": "info",
        "order mri_whole_spine resulted day=3": "critical",
        "order mri_whole_spine requested day=1": "critical",
        "order mri_cervical_spine resulted day=1": "info",
        "order mri_brain_wo resulted day=1": "critical",
        "on record cord_compression recorded=0": "info",
        "on record acute_myelitis recorded=0": "info",
        "on record acute_cord_lesion recorded=0": "info",
        "on record cord_compression recorded=0 provisional": "critical",
        "on record guillain_barre recorded=0": "critical",
        "order mri_whole_spine resulted day=1; weakness both leg recorded=0 grade=MRC:2": "critical",
        "order mri_whole_spine resulted day=1; weakness both leg recorded=0 grade=MRC:3": "info",
        "order mri_whole_spine resulted day=1; urinary_retention recorded=0": "critical",
    },
)
def test_d7_imaging_or_a_diagnosis_answers_the_emergency_until_something_is_new(record: str, result: str) -> None:
    assert indicator("acute_cord_syndrome", record) == result


@beside(CORD, {"order mri_whole_spine resulted day=1": "", "on record acute_myelitis recorded=0": ""})
def test_d7_an_answered_emergency_asks_for_nothing(record: str, result: str) -> None:
    assert suggested(record) == result
    assert highest(record) == "info"


def test_d7_the_respiratory_emergency_is_never_answered() -> None:
    record = (
        "weakness left deltoid recorded=2; paradoxical_breathing recorded=2; "
        "order fvc resulted; order blood_gas_oximetry resulted"
    )
    assert indicator("neuromuscular_respiratory_compromise", record) == "critical"


@beside(
    "",
    {
        "weakness both leg onset=30 recorded=28; weakness both leg recorded=28 onset=12; "
        "reflex_spread left knee_reflex recorded=28 onset=100": "no",
        "weakness both leg recorded=28 onset=34; areflexia both knee_reflex recorded=28; "
        "rapid_progression recorded=28": "yes",
        "weakness both leg recorded=29 onset=34; areflexia both knee_reflex recorded=29; "
        "rapid_progression recorded=28": "yes",
    },
)
def test_d9_used_findings_of_28_days(record: str, result: str) -> None:
    assert (is_shown("rapid_flaccid_weakness", record) == "shown") == (result == "yes")


def test_d9_an_emergency_of_older_findings_does_not_fire() -> None:
    old = "recorded=29 onset=33"
    record = f"weakness both leg {old}; areflexia both knee_reflex {old}; urinary_retention recorded=28 onset=33"
    assert is_shown("acute_cord_syndrome", record) in ("no", "unknown")
    assert is_shown("cauda_equina_syndrome", record) in ("no", "unknown")


def test_d9_lupus_of_older_findings_is_not_acute() -> None:
    record = (
        "on record sle; extensor_plantar both recorded={0}; "
        "sensory_loss both leg recorded={0}; spasticity both leg recorded={0}"
    )
    assert indicator("sle_myelopathy", record.format(28)) == "critical"
    assert indicator("sle_myelopathy", record.format(29)) == "warning"


@beside(
    f"{CORD}; on record cord_compression recorded=0",
    {
        "": "acute_cord_syndrome red_flag_unresolved",
        "order mri_whole_spine requested day=1": "acute_cord_syndrome",
        "order spinal_team_referral requested day=0": "acute_cord_syndrome",
        "order mri_lumbar_spine resulted day=2": "acute_cord_syndrome",
        "order mri_whole_spine requested day=3": "acute_cord_syndrome red_flag_unresolved",
        "order mri_brain_wo requested day=0": "acute_cord_syndrome red_flag_unresolved",
    },
)
def test_d7_an_answer_keeps_only_the_red_flag_of_a_diagnosis_without_action(record: str, result: str) -> None:
    assert shown(record) == result
