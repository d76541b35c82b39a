"""``sex``: the administrative sex of the record."""

from __future__ import annotations

from tests.spec.tiny import condition, parser, refusal, table


@table({"sex male": "yes", "sex female": "no", "sex other": "no", "": "open"})
def test_male(record: str, result: str) -> None:
    assert condition("sex: male", record) == result


def test_another_word_is_refused() -> None:
    assert refusal(parser().condition, "sex: mail") == '1: no sex is called "mail". Did you mean "male"?'
