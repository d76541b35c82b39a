"""What earlier records and the other side have to say on the first card, without changing it (2.1, 4.2, 4.4)."""

from __future__ import annotations

import pytest

from tests.patterns.asking import concluded

FIRST = "atrophy left hand; "
"""A card to print on."""


@pytest.mark.parametrize(
    ("record", "remark"),
    [
        ("spasticity left leg recorded=60; no spasticity left leg recorded=1", "previously recorded on"),
        ("spasticity left leg recorded=60; no spasticity both generalised recorded=1", "previously recorded on"),
        ("spasticity left leg recorded=60; no spasticity right leg recorded=1", ""),
        ("no spasticity left leg recorded=60; no spasticity left leg recorded=1", ""),
        ("hyperreflexia left knee_reflex recorded=60; no hyperreflexia left knee_reflex recorded=1", ""),
    ],
)
def test_a_strong_sign_that_is_gone(record: str, remark: str) -> None:
    assert _says("now absent", record) == bool(remark)


@pytest.mark.parametrize(
    ("before", "now", "better"),
    [("MRC:3", "MRC:4", True), ("MRC:4", "MRC:5", True), ("MRC:4-", "MRC:4", False), ("MRC:4", "MRC:3", False)],
)
def test_power_that_is_a_full_grade_better(before: str, now: str, better: bool) -> None:
    record = f"muscle_power left deltoid recorded=60 grade={before}; muscle_power left deltoid recorded=1 grade={now}"
    assert _says(f"{before.replace(':', ' ')} on ", record) == better


@pytest.mark.parametrize(
    ("left", "right", "side"),
    [
        ("NINDS:4", "NINDS:2", "left"),
        ("NINDS:1", "NINDS:3", "right"),
        ("NINDS:3", "NINDS:2", ""),
        ("BEDSIDE:4", "BEDSIDE:2", ""),
    ],
)
def test_reflexes_two_ninds_grades_apart(left: str, right: str, side: str) -> None:
    record = f"tendon_reflex left knee_reflex grade={left}; tendon_reflex right knee_reflex grade={right}"
    assert _says(f"on the {side}, " if side else "asymmetric", record) == bool(side)


def _says(words: str, record: str) -> bool:
    first = concluded(FIRST + record)[0].shown[0]
    return any(words in line for line in first.lines)
