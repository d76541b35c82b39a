"""``in_regions``: the finding lies in a region where a condition of regions holds."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table(
    {
        "fasciculations left hand; weakness left hand": "yes",
        "fasciculations left hand; weakness right arm": "yes",
        "fasciculations left hand; weakness left foot": "no",
        "fasciculations left hand; weakness left": "open",
        "fasciculations; weakness left hand": "no",
    }
)
def test_the_condition_holds_where_the_finding_is(record: str, result: str) -> None:
    """Weakness without a place may be of that region: open. A finding without a region lies in none."""
    assert finding_test("in_regions: weak_region", record) == result
