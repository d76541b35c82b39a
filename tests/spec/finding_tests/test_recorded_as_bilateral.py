"""``recorded_as_bilateral``: one entry says both sides; two entries, one a side, do not."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table

ROWS = {
    "weakness both hand": "yes",
    "weakness left hand; weakness right hand": "no",
    "weakness left hand": "no",
    "weakness hand": "no",
}


@table(ROWS)
def test_yes(record: str, result: str) -> None:
    assert finding_test('recorded_as_bilateral: "yes"', record) == result


@table({record: "no" if result == "yes" else "yes" for record, result in ROWS.items()})
def test_no(record: str, result: str) -> None:
    assert finding_test('recorded_as_bilateral: "no"', record) == result
