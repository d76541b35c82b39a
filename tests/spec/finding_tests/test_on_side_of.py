"""``on_side_of``: the finding is on the side of a diagnosis that has one."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table(
    {
        "weakness left; on record old_stroke left": "yes",
        "weakness right; on record old_stroke left": "no",
        "weakness; on record old_stroke left": "open",
        "weakness left; on record old_stroke both": "yes",
        "weakness left; on record old_stroke": "no",
        "weakness left": "no",
    }
)
def test_the_same_side(record: str, result: str) -> None:
    assert finding_test("on_side_of: old_stroke", record) == result
