"""``none``: the selection has no finding ("no X" of the texts: absent or not recorded, N2)."""

from __future__ import annotations

from tests.spec.tiny import condition, table


@table({"atrophy": "yes", "no weakness": "yes", "": "yes", "weakness": "no"})
def test_absent_or_not_recorded(record: str, result: str) -> None:
    """What is not recorded satisfies "no X" as a negative does; the card lists it as not recorded."""
    assert condition("none: weakness", record) == result


@table({"weakness right": "yes", "weakness": "bare", "weakness left": "no"})
def test_what_might_be_there_leaves_it_bare(record: str, result: str) -> None:
    assert condition("none: {of: weakness, side: left}", record) == result
