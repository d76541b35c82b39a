"""``one_side``: the selection names one side at most; what has no side names none."""

from __future__ import annotations

from tests.spec.tiny import condition, table


@table(
    {
        "weakness left hand; weakness left foot": "yes 1 2",
        "weakness left hand; weakness": "yes 1 2",
        "weakness": "yes 1",
        "atrophy": "yes",
        "weakness left; weakness right": "no",
        "weakness both": "no",
    }
)
def test_no_second_side(record: str, result: str) -> None:
    """It says nothing of there being a finding: ask ``some`` as well."""
    assert condition("one_side: weakness", record) == result


@table({"weakness left onset=40; weakness right": "no", "weakness right": "yes 1", "weakness right onset=10": "yes"})
def test_what_belongs_for_want_of_a_record_counts(record: str, result: str) -> None:
    """Weakness, but not what began lately: without an onset it belongs as far as is recorded."""
    assert condition("one_side: {of: weakness, except: {of: weakness, onset: {less_than: 30}}}", record) == result
