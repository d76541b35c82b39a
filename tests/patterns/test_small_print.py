"""Clauses of other patterns that a mutation run found unheld: each row is one word of the text (knowledge.md 3.4)."""

from __future__ import annotations

from tests.patterns.asking import asks_for, beside, is_shown, musts, shown


@beside(
    "tongue_atrophy; dysarthria recorded=30",
    {"": "may", "fatigability": "must", "ptosis": "must", "diplopia": "must", "fatigue": "may"},
)
def test_bulbar_antibodies_are_a_must_with_a_junction_sign(record: str, result: str) -> None:
    assert asks_for("achr_musk_antibodies", "bulbar_motor_syndrome", record) == result


@beside(
    "saddle_anaesthesia onset=2; back_pain",
    {"": "emergency_now mri_lumbar_spine", "hyperreflexia left abdominal_upper": "emergency_now mri_whole_spine"},
)
def test_cauda_asks_for_one_level_only(record: str, result: str) -> None:
    """A new upper motor neuron sign above the legs asks for the whole spine instead."""
    assert musts("cauda_equina_syndrome", record) == result


@beside(
    "fasciculations left abdomen",
    {
        "extensor_plantar left recorded=30 onset=60; neck_pain": "myelopathy",
        "stocking_glove_loss both foot; areflexia both ankle_reflex": "polyneuropathy",
        "muscle_stiffness left leg; hyperhidrosis; weight_loss": "neuromyotonia",
        "tongue_atrophy; dysarthria recorded=30": "bulbar_motor_syndrome",
        "weight_loss": "fasciculations_with_deficit",
    },
)
def test_twitching_with_a_deficit_gives_way_to_a_cause(record: str, result: str) -> None:
    assert shown(record) == result


@beside(
    "vocal_fold_palsy problem recorded=181 onset=3000",
    {
        "": "no",
        "sensory_loss left hand": "no",
        "weight_loss": "no",
        "emg_normal": "no",
        "hypoxia": "no",
        "hypercapnia": "no",
        "brisk_jaw_jerk": "shown",
        "cramps": "shown",
        "emg_chronic_neurogenic left hand": "shown",
        "fatigue": "shown",
        "dysphagia": "shown",
        "ptosis": "shown",
        "myalgia": "shown",
        "spinal_trauma": "shown",
        "fatigue problem recorded=181": "no",
        "fatigue problem recorded=180": "shown",
        "fatigue problem recorded=300 onset=180": "shown",
        "vocal_fold_palsy problem recorded=180 onset=3000": "shown",
        "vocal_fold_palsy": "shown",
    },
)
def test_old_problems_alone_are_silent_until_a_sign_stands_beside(record: str, result: str) -> None:
    """4.2: an examined or recent sign of motor, junction, muscle or red-flag kind wakes an old problem entry."""
    assert (is_shown("vocal_fold_palsy", record) == "shown") == (result == "shown")


@beside(
    "weakness left hand recorded=0 grade=MRC:4-",
    {
        "no weakness left hand recorded=7": "shown",
        "no weakness left hand recorded=8": "no",
        "weakness left hand onset=7 recorded=0 grade=MRC:4-": "shown",
        "weakness left hand onset=8 recorded=0 grade=MRC:4-": "no",
    },
)
def test_weakness_of_seven_days_is_fresh(record: str, result: str) -> None:
    assert (is_shown("red_flag_unresolved", record) == "shown") == (result == "shown")


@beside(
    "weakness left foot recorded=30 grade=MRC:4; weakness right foot recorded=30 grade=MRC:4",
    {
        "": "no",
        "result k_mmol 3.4 day=7": "shown",
        "result k_mmol 3.5 day=7": "no",
        "result k_mmol 3.4 day=8": "no",
        "result k_mmol 5.3": "no",
        "result k_mmol 5.4 day=7": "shown",
        "result k_mmol 5.4 day=8": "no",
        "result ca_flag low day=7": "shown",
        "result ca_flag low day=8": "no",
        "result ca_flag high": "shown",
        "result ca_flag normal": "no",
        "result mg_flag low day=7": "shown",
        "result mg_flag high day=7": "shown",
        "result mg_flag high day=8": "no",
    },
)
def test_an_electrolyte_of_seven_days_comes_first(record: str, result: str) -> None:
    """2.8: with new weakness, or weakness of MRC 4 or less in two limbs."""
    assert (is_shown("red_flag_unresolved", record) == "shown") == (result == "shown")


@beside(
    "result k_mmol 3.4",
    {
        "weakness left hand recorded=28": "shown",
        "weakness left hand recorded=29": "no",
        "weakness left hand recorded=30 onset=28": "shown",
        "weakness left hand recorded=30 grade=MRC:4; weakness left foot recorded=30 grade=MRC:4": "shown",
        "weakness left hand recorded=30 grade=MRC:4; weakness left foot recorded=30 grade=MRC:4+": "no",
        "weakness left hand recorded=30 grade=MRC:4; weakness left biceps recorded=30 grade=MRC:3": "no",
    },
)
def test_an_electrolyte_matters_with_new_weakness_or_two_weak_limbs(record: str, result: str) -> None:
    assert (is_shown("red_flag_unresolved", record) == "shown") == (result == "shown")


@beside(
    "weakness left hand recorded=100",
    {
        "result k_mmol 2.4": "shown",
        "result k_mmol 2.5": "shown",
        "result k_mmol 2.9 day=2": "shown",
        "result k_mmol 2.9 day=3": "no",
        "result k_mmol 3.0": "no",
        "result k_mmol 5.9": "no",
        "result k_mmol 6.0": "shown",
        "result k_mmol 6.4": "shown",
        "result k_mmol 6.5": "shown",
    },
)
def test_potassium_near_the_limits_with_any_weakness(record: str, result: str) -> None:
    """Beyond them too, where the weakness is too old for the emergency (D9: ``red_flag_unresolved`` speaks)."""
    assert (is_shown("red_flag_unresolved", record) == "shown") == (result == "shown")


@beside(
    "weakness left hand recorded=28 onset=60",
    {
        "result k_mmol 2.4 day=2": "shown",
        "result k_mmol 2.4 day=3": "no",
        "result k_mmol 6.5": "shown",
        "result k_mmol 6.4": "no",
    },
)
def test_dangerous_potassium_with_weakness_of_28_days(record: str, result: str) -> None:
    assert (is_shown("rapid_flaccid_weakness", record) == "shown") == (result == "shown")


@beside(
    "ptosis recorded=0 onset=10",
    {
        "": "no",
        "diplopia recorded=0 onset=10": "no",
        "dysarthria recorded=0 onset=10": "yes",
        "flaccid_dysarthria recorded=0 onset=10": "yes",
        "lmn_facial_weakness both face": "yes",
        "lmn_facial_weakness left face": "no",
        "areflexia both knee_reflex": "yes",
        "hyporeflexia both biceps_reflex": "yes",
        "areflexia both ankle_reflex": "no",
        "ataxia": "yes",
        "head_drop": "yes",
        "weakness arm": "yes",
        "weakness left arm": "no",
        "dry_mouth": "yes",
        "anticholinergic_signs": "yes",
        "sensory_loss left hand": "no",
        "ataxia recorded=29": "no",
        "ataxia recorded=28": "yes",
        "ataxia; nonprogressive_course": "no",
        "ataxia; on record multiple_sclerosis": "no",
        "ataxia onset=28; on record multiple_sclerosis": "yes",
        "ataxia onset=29; on record multiple_sclerosis": "no",
    },
)
def test_cranial_onset_needs_two_groups(record: str, result: str) -> None:
    """``rapid_flaccid_weakness`` (b)."""
    fired = "rapid_flaccid_weakness" in shown(record).split()
    assert fired == (result == "yes")


@beside(
    "ataxia onset=10; dry_mouth",
    {
        "": "no",
        "ptosis": "yes",
        "diplopia": "yes",
        "choking": "yes",
        "flaccid_dysarthria": "yes",
        "lmn_facial_weakness both face": "yes",
        "lmn_facial_weakness left face": "no",
        "areflexia both knee_reflex": "no",
    },
)
def test_cranial_onset_needs_one_of_eyes_bulb_and_face(record: str, result: str) -> None:
    assert ("rapid_flaccid_weakness" in shown(record).split()) == (result == "yes")


@beside(
    "ptosis; ataxia",
    {
        "": "no",
        "rapid_progression": "yes",
        "dysphagia onset=14": "yes",
        "dysphagia onset=15": "no",
        "flaccid_dysarthria onset=14": "yes",
        "flaccid_dysarthria onset=15": "no",
        "head_drop onset=14": "yes",
        "dry_mouth onset=14": "yes",
        "lmn_facial_weakness left face onset=14": "yes",
        "fatigue onset=14": "no",
    },
)
def test_cranial_onset_is_dated_by_one_of_its_signs(record: str, result: str) -> None:
    assert ("rapid_flaccid_weakness" in shown(record).split()) == (result == "yes")


@beside(
    "bladder_dysfunction; back_pain",
    {
        "": "no",
        "areflexia left ankle_reflex": "yes",
        "hyporeflexia left knee_reflex": "yes",
        "flaccidity left leg": "yes",
        "areflexia left biceps_reflex": "yes",
        "weakness left foot onset=3": "yes",
        "radicular_pain left leg": "yes",
        "saddle_anaesthesia": "yes",
        "back_pain grade=severe": "yes",
        "sudden_onset": "yes",
        "rapid_progression": "yes",
        "bladder_dysfunction onset=5": "yes",
        "urinary_retention": "yes",
        "bowel_dysfunction": "no",
        "neck_pain": "no",
    },
)
def test_undated_bladder_with_back_pain_alone_is_no_cauda_equina(record: str, result: str) -> None:
    """It is the red flag of the same day instead; a sign of the arms makes it the cord."""
    fired = {"cauda_equina_syndrome", "acute_cord_syndrome"} & set(shown(record).split())
    assert bool(fired) == (result == "yes")


@beside(
    "sudden_onset recorded=20",
    {
        "spastic_dysarthria recorded=30 onset=60": "no",
        "brisk_jaw_jerk recorded=30; dysphagia recorded=30 onset=60": "no",
        "pseudobulbar_affect recorded=30; dysarthria recorded=30 onset=60": "no",
        "dysphagia recorded=30 onset=60; atrophy left hand recorded=30": "no",
        "dysphagia recorded=30 onset=60; progressive_course": "no",
        "tongue_atrophy recorded=30; dysphagia recorded=30 onset=60": "yes",
        "flaccid_dysarthria recorded=30 onset=60": "yes",
    },
)
def test_with_a_sudden_onset_only_a_lower_bulbar_sign_carries_the_bulbar_pattern(record: str, result: str) -> None:
    assert (is_shown("bulbar_motor_syndrome", record) == "shown") == (result == "yes")


@beside(
    "fasciculations left eyelid",
    {
        "": "yes",
        "facial_myokymia left": "no",
        "hemifacial_spasm left": "no",
        "facial_contracture left": "no",
        "facial_myokymia left; fasciculations left hand": "yes",
        "eyelid_twitch left": "yes",
        "perioral_fasciculations left; facial_myokymia left": "no",
    },
)
def test_facial_twitching_beside_a_facial_pattern_needs_no_examination(record: str, result: str) -> None:
    assert ("fasciculations_isolated_incomplete_exam" in shown(record).split()) == (result == "yes")


@beside(
    "weakness both leg recorded=3; no weakness both leg recorded=20",
    {
        "": "no",
        "weakness left leg recorded=2 grade=MRC:3": "yes",
        "areflexia both knee_reflex recorded=3": "yes",
        "areflexia both biceps_reflex recorded=3": "no",
        "weakness left hand recorded=100 grade=MRC:2": "no",
        "dysphagia recorded=3": "yes",
        "ptosis recorded=3": "yes",
        "diplopia recorded=3": "yes",
        "urinary_retention recorded=3": "no",
        "fatigue": "no",
        "areflexia both knee_reflex recorded=3; nonprogressive_course": "no",
        "areflexia both knee_reflex recorded=3; on record multiple_sclerosis": "no",
    },
)
def test_power_that_fell_on_both_sides_needs_a_second_sign(record: str, result: str) -> None:
    """3.2, rapid bilateral weakness (c); retention makes it the cord or the cauda equina."""
    assert ("rapid_flaccid_weakness" in shown(record).split()) == (result == "yes")


@beside(
    "spinal_trauma",
    {
        "bladder_dysfunction recorded=5 onset=28": "yes",
        "bladder_dysfunction recorded=5 onset=29": "no",
        "bladder_dysfunction recorded=5 onset=60; rapid_progression": "yes",
        "weakness left foot recorded=5 onset=28": "yes",
        "weakness left foot recorded=5 onset=29": "no",
        "weakness recorded=5 onset=28": "yes",
        "weakness generalised recorded=5 onset=28": "no",
        "gait_disturbance recorded=5 onset=5": "no",
        "sensory_loss left foot onset=5": "no",
        "saddle_anaesthesia recorded=5": "yes",
        "urinary_urgency recorded=5 onset=5": "no",
    },
)
def test_spinal_trauma_with_a_new_limb_or_sphincter_sign_is_the_cord(record: str, result: str) -> None:
    """``acute_cord_syndrome`` (d)."""
    assert ("acute_cord_syndrome" in shown(record).split()) == (result == "yes")


@beside(
    "fever",
    {
        "areflexia left knee_reflex": "yes",
        "areflexia left knee_reflex onset=29": "no",
        "dysphagia": "yes",
        "dysphagia onset=29": "no",
        "fatigue": "no",
        "fatigue; back_pain": "yes",
        "areflexia left knee_reflex; on record multiple_sclerosis": "no",
        "areflexia left knee_reflex onset=28; on record multiple_sclerosis": "yes",
    },
)
def test_fever_is_a_red_flag_with_spinal_pain_or_a_new_sign(record: str, result: str) -> None:
    assert ("red_flag_unresolved" in shown(record).split()) == (result == "yes")
