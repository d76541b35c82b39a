"""``neuromyotonia``: continuous stiffness with twitching (knowledge.md 3.4 tier 4, R22)."""

from __future__ import annotations

from tests.patterns.asking import beside, indicator, localization, mays, musts, records, result_of, shown

PATTERN = "neuromyotonia"
STIFF = "muscle_stiffness left leg; myokymia_limb left calf; hyperhidrosis"


@records(
    {
        STIFF: "yes",
        "muscle_stiffness left leg; fasciculations left calf; hyperhidrosis": "yes",
        "muscle_stiffness left leg; fasciculations left calf; persists_in_sleep": "yes",
        "muscle_stiffness left leg; fasciculations left calf; delayed_relaxation left hand": "yes",
        "muscle_stiffness left leg; fasciculations left calf": "no",
        "muscle_stiffness left leg; hyperhidrosis": "no",
        "muscle_stiffness left leg; cramps; hyperhidrosis": "no",
        "muscle_stiffness left leg; perioral_fasciculations; hyperhidrosis": "no",
        "myokymia_limb left calf; hyperhidrosis": "no",
        "spasticity left leg; myokymia_limb left calf; hyperhidrosis": "no",
    }
)
def test_stiffness_twitching_and_a_third_sign(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    STIFF,
    {
        "age 15": "no",
        "age 16": "yes",
        "hyperreflexia left knee_reflex": "no",
        "spasticity left leg": "no",
        "brisk_jaw_jerk": "no",
        "pseudobulbar_affect": "no",
        "brisk_reflex_equivocal left knee_reflex": "yes",
        "clonus_unsustained left ankle_reflex": "yes",
        "mild_tone_increase left leg": "yes",
        "weakness left leg": "yes",
    },
)
def test_a_strong_or_moderate_upper_sign_ends_it(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


def test_it_warns_and_looks_for_antibodies() -> None:
    assert indicator(PATTERN, STIFF) == "warning"
    assert musts(PATTERN, STIFF) == (
        "electrolytes_ca_mg emg_ncs neurology_referral_urgent tsh_ft4 vgkc_complex_antibodies"
    )
    assert mays(PATTERN, STIFF) == "achr_musk_antibodies ct_chest_thymoma glucose_hba1c"
    assert localization(PATTERN, STIFF) == "peripheral nerve hyperexcitability, generalised"


CLEAN = "no weakness generalised; no atrophy generalised; no hyperreflexia generalised; no areflexia generalised"


@beside(
    "muscle_stiffness left leg; fasciculations left calf; hyperhidrosis",
    {
        "": "neuromyotonia",
        CLEAN: "neuromyotonia",
        f"cramps; {CLEAN}": "neuromyotonia",
        "weight_loss": "neuromyotonia",
        "medication lithium": "drug_toxic_fasciculations neuromyotonia",
    },
)
def test_it_silences_the_benign_and_the_unclear_twitching(record: str, result: str) -> None:
    assert shown(record) == result
