"""``clause``: a named clause of a pattern held."""

from __future__ import annotations

from tests.spec.tiny import condition, table


@table(
    {
        "fires emergency clause=sudden": "yes",
        "fires emergency clause=dated": "no",
        "fires slow clause=sudden": "no",
        "": "no",
    }
)
def test_held(record: str, result: str) -> None:
    assert condition("clause: {pattern: emergency, held: sudden}", record) == result
