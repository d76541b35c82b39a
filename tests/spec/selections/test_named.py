"""The name of a selection term, alone or with its argument."""

from __future__ import annotations

from tests.spec.tiny import selection, table


@table({"weakness left hand; weakness left foot": "1"})
def test_without_argument(record: str, result: str) -> None:
    assert selection("weak_arm", record) == result


@table({"weakness left hand; weakness left foot": "2"})
def test_with_its_argument(record: str, result: str) -> None:
    assert selection("{weak_at: leg}", record) == result
