"""``on_other_side_of``: the finding is on the side that a diagnosis does not have."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table(
    {
        "weakness right; on record old_stroke left": "yes",
        "weakness left; on record old_stroke left": "no",
        "weakness; on record old_stroke left": "open",
        "weakness left; on record old_stroke both": "no",
        "weakness left; on record old_stroke": "no",
        "weakness left": "no",
    }
)
def test_the_opposite_side(record: str, result: str) -> None:
    assert finding_test("on_other_side_of: old_stroke", record) == result
