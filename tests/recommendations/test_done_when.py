"""``done_when`` of orders.csv: what settles a composite order, and what of it is drafted (coverage.md 1)."""

from __future__ import annotations

import pytest

from cds_service.knowledge.done_when import parse_done_when

BLOOD = "full_blood_count & renal & liver & (crp | esr)"
ANTIBODIES = "(caspr2 & lgi1) | vgkc_complex"


@pytest.mark.parametrize(
    ("expression", "settled", "holds"),
    [
        ("tsh", "tsh", True),
        ("tsh", "free_t4", False),
        ("vitamin_b12 & copper", "vitamin_b12", False),
        ("vitamin_b12 & copper", "copper vitamin_b12 zinc", True),
        ("glucose | hba1c", "hba1c", True),
        (BLOOD, "full_blood_count renal liver", False),
        (BLOOD, "full_blood_count renal liver esr", True),
        (ANTIBODIES, "caspr2", False),
        (ANTIBODIES, "caspr2 lgi1", True),
        (ANTIBODIES, "vgkc_complex", True),
        ("", "tsh", False),
    ],
)
def test_members_together_settle_the_whole(expression: str, settled: str, holds: bool) -> None:
    assert parse_done_when(expression).holds(settled.split()) is holds


@pytest.mark.parametrize(
    ("expression", "settled", "fitting", "needed"),
    [
        (BLOOD, "", "full_blood_count renal liver crp esr", "full_blood_count renal liver crp"),
        (BLOOD, "renal", "full_blood_count renal liver crp esr", "full_blood_count liver crp"),
        (BLOOD, "full_blood_count renal liver", "esr", "esr"),
        (BLOOD, "full_blood_count renal liver esr", "crp", ""),
        ("brachial | lumbosacral", "", "lumbosacral", "lumbosacral"),
        ("brachial | lumbosacral", "", "", "brachial"),
        (ANTIBODIES, "", "caspr2 lgi1", "caspr2 lgi1"),
        (ANTIBODIES, "", "caspr2 vgkc_complex", "vgkc_complex"),
    ],
)
def test_what_is_drafted_is_what_is_still_needed(expression: str, settled: str, fitting: str, needed: str) -> None:
    members = parse_done_when(expression).still_needed(settled.split(), lambda name: name in fitting.split())
    assert members == tuple(needed.split())


@pytest.mark.parametrize("text", ["a &", "& a", "a b", "(a", "a)", "a , b", "()"])
def test_what_is_no_expression_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"member|missing|expected"):
        parse_done_when(text)
