"""``recorded_or_begun``: one of the two dates satisfies it; the other may say what it likes."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table(
    {
        "weakness recorded=3 onset=400": "yes",
        "weakness recorded=170 onset=5": "yes",
        "weakness recorded=3": "yes",
        "weakness recorded=170 onset=400": "no",
        "weakness recorded=170": "no",
    }
)
def test_either_date(record: str, result: str) -> None:
    assert finding_test("recorded_or_begun: {at_most: 28}", record) == result
