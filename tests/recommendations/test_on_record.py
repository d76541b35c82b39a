"""4.3, D1 to D5: what orders, results and refusals on record make of a suggestion."""

from __future__ import annotations

import pytest

from cds_service.neuro.case import OrderOnRecord
from cds_service.neuro.outcome import AskedAction, FiredPattern
from tests.recommendations.builders import became, finding, on_record, pattern, recommended

EMERGENCY = pattern("acute_cord_syndrome", "critical", tier=0, must="emergency_now mri_whole_spine")
PROGRESSION = pattern("progression_detected", tier=5, must="neurology_referral_urgent")


@pytest.mark.parametrize(
    ("order", "outcome"),
    [
        (on_record("ck", "requested", 0), "must requested"),
        (on_record("ck", "requested", 90), "must requested"),
        (on_record("ck", "requested", 91), "must suggested"),
        (on_record("ck", "resulted", 90), "must resulted"),
        (on_record("ck", "resulted", 91), "must suggested"),
        (on_record("tsh_ft4", "resulted", 1), "must suggested"),
        (on_record("ck", "draft", 1), "must requested"),
        (on_record("ck", "draft", 2), "must suggested"),
        (on_record("ck", "draft", 30, this_call=True), "must requested"),
        (on_record("ck", "requested", -1), "must requested"),
    ],
    ids=lambda value: f"{value.action} {value.status} {value.day}" if isinstance(value, OrderOnRecord) else value,
)
def test_d1_an_order_or_result_inside_the_window_stops_the_suggestion(order: OrderOnRecord, outcome: str) -> None:
    assert became(recommended(pattern(must="ck"), orders=(order,))) == {"ck": outcome}


def test_d1_a_window_of_0_is_never_suppressed() -> None:
    orders = (on_record("complete_exam", "resulted", 0), on_record("complete_exam", "draft", 0, this_call=True))
    assert became(recommended(pattern(must="complete_exam"), orders=orders)) == {"complete_exam": "must suggested"}


def test_d1_of_several_records_the_newest_is_named_whatever_their_order() -> None:
    older, newer = on_record("ck", "resulted", 40), on_record("ck", "requested", 5)
    for orders in ((older, newer), (newer, older)):
        action = recommended(pattern(must="ck"), orders=orders).actions[0]
        assert (action.status, action.because) == ("requested", newer)


@pytest.mark.parametrize(
    ("order", "outcome"),
    [
        (on_record("mri_whole_spine", "requested", 0), "must requested"),
        (on_record("mri_whole_spine", "requested", 1), "must requested"),
        (on_record("mri_whole_spine", "requested", 2), "must suggested"),
        (on_record("mri_whole_spine", "resulted", 0), "must suggested"),
        (on_record("mri_whole_spine", "draft", 0), "must suggested"),
        (on_record("mri_whole_spine", "draft", 0, this_call=True), "must requested"),
        (on_record("mri_whole_spine", "declined", 0), "must suggested"),
    ],
    ids=lambda value: f"{value.status} {value.day} {value.this_call}" if isinstance(value, OrderOnRecord) else value,
)
def test_d1_a_must_of_a_critical_pattern_is_only_answered_by_an_order_of_one_day(
    order: OrderOnRecord, outcome: str
) -> None:
    assert became(recommended(EMERGENCY, orders=(order,)))["mri_whole_spine"] == outcome


def test_d1_palliative_care_on_record_leaves_the_rule_for_critical_patterns() -> None:
    eased = pattern("acute_cord_syndrome", "warning", tier=0, must="mri_whole_spine", goals_first=True)
    answer = recommended(eased, orders=(on_record("mri_whole_spine", "resulted", 3),))
    assert became(answer) == {"mri_whole_spine": "must suggested"}


def test_d1_what_does_not_answer_an_emergency_is_printed() -> None:
    result = on_record("mri_whole_spine", "resulted", 20)
    action = recommended(EMERGENCY, orders=(result,)).actions[1]
    assert (action.status, action.on_record) == ("suggested", (result,))


@pytest.mark.parametrize(
    ("members", "outcome", "settled"),
    [
        (("sodium", "potassium"), "must suggested", {"sodium", "potassium"}),
        (("sodium+potassium+calcium",), "must suggested", {"sodium", "potassium", "calcium"}),
        (("sodium+potassium+calcium", "magnesium"), "must resulted", set()),
        (("phosphate",), "must suggested", {"phosphate"}),
    ],
)
def test_d1_a_composite_is_settled_when_its_members_together_are(
    members: tuple[str, ...], outcome: str, settled: set[str]
) -> None:
    orders = tuple(on_record("electrolytes_ca_mg", "resulted", 3, member=member) for member in members)
    answer = recommended(pattern(must="electrolytes_ca_mg"), orders=orders)
    assert became(answer) == {"electrolytes_ca_mg": outcome}
    assert answer.actions[0].settled == settled


def test_d1_members_of_several_days_settle_on_the_oldest_of_them() -> None:
    orders = (
        on_record("b12_copper", "resulted", 100, member="copper"),
        on_record("b12_copper", "resulted", 9, member="copper"),
        on_record("b12_copper", "resulted", 20, member="vitamin_b12"),
    )
    action = recommended(pattern(must="b12_copper"), orders=orders).actions[0]
    assert action.because == orders[2]


@pytest.mark.parametrize(
    ("asking", "days", "found", "outcome"),
    [
        (pattern(must="emg_ncs"), 180, "emg_normal", "may suggested"),
        (pattern(must="emg_ncs"), 181, "emg_normal", "must suggested"),
        (pattern(must="emg_ncs"), 10, "emg_chronic_neurogenic", "must suggested"),
        (pattern(may="emg_ncs"), 10, "emg_normal", "may suggested"),
    ],
)
def test_d2_a_recent_normal_emg_makes_emg_a_may(asking: FiredPattern, days: int, found: str, outcome: str) -> None:
    answer = recommended(asking, findings=(finding(found, days),))
    assert became(answer) == {"emg_ncs": outcome}
    assert ("recent normal study" in answer.actions[0].notes) == (found == "emg_normal" and days <= 180)


def test_d2_an_absent_or_replaced_normal_study_says_nothing() -> None:
    gone = (finding("emg_normal", 10, present=False), finding("emg_normal", 10, replaced=True))
    for one in gone:
        assert became(recommended(pattern(must="emg_ncs"), findings=(one,))) == {"emg_ncs": "must suggested"}


def test_d2_does_not_apply_where_a_critical_pattern_asks() -> None:
    emergency = pattern("acute_cord_syndrome", "critical", tier=0, must="emg_ncs")
    answer = recommended(emergency, findings=(finding("emg_normal", 10),))
    assert became(answer) == {"emg_ncs": "must suggested"}


@pytest.mark.parametrize(("days", "outcome"), [(29, "may suggested"), (30, "must suggested")])
def test_d2_gives_way_to_d5_when_the_normal_study_is_30_days_old(days: int, outcome: str) -> None:
    answer = recommended(pattern(must="emg_ncs"), PROGRESSION, findings=(finding("emg_normal", days),))
    assert became(answer)["emg_ncs"] == outcome


@pytest.mark.parametrize(
    ("asked", "order", "outcome"),
    [
        ("mri_cervical_spine", on_record("mri_whole_spine", "requested", 5), "must requested"),
        ("mri_lumbar_spine", on_record("mri_whole_spine", "resulted", 5), "must resulted"),
        ("mri_whole_spine", on_record("mri_cervical_spine", "resulted", 5), "must suggested"),
        ("mri_brain_wo", on_record("mri_brainstem", "resulted", 5), "must resulted"),
        ("neurology_referral_routine", on_record("neurology_referral_urgent", "requested", 5), "must requested"),
        ("neurology_referral_urgent", on_record("neurology_referral_routine", "requested", 5), "must suggested"),
        ("mri_cervical_spine", on_record("mri_whole_spine", "declined", 5), "must suggested"),
        ("mri_cervical_spine", on_record("mri_whole_spine", "resulted", 5, member="thoracic"), "must suggested"),
    ],
    ids=lambda value: f"{value.action} {value.status}" if isinstance(value, OrderOnRecord) else value,
)
def test_d3_a_wider_order_covers_a_narrower_one(asked: str, order: OrderOnRecord, outcome: str) -> None:
    assert became(recommended(pattern(must=asked), orders=(order,))) == {asked: outcome}


@pytest.mark.parametrize(("days", "says_so"), [(100, True), (180, True), (181, False)])
def test_d3_an_active_routine_referral_asks_to_expedite(days: int, says_so: bool) -> None:
    answer = recommended(
        pattern(must="neurology_referral_urgent"), orders=(on_record("neurology_referral_routine", "requested", days),)
    )
    assert any("expedite" in note for note in answer.actions[0].notes) is says_so


@pytest.mark.parametrize(
    ("orders", "outcome"),
    [
        ((on_record("ck", "declined", 90),), "may declined"),
        ((on_record("ck", "declined", 91),), "must suggested"),
        ((on_record("ck", "declined", 5), on_record("ck", "requested", 60)), "must requested"),
    ],
)
def test_d4_what_was_declined_is_a_may_without_a_button(orders: tuple[OrderOnRecord, ...], outcome: str) -> None:
    assert became(recommended(pattern(must="ck"), orders=orders)) == {"ck": outcome}


@pytest.mark.parametrize(
    ("declined", "outcome"),
    [("vitamin_b12 copper", "may declined"), ("copper", "must suggested")],
)
def test_d4_a_composite_is_declined_when_nothing_is_left_to_order(declined: str, outcome: str) -> None:
    orders = tuple(on_record("b12_copper", "declined", 5, member=member) for member in declined.split())
    assert became(recommended(pattern(must="b12_copper"), orders=orders)) == {"b12_copper": outcome}


@pytest.mark.parametrize(
    ("order", "outcome"),
    [
        (on_record("emg_ncs", "resulted", 30), "must suggested"),
        (on_record("emg_ncs", "resulted", 29), "must resulted"),
        (on_record("emg_ncs", "requested", 60), "must requested"),
        (on_record("emg_ncs", "declined", 60), "may declined"),
        (on_record("mri_cervical_spine", "resulted", 120), "must suggested"),
        (on_record("mri_brain_wo", "resulted", 31), "must suggested"),
        (on_record("fvc", "resulted", 40), "must suggested"),
        (on_record("ck", "resulted", 40), "must resulted"),
    ],
    ids=lambda value: f"{value.action} {value.status} {value.day}" if isinstance(value, OrderOnRecord) else value,
)
def test_d5_progression_asks_again_for_results_of_30_days_or_more(order: OrderOnRecord, outcome: str) -> None:
    answer = recommended(pattern(must=order.action), PROGRESSION, orders=(order,))
    assert became(answer)[order.action] == outcome


def test_d5_without_progression_an_old_result_still_stands() -> None:
    answer = recommended(pattern(must="emg_ncs"), orders=(on_record("emg_ncs", "resulted", 120),))
    assert became(answer) == {"emg_ncs": "must resulted"}


def both_ways(orders: tuple[OrderOnRecord, ...], asking: FiredPattern) -> list[dict[str, str]]:
    return [became(recommended(asking, orders=way)) for way in (orders, orders[::-1])]


def test_the_order_of_resources_changes_nothing() -> None:
    same_day = (on_record("ck", "requested", 3), on_record("ck", "resulted", 3), on_record("ck", "declined", 3))
    first, second = both_ways(same_day, pattern(must="ck"))
    assert first == second


@pytest.mark.parametrize(
    ("order", "outcome"),
    [
        (on_record("ck", "resulted", 1), "must suggested"),
        (on_record("ck", "requested", 1), "must requested"),
        (on_record("ck", "draft", 0), "must requested"),
    ],
    ids=lambda value: value.status if isinstance(value, OrderOnRecord) else value,
)
def test_a_repeat_is_asked_for_despite_its_own_result_and_answered_by_an_open_order(
    order: OrderOnRecord, outcome: str
) -> None:
    repeat = pattern("ck_marked_elevation", "info", asked=(AskedAction("ck", "must", despite_result=True),))
    assert became(recommended(repeat, orders=(order,))) == {"ck": outcome}
