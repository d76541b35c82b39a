"""``shown``: a pattern fires and was not silenced; for overlays (knowledge base P0)."""

from __future__ import annotations

from tests.spec.tiny import condition, table


@table({"fires slow": "yes", "fires slow silenced": "no", "fires overlay": "no"})
def test_after_silencing(record: str, result: str) -> None:
    assert condition("shown: slow", record) == result


@table({"fires slow": "yes", "fires emergency": "no", "fires slow silenced; fires overlay": "no"})
def test_of_some_tiers(record: str, result: str) -> None:
    assert condition("shown: {tiers: [1, 2, 3]}", record) == result
