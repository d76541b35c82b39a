"""``some``: the selection has a finding. Only findings that hold are used; those that might where none does."""

from __future__ import annotations

from tests.spec.tiny import condition, table


@table(
    {
        "weakness left": "yes 1",
        "weakness left; weakness": "yes 1",
        "weakness": "open 1",
        "weakness right": "no",
        "no weakness left": "no",
        "": "no",
    }
)
def test_as_sure_as_its_surest_finding(record: str, result: str) -> None:
    assert condition("some: {of: weakness, side: left}", record) == result
