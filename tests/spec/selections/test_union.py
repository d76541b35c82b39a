"""A list: the findings of every part, each once, with its best value."""

from __future__ import annotations

from tests.spec.tiny import selection, table


@table({"weakness; atrophy; clonus": "1, 3"})
def test_of_signs(record: str, result: str) -> None:
    assert selection("[weakness, clonus]", record) == result


@table({"weakness left hand": "1", "weakness left": "1", "weakness hand": "1 open"})
def test_of_overlapping_parts(record: str, result: str) -> None:
    assert selection("[{of: weakness, side: left}, {of: weakness, all: [{at: arm}, {side: left}]}]", record) == result
