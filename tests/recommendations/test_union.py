"""P7, second half: the same action from several patterns is one suggestion that names all of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cds_service.neuro.outcome import AskedAction, FiredPattern
from tests.recommendations.builders import became, pattern, recommended


@pytest.mark.parametrize(
    ("first", "second", "outcome"),
    [
        (pattern(must="ck"), pattern(must="ck"), "must suggested"),
        (pattern(must="ck"), pattern(may="ck"), "must suggested"),
        (pattern(may="ck"), pattern(must="ck"), "must suggested"),
        (pattern(may="ck"), pattern(may="ck"), "may suggested"),
    ],
    ids=["must must", "must may", "may must", "may may"],
)
def test_must_of_one_pattern_beats_may_of_another(first: FiredPattern, second: FiredPattern, outcome: str) -> None:
    answer = recommended(replace(first, key="lmn_multi_region", order=1), replace(second, key="ibm_pattern", order=2))
    assert became(answer) == {"ck": outcome}
    assert answer.actions[0].asked_by == ("lmn_multi_region", "ibm_pattern")


def test_an_action_stands_on_the_first_card_that_asks_for_it_and_on_no_other() -> None:
    answer = recommended(
        pattern("umn_only", order=2, must="mri_brain_wo ck"),
        pattern("mixed_multi_region", order=1, must="emg_ncs mri_brain_wo"),
    )
    assert {card.pattern.key: [action.key for action in card.actions] for card in answer.cards} == {
        "mixed_multi_region": ["emg_ncs", "mri_brain_wo"],
        "umn_only": ["ck"],
    }


def test_notes_of_all_askers_are_kept_and_said_once() -> None:
    first = replace(pattern("umn_only", order=1), asked=(AskedAction("ck", "must", "repeat after rest"),))
    second = replace(pattern("ibm_pattern", order=2), asked=(AskedAction("ck", "may", "before biopsy"),))
    third = replace(pattern("mmn_pattern", order=3), asked=(AskedAction("ck", "may", "repeat after rest"),))
    assert recommended(first, second, third).actions[0].notes == ("repeat after rest", "before biopsy")


def test_a_withheld_pattern_gives_no_action_and_the_explanation_says_why() -> None:
    answer = recommended(pattern("acute_cord_syndrome", "info", tier=0, must="emergency_now", withheld=True))
    assert answer.must_suggest == ()
    assert [card.actions for card in answer.cards] == [()]
    assert [(action.key, action.status) for action in answer.dropped] == [("emergency_now", "not-applicable")]
    assert "D7" in answer.dropped[0].reason
