"""``base_weight``: what the sign weighs in the sign table, whatever else is recorded."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table({"hoffmann_sign left": "yes", "hoffmann_sign both": "yes", "clonus left": "no"})
def test_does_not_follow_the_rules_that_change_weights(record: str, result: str) -> None:
    """A rule that changes weights can ask for base weights without running in a circle."""
    assert finding_test("base_weight: M", record) == result
