"""``recorded``: one of the signs was looked for, whether it was there or not."""

from __future__ import annotations

from tests.spec.tiny import condition, table


@table({"weakness left": "yes 1", "no areflexia": "yes 1", "atrophy": "no", "weakness recorded=300": "no"})
def test_there_or_not(record: str, result: str) -> None:
    assert condition("recorded: motor_sign", record) == result
