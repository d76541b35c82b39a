"""The four patterns of the face (knowledge.md 3.4 tier 4)."""

from __future__ import annotations

from tests.patterns.asking import (
    asks_for,
    beside,
    indicator,
    is_suggested,
    localization,
    mays,
    musts,
    records,
    result_of,
    shown,
    suggested,
    summary,
)

OLD_PALSY = "on record facial_palsy_history left recorded=3000"


@records(
    {
        "facial_myokymia left": "yes",
        "facial_myokymia": "yes",
        "facial_myokymia left; age 3": "yes",
        "facial_myokymia left; age unknown": "yes",
        "eyelid_twitch left": "no",
        "no facial_myokymia left; eyelid_twitch left": "no",
        "fasciculations left perioral": "no",
    }
)
def test_facial_myokymia_fires_at_any_age(record: str, result: str) -> None:
    assert result_of("facial_myokymia", record) == result


def test_facial_myokymia_points_to_the_brainstem() -> None:
    record = "facial_myokymia left"
    assert indicator("facial_myokymia", record) == "warning"
    assert musts("facial_myokymia", record) == "mri_brainstem neurology_referral_urgent"
    assert mays("facial_myokymia", record) == ""
    assert localization("facial_myokymia", record) == "ipsilateral pons, facial nucleus or intra-axial facial nerve"
    assert "left" in summary("facial_myokymia", record)
    assert "usually" in summary("facial_myokymia", record)
    assert suggested(f"{record}; age 15") == "mri_brainstem paediatric_neurology_referral"


@records(
    {
        "hemifacial_spasm left": "yes",
        "hemifacial_spasm left; age 15": "no",
        "hemifacial_spasm left; age 16": "yes",
        f"hemifacial_spasm left; {OLD_PALSY}": "no",
        f"hemifacial_spasm right; {OLD_PALSY}": "yes",
        f"hemifacial_spasm; {OLD_PALSY}": "yes",
        f"hemifacial_spasm left; {OLD_PALSY}; progressive_course": "yes",
        f"hemifacial_spasm left; {OLD_PALSY}; nonprogressive_course": "no",
        "hemifacial_spasm left; on record facial_palsy_history": "yes",
        "hemifacial_spasm left; on record facial_palsy_history left provisional": "yes",
        "eyelid_twitch left": "no",
    }
)
def test_hemifacial_spasm_unless_a_palsy_of_that_side_is_old(record: str, result: str) -> None:
    assert result_of("hemifacial_spasm", record) == result


@beside(
    "hemifacial_spasm left",
    {
        "": "info",
        "age 39": "warning",
        "age 40": "info",
        "age unknown": "info",
        "lmn_facial_weakness left face": "warning",
        "central_facial_weakness left face": "warning",
        "weakness left jaw recorded=30": "warning",
        "weakness left face recorded=30": "warning",
        "facial_myokymia left": "warning",
        "weakness left hand recorded=30": "info",
    },
)
def test_hemifacial_spasm_warns_when_young_or_weak(record: str, result: str) -> None:
    referral = "urgent" if result == "warning" else "routine"
    assert indicator("hemifacial_spasm", record) == result
    assert musts("hemifacial_spasm", record) == f"mri_brainstem neurology_referral_{referral}"
    assert mays("hemifacial_spasm", record) == ""
    assert localization("hemifacial_spasm", record) == "facial nerve at the brainstem exit"


@beside(
    OLD_PALSY,
    {
        "facial_contracture left face": "yes",
        "facial_contracture right face": "no",
        "facial_contracture face": "unknown",
        "fasciculations left eyelid": "yes",
        "fasciculations left forehead": "yes",
        "fasciculations left hand": "no",
        "fasciculations left jaw": "no",
        "perioral_fasciculations left": "yes",
        "perioral_fasciculations right": "no",
        "hemifacial_spasm left": "yes",
        "hemifacial_spasm right": "no",
        "eyelid_twitch left": "no",
        "facial_contracture left face; age 15": "no",
        "facial_contracture left face; progressive_course": "no",
        "facial_contracture left face; nonprogressive_course": "yes",
    },
)
def test_contracture_on_the_side_of_the_old_palsy(record: str, result: str) -> None:
    assert result_of("postparalytic_facial_contracture", record) == result


@records(
    {
        "facial_contracture left face": "no",
        "facial_contracture left face; on record facial_palsy_history left provisional": "no",
        "facial_contracture left face; on record facial_palsy_history": "yes",
        "perioral_fasciculations left; on record facial_palsy_history": "yes",
        "hemifacial_spasm left; on record facial_palsy_history": "no",
    }
)
def test_a_palsy_of_unknown_side_keeps_all_but_spasm(record: str, result: str) -> None:
    assert result_of("postparalytic_facial_contracture", record) == result


@records(
    {
        f"facial_contracture left face; {OLD_PALSY}": "facial_therapy_referral reassurance",
        "facial_contracture left face; on record facial_palsy_history": "facial_therapy_referral",
    }
)
def test_contracture_is_reassured_on_a_known_side(record: str, result: str) -> None:
    pattern = "postparalytic_facial_contracture"
    assert musts(pattern, record) == result
    assert mays(pattern, record) == ""
    assert indicator(pattern, record) == "info"
    assert localization(pattern, record) == "facial nerve, old palsy with aberrant regrowth"


CLEAN = "no weakness generalised; no atrophy generalised; no hyperreflexia generalised; no areflexia generalised"


@beside(
    OLD_PALSY,
    {
        "fasciculations left eyelid": "postparalytic_facial_contracture",
        f"fasciculations left eyelid; {CLEAN}": "postparalytic_facial_contracture",
        f"fasciculations left eyelid; fasciculations left hand; {CLEAN}": "postparalytic_facial_contracture",
        "fasciculations left eyelid; fasciculations left hand": (
            "fasciculations_isolated_incomplete_exam postparalytic_facial_contracture"
        ),
        "perioral_fasciculations left": "postparalytic_facial_contracture",
        "perioral_fasciculations right": "fasciculations_isolated_incomplete_exam",
        "hemifacial_spasm left; fasciculations left face": "postparalytic_facial_contracture",
        "facial_contracture left face; facial_myokymia left": "facial_myokymia postparalytic_facial_contracture",
    },
)
def test_facial_twitching_beside_an_old_palsy_is_explained(record: str, result: str) -> None:
    assert shown(record) == result


@beside(
    "eyelid_twitch left",
    {
        "": "yes",
        "age 15": "no",
        "age 16": "yes",
        "age unknown": "yes",
        "facial_myokymia left": "no",
        "hemifacial_spasm left": "no",
        "lmn_facial_weakness left face": "no",
        "central_facial_weakness left face": "no",
        "weakness left face": "no",
        "fasciculations left hand": "no",
        "tongue_fasciculations": "no",
        "perioral_fasciculations": "no",
        "weakness left hand": "yes",
        "no fasciculations generalised": "yes",
    },
)
def test_eyelid_twitch_alone(record: str, result: str) -> None:
    assert result_of("eyelid_twitch_benign", record) == result


@records(
    {
        "eyelid_twitch left": "reassurance",
        "eyelid_twitch left onset=90": "reassurance",
        "eyelid_twitch left onset=91": "neurology_referral_routine",
        "eyelid_twitch left; age unknown": "",
    }
)
def test_eyelid_twitch_is_reassured_for_90_days(record: str, result: str) -> None:
    """N5: no reassurance without an age."""
    assert musts("eyelid_twitch_benign", record) == result
    assert indicator("eyelid_twitch_benign", record) == "info"
    assert localization("eyelid_twitch_benign", record) == "none of concern"


def test_reassurance_vanishes_beside_a_warning() -> None:
    """P8."""
    assert asks_for("reassurance", "eyelid_twitch_benign", "eyelid_twitch left; atrophy left hand") == "must"
    assert is_suggested("reassurance", "eyelid_twitch left; atrophy left hand") == "not-applicable"
    assert is_suggested("reassurance", "eyelid_twitch left; hemifacial_spasm left") == "not asked"
