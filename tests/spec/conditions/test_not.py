"""``not``: the mirror of a condition. It rests on no finding."""

from __future__ import annotations

from tests.spec.tiny import condition, table


@table({"clonus": "yes", "weakness left": "no", "weakness": "bare", "weakness right": "yes"})
def test_mirrors_the_four_values(record: str, result: str) -> None:
    """Weakness of unknown side might be on the left: that it is not holds only for want of a record."""
    assert condition("not: {some: {of: weakness, side: left}}", record) == result


@table({"weakness": "bare", "no atrophy": "no", "atrophy": "yes"})
def test_of_an_explicit_negative(record: str, result: str) -> None:
    """ "Not examined as normal" is not "abnormal": it holds bare as long as nothing is recorded."""
    assert condition("not: {absent: atrophy}", record) == result
