"""A diagnosis that speaks by itself is told without any sign; everything else without a sign is silent (N7)."""

from __future__ import annotations

from cds_service.neuro.case import Case
from tests.patterns.asking import concluded, highest, records, shown, suggested


@records(
    {
        "on record als": "known_mnd_followup",
        "on record als; no weakness generalised": "known_mnd_followup",
        "on record als provisional": "",
        "on record hmn": "genetic_lmn_care",
        "on record diabetes": "",
        "on record stroke_sequelae recorded=400": "",
        "on record guillain_barre recorded=5": "",
        "on record cord_compression recorded=2": "red_flag_unresolved",
        "on record cord_compression recorded=2; order mri_whole_spine resulted day=1": "",
    }
)
def test_the_patterns_that_need_no_sign(record: str, result: str) -> None:
    assert shown(record) == result


@records(
    {
        "result fvc_pct 49": "known_mnd_followup respiratory_insufficiency_mnd",
        "result fvc_pct 50": "known_mnd_followup",
        "result fvc_pct 49 day=365": "known_mnd_followup respiratory_insufficiency_mnd",
        "result fvc_pct 49 day=366": "known_mnd_followup",
        "result snip_cmh2o 40": "known_mnd_followup respiratory_insufficiency_mnd",
        "result snip_cmh2o 41": "known_mnd_followup",
    }
)
def test_a_low_breathing_test_of_known_disease_speaks_without_symptoms(record: str, result: str) -> None:
    """2.7: under 50 %, or 40 cmH2O or less, whatever the symptoms."""
    assert shown(f"on record als; {record}") == result


@records({"result fvc_pct 49": "", "result fvc_pct 80 day=40; result fvc_pct 60": "", "result k_mmol 2.1": ""})
def test_a_result_alone_is_silent(record: str, result: str) -> None:
    assert shown(record) == result


def test_follow_up_ends_where_it_is_arranged() -> None:
    record = "on record als; order fvc resulted day=90"
    assert (suggested(record), highest(record)) == ("mdt_care", "info")
    assert suggested("on record als; order fvc resulted day=91") == "fvc mdt_care"


def test_an_empty_record_is_silent() -> None:
    assert concluded(Case())[0].shown == ()
