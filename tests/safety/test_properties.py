"""The safety properties over random patients."""

from __future__ import annotations

import re
from datetime import timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cds_service.neuro.case import Case, Finding
from tests.patterns.asking import RANK, concluded, highest
from tests.properties.cases import mirrored
from tests.safety.patients import (
    CLINICAL,
    EMERGENCIES,
    SIGNS,
    days,
    emergency_patients,
    finding_of,
    patients,
    signs_recorded,
    with_finding,
    without_finding,
)
from tests.vignettes.routes import TODAY

unhurried = settings(max_examples=150, deadline=None)

CONDITIONAL_FLAGS = ("hypoxia", "hypercapnia", "reduced_consciousness", "fever", "sensory_level")
"""Red flags to which the text attaches a condition; ``tests/neuro/patterns/test_red_flag_unresolved.py`` has them."""

ALWAYS_FLAGS = tuple(flag for flag in EMERGENCIES if flag not in CONDITIONAL_FLAGS)
TWITCHING = ("fasciculations", "cramps", "eyelid_twitch")
"""Alone with a sudden onset they are no red flag (S2)."""

MOTOR_SIGNS = tuple(
    sign
    for sign in SIGNS
    if CLINICAL.signs[sign].sign_class in ("UMN", "LMN", "neutral-motor", "bulbar", "NMJ") and sign not in TWITCHING
)
_yes, _no = st.just(True), st.just(False)
_new = st.none() | days(3)
emergency_findings = st.sampled_from(EMERGENCIES).flatmap(
    lambda s: finding_of(s, present=_yes, recorded=days(3), onset=_new)
)
always_flags = st.sampled_from(ALWAYS_FLAGS).flatmap(
    lambda s: finding_of(s, present=_yes, recorded=days(3), onset=_new)
)
motor_findings = st.sampled_from(MOTOR_SIGNS).flatmap(lambda s: finding_of(s, present=_yes, recorded=days(20)))
normal_findings = st.sampled_from(SIGNS).flatmap(lambda s: finding_of(s, present=_no, recorded=days(0)))
_long_ago = st.integers(366, 1000).map(lambda ago: TODAY - timedelta(days=ago))
old_findings = st.sampled_from(SIGNS).flatmap(
    lambda s: finding_of(s, present=st.booleans(), recorded=_long_ago, onset=st.none())
)


@unhurried
@given(case=patients, added=emergency_findings)
def test_an_emergency_finding_never_lowers_the_highest_indicator(case: Case, added: Finding) -> None:
    assume(added.sign not in signs_recorded(case, present=False))
    assert _rank(with_finding(case, added)) >= _rank(case)


@unhurried
@given(case=emergency_patients, added=old_findings)
def test_a_record_older_than_its_window_never_turns_an_emergency_off(case: Case, added: Finding) -> None:
    assume(added.sign not in signs_recorded(case, present=True))
    assume(highest(case) == "critical")
    assert highest(with_finding(case, added)) == "critical"


@unhurried
@given(case=patients, added=normal_findings)
def test_a_normal_finding_never_raises_the_indicator(case: Case, added: Finding) -> None:
    assume(added.sign not in signs_recorded(case, present=True))
    assert _rank(with_finding(case, added)) <= _rank(case)


@unhurried
@given(case=patients, pick=st.randoms(use_true_random=False))
def test_removing_a_normal_finding_never_adds_reassurance(case: Case, pick: object) -> None:
    for normal in [finding for finding in case.findings if not finding.present]:
        if normal.sign not in signs_recorded(case, present=True):
            assert _reassured(without_finding(case, normal)) <= _reassured(case)


@unhurried
@given(case=patients, flag=always_flags, motor=motor_findings)
def test_a_red_flag_beside_a_motor_sign_never_ends_in_silence(case: Case, flag: Finding, motor: Finding) -> None:
    assume(not {flag.sign, motor.sign} & signs_recorded(case, present=False))
    assert highest(with_finding(with_finding(case, flag), motor)) != "none"


@unhurried
@given(case=patients)
def test_mirrored_patients_get_mirrored_cards(case: Case) -> None:
    assert _cards(mirrored(case)) == [_turned(card) for card in _cards(case)]


def _rank(case: Case) -> int:
    return RANK.index(highest(case))


def _reassured(case: Case) -> set[str]:
    return {fired.key for fired in concluded(case)[0].shown for asked in fired.asked if asked.action == "reassurance"}


def _cards(case: Case) -> list[str]:
    return [
        f"{card.indicator} {card.pattern.summary} {[place.text for place in card.pattern.localization]} "
        f"{sorted((action.key, action.strength, action.status) for action in card.actions)}"
        for card in concluded(case)[1].cards
    ]


def _turned(text: str) -> str:
    other = {"left": "right", "right": "left"}
    return re.sub(r"\b(left|right)\b", lambda word: other[word[0]], text)
