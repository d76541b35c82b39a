"""``mononeuropathy``: one nerve with its sensation (knowledge.md 1.7, 3.4 tier 3)."""

from __future__ import annotations

from tests.patterns.asking import (
    beside,
    indicator,
    is_shown,
    localization,
    mays,
    musts,
    records,
    result_of,
    shown,
    summary,
)

PATTERN = "mononeuropathy"
MUSCLES = "weakness left first_dorsal_interosseous; weakness left fdp_little"
ULNAR = f"{MUSCLES}; nerve_territory_sensory_loss left hand grade=ulnar"


@beside(
    MUSCLES,
    {
        "": "no",
        "nerve_territory_sensory_loss left hand grade=ulnar": "yes",
        "nerve_territory_sensory_loss left hand": "yes",
        "nerve_territory_sensory_loss left hand grade=median": "no",
        "sensory_loss left hand": "yes",
        "paraesthesia left arm": "yes",
        "paraesthesia left foot": "no",
        "paraesthesia right hand": "no",
        "vibration_proprioception_loss left hand": "no",
        "radicular_pain left arm grade=C8": "no",
    },
)
def test_it_needs_a_sensory_sign_of_the_limb_and_no_root(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@beside(
    ULNAR,
    {
        "age 16": "yes",
        "age 15": "no",
        "hyperreflexia left biceps_reflex": "no",
        "hyperreflexia right knee_reflex": "no",
        "weakness left abductor_pollicis_brevis": "no",
        "weakness left flexor_carpi_ulnaris": "yes",
        "weakness right first_dorsal_interosseous": "no",
        "weakness left tibialis_anterior": "no",
        "atrophy left abductor_digiti_minimi": "yes",
        "no weakness left abductor_pollicis_brevis": "yes",
    },
)
def test_every_affected_muscle_shares_the_nerve(record: str, result: str) -> None:
    assert result_of(PATTERN, record) == result


@records(
    {
        "weakness left tibialis_anterior; nerve_territory_sensory_loss left foot grade=deep-fibular": "no",
        "weakness left deltoid; nerve_territory_sensory_loss left shoulder grade=axillary": "yes",
        "weakness left deltoid; sensory_loss left shoulder": "no",
        "weakness left deltoid; nerve_territory_sensory_loss left shoulder": "no",
        "fasciculations left first_dorsal_interosseous; fasciculations left fdp_little; sensory_loss left hand": "no",
        "atrophy left first_dorsal_interosseous; atrophy left fdp_little; sensory_loss left hand": "yes",
    }
)
def test_one_muscle_needs_the_territory_of_its_nerve(record: str, result: str) -> None:
    """1.7.6: two muscles, or one and that nerve's sensory loss; 1.7: a positive region or a weak muscle."""
    assert result_of(PATTERN, record) == result


@records(
    {
        ULNAR: "ulnar nerve",
        "weakness left tibialis_anterior; weakness left extensor_hallucis_longus; sensory_loss left foot": (
            "deep fibular nerve"
        ),
        "weakness left tibialis_anterior; weakness left fibularis_longus; sensory_loss left foot": (
            "common fibular nerve"
        ),
        "weakness left tibialis_anterior; weakness left hamstrings; sensory_loss left foot": "sciatic nerve",
        "weakness left extensor_digitorum; weakness left extensor_indicis; paraesthesia left arm": (
            "posterior interosseous nerve"
        ),
        "weakness left extensor_digitorum; weakness left triceps; paraesthesia left hand": "radial nerve",
        "weakness left fdp_index; weakness left abductor_pollicis_brevis; paraesthesia left hand": "median nerve",
    }
)
def test_the_lowest_common_nerve_is_named(record: str, result: str) -> None:
    assert localization(PATTERN, record) == result
    assert result in summary(PATTERN, record)


def test_it_is_a_routine_matter_whatever_the_course() -> None:
    for course in ("", "; progressive_course", "; nonprogressive_course"):
        assert indicator(PATTERN, ULNAR + course) == "info"
        assert musts(PATTERN, ULNAR + course) == "emg_ncs neurology_referral_routine"
        assert mays(PATTERN, ULNAR + course) == "glucose_hba1c tsh_ft4"


def test_it_silences_the_single_region() -> None:
    record = f"{ULNAR}; atrophy left first_dorsal_interosseous"
    assert shown(record) == "mononeuropathy"
    assert is_shown("lmn_single_region", record) == "no"


def test_a_motor_only_nerve_stays_a_single_region() -> None:
    record = f"{MUSCLES}; atrophy left first_dorsal_interosseous"
    assert shown(record) == "lmn_single_region"


def test_root_first_where_both_are_satisfied() -> None:
    record = f"{ULNAR}; dermatomal_sensory_loss left hand grade=C8"
    assert shown(record) == "root_lesion"
    assert result_of(PATTERN, record) == "no"
