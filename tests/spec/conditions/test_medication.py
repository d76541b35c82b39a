"""``medication``: taken now, or ended so many days ago."""

from __future__ import annotations

from tests.spec.tiny import condition, table


@table({"medication lithium": "yes", "medication lithium ended=0": "no", "medication statin": "no"})
def test_taken_now(record: str, result: str) -> None:
    assert condition("medication: lithium", record) == result


@table({"medication lithium ended=30": "yes", "medication lithium ended=31": "no", "medication lithium": "yes"})
def test_or_ended_lately(record: str, result: str) -> None:
    assert condition("medication: {any_of: [lithium, statin], ended: {at_most: 30}}", record) == result
