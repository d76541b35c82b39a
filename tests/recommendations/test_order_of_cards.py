"""P7 and D6: which patterns get a card, in which order, and what happens when nothing is left to suggest."""

from __future__ import annotations

import pytest

from cds_service.neuro.outcome import FiredPattern, Indicator
from tests.recommendations.builders import on_record, pattern, recommended

PENDING = pattern("workup_in_progress", "info", tier=5, order=50)


def card_keys(*patterns: FiredPattern) -> list[str]:
    return [card.pattern.key for card in recommended(*patterns).cards]


def test_cards_are_ordered_by_indicator_then_tier_then_table_order() -> None:
    patterns = [
        pattern("a", "info", tier=1, order=1),
        pattern("b", "warning", tier=5, order=2),
        pattern("c", "warning", tier=2, order=9),
        pattern("d", "warning", tier=2, order=8),
    ]
    answer = recommended(*patterns)
    assert [card.pattern.key for card in answer.cards] == ["d", "c", "b"]
    assert [one.key for one in answer.also_matched] == ["a"]


@pytest.mark.parametrize(
    ("critical", "others", "cards"),
    [(0, 5, 3), (1, 5, 3), (3, 5, 3), (4, 5, 4), (2, 0, 2)],
)
def test_every_critical_card_is_shown_and_others_fill_up_to_three(critical: int, others: int, cards: int) -> None:
    patterns = [pattern(f"c{n}", "critical", tier=0, order=n, must="emergency_now") for n in range(critical)]
    patterns += [pattern(f"w{n}", "warning", order=n, must="ck") for n in range(others)]
    answer = recommended(*patterns)
    assert len(answer.cards) == cards
    assert len(answer.also_matched) == critical + others - cards


def test_what_only_a_pattern_without_a_card_asks_for_stands_on_the_last_card() -> None:
    patterns = [pattern(f"p{n}", order=n, must=must) for n, must in enumerate(["ck", "fvc", "emg_ncs", "tsh_ft4"])]
    answer = recommended(*patterns)
    assert [[action.key for action in card.actions] for card in answer.cards] == [
        ["ck"],
        ["fvc"],
        ["emg_ncs", "tsh_ft4"],
    ]
    assert set(answer.must_suggest) == {"ck", "fvc", "emg_ncs", "tsh_ft4"}


def test_d6_when_nothing_remains_warnings_become_info_and_the_pending_card_joins() -> None:
    answer = recommended(
        pattern("umn_only", must="b12_copper"),
        orders=(on_record("b12_copper", "requested", 3),),
        if_nothing_remains=PENDING,
    )
    assert [(card.pattern.key, card.indicator) for card in answer.cards] == [
        ("umn_only", "info"), ("workup_in_progress", "info"),
    ]  # fmt: skip
    assert answer.nothing_remains
    assert answer.must_suggest == ()


def test_d6_one_remaining_must_of_any_pattern_keeps_every_warning() -> None:
    answer = recommended(
        pattern("umn_only", must="b12_copper"),
        pattern("myelopathy", tier=3, must="ck"),
        orders=(on_record("b12_copper", "requested", 3),),
        if_nothing_remains=PENDING,
    )
    assert [(card.pattern.key, card.indicator) for card in answer.cards] == [
        ("umn_only", "warning"), ("myelopathy", "warning"),
    ]  # fmt: skip
    assert not answer.nothing_remains


@pytest.mark.parametrize(
    ("shown", "indicator"),
    [
        (pattern("acute_cord_syndrome", "critical", tier=0, must="mri_whole_spine"), "critical"),
        (pattern("acute_cord_syndrome", "warning", tier=0, must="mri_whole_spine", goals_first=True), "warning"),
        (pattern("umn_only", "warning", must="mri_whole_spine"), "info"),
        (pattern("umn_only", "warning"), "warning"),
    ],
    ids=["critical", "critical eased by palliative care", "warning", "warning that asked for nothing"],
)
def test_d6_never_calms_what_is_critical(shown: FiredPattern, indicator: Indicator) -> None:
    answer = recommended(shown, orders=(on_record("mri_whole_spine", "requested", 0),))
    assert [card.indicator for card in answer.cards] == [indicator]


def test_d6_a_must_that_became_a_may_leaves_nothing() -> None:
    answer = recommended(pattern("umn_only", must="ck"), orders=(on_record("ck", "declined", 3),))
    assert answer.nothing_remains
    assert [card.indicator for card in answer.cards] == ["info"]


def test_no_pattern_gives_no_card() -> None:
    answer = recommended()
    assert (answer.cards, answer.actions, answer.must_suggest) == ((), (), ())
