"""``region``: the region in which the sign is elicited, from its site, or fixed by the sign."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table({"weakness hand": "yes", "weakness foot": "no", "weakness": "open", "weakness generalised": "no"})
def test_from_the_site(record: str, result: str) -> None:
    """A site that is not stated may be there; the whole body is stated, and has no region."""
    assert finding_test("region: cervical", record) == result


@table({"dysarthria": "yes", "dysarthria hand": "yes"})
def test_fixed_by_the_sign(record: str, result: str) -> None:
    """A bulbar sign is bulbar whatever site is recorded (knowledge base 1.2)."""
    assert finding_test("region: [bulbar, lumbosacral]", record) == result
