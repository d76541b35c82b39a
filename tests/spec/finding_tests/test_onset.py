"""``onset``: days since it began, as the patient says; nothing else counts."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table({"weakness onset=28": "yes", "weakness onset=29": "no", "weakness": "open", "weakness recorded=3": "open"})
def test_at_most_so_many_days_ago(record: str, result: str) -> None:
    """The day of the record says nothing of the onset."""
    assert finding_test("onset: {at_most: 28}", record) == result


@table({"weakness onset=400": "yes", "weakness": "no"})
def test_stated(record: str, result: str) -> None:
    assert finding_test("onset: stated", record) == result


@table({"weakness onset=400": "no", "weakness": "yes"})
def test_unstated(record: str, result: str) -> None:
    assert finding_test("onset: unstated", record) == result


@table(
    {
        "weakness onset=9; on record cancer recorded=10": "yes",
        "weakness onset=10; on record cancer recorded=10": "no",
        "weakness; on record cancer recorded=10": "open",
    }
)
def test_after_a_diagnosis(record: str, result: str) -> None:
    assert finding_test("onset: {after: {condition: cancer, by: 1}}", record) == result
