"""``sex``: the administrative sex of the record."""

from __future__ import annotations

from tests.spec.tiny import condition, table


@table({"sex male": "yes", "sex female": "no", "sex other": "no", "": "open"})
def test_male(record: str, result: str) -> None:
    assert condition("sex: male", record) == result
