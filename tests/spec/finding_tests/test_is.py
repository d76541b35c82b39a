"""``is``: terms of kind ``test`` by their names; of several all must hold."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table({"weakness left foot": "yes", "weakness right foot": "no", "weakness foot": "open"})
def test_asks_the_test_of_that_name(record: str, result: str) -> None:
    assert finding_test("is: on_the_left", record) == result


@table({"weakness left hand": "yes", "weakness right hand": "no", "weakness left foot": "no"})
def test_of_several_terms_asks_every_one(record: str, result: str) -> None:
    assert finding_test("is: [on_the_left, of_the_arm]", record) == result
