"""``count``: how many findings of a selection, or how many different signs, regions, sides, sites, limbs …"""

from __future__ import annotations

import pytest

from tests.spec.tiny import condition, table


@table({"weakness hand; weakness foot": "yes 1 2", "weakness hand": "no", "weakness both hand": "no"})
def test_findings(record: str, result: str) -> None:
    """A finding of both sides is one finding."""
    assert condition("count: {of: weakness, at_least: 2}", record) == result


DISTINCT = {
    "sign": {"weakness; areflexia": "yes 1 2", "weakness hand; weakness foot": "no"},
    "region": {"weakness hand; weakness foot": "yes 1 2", "weakness hand; areflexia biceps": "no"},
    "side": {"weakness both hand": "yes 1", "weakness left hand; weakness left foot": "no"},
    "site": {"weakness hand; weakness biceps": "yes 1 2", "weakness left hand; weakness right hand": "no"},
    "limb": {"weakness left hand; weakness right hand": "yes 1 2", "weakness left hand; weakness left biceps": "no"},
    "trunk_nerve": {"weakness left biceps; weakness left wrist": "yes 1 2", "weakness wrist; weakness triceps": "no"},
    "statement": {"weakness; areflexia": "yes 1 2", "weakness statement=a; areflexia statement=a": "no"},
}


@pytest.mark.parametrize(
    ("kind", "record", "result"), [(kind, *row) for kind, rows in DISTINCT.items() for row in rows.items()]
)
def test_different(kind: str, record: str, result: str) -> None:
    assert condition(f"count: {{of: motor_sign, distinct: {kind}, at_least: 2}}", record) == result


@table(
    {
        "weakness left hand; weakness left foot": "yes 1 2",
        "weakness left hand; weakness foot": "open 1 2",
        "weakness left hand; weakness right foot": "no",
    }
)
def test_findings_that_might_belong_leave_it_open(record: str, result: str) -> None:
    assert condition("count: {of: {of: weakness, side: left}, at_least: 2}", record) == result


@table({"weakness left": "yes 1", "weakness left; weakness": "bare 1", "weakness left; weakness left foot": "no"})
def test_an_upper_bound_holds_bare_while_more_might_belong(record: str, result: str) -> None:
    assert condition("count: {of: {of: weakness, side: left}, exactly: 1}", record) == result


@table({"weakness hand; weakness": "open", "weakness hand; weakness generalised": "no"})
def test_a_place_that_is_not_stated_might_be_another_region(record: str, result: str) -> None:
    assert condition("count: {of: weakness, distinct: region, at_least: 2}", record).split()[0] == result


@table({"weakness left; weakness": "open", "weakness left": "no"})
def test_a_side_that_is_not_stated_might_be_the_other(record: str, result: str) -> None:
    assert condition("count: {of: weakness, distinct: side, at_least: 2}", record).split()[0] == result
