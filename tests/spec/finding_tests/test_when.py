"""``when``: a condition about the patient inside a test, with its own value."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table(
    {
        "weakness; on record cancer": "yes",
        "weakness; on record cancer provisional": "no",
        "weakness": "no",
    }
)
def test_a_diagnosis(record: str, result: str) -> None:
    assert finding_test("when: {on_record: cancer}", record) == result


@table({"weakness; age 60": "yes", "weakness; age 50": "no", "weakness; age unknown": "open"})
def test_keeps_the_value_of_the_condition(record: str, result: str) -> None:
    assert finding_test("when: {age: {at_least: 60}}", record) == result
