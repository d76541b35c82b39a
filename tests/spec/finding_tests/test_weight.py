"""``weight``: what the sign weighs in this record (S strong, M moderate, W weak, C companion)."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table({"clonus": "yes", "areflexia": "yes", "fasciculations": "no", "weakness": "no"})
def test_one_of_the_named_weights(record: str, result: str) -> None:
    assert finding_test("weight: [S, M]", record) == result


@table({"hoffmann_sign left": "M", "hoffmann_sign left; hoffmann_sign right": "W", "hoffmann_sign both": "W"})
def test_follows_the_rules_that_change_weights(record: str, result: str) -> None:
    """In the small world a Hoffmann sign of both sides is weak, as in rule U4."""
    assert finding_test(f"weight: {result}", record) == "yes"
