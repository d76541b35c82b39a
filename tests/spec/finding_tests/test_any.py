"""``any``: one test of a list must hold. A plain list means the same."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table(
    {
        "weakness left hand": "yes",
        "atrophy left hand": "yes",
        "weakness hand": "yes",
        "atrophy hand": "open",
        "atrophy right hand": "no",
    }
)
def test_is_as_sure_as_the_surest_of_its_tests(record: str, result: str) -> None:
    assert finding_test("any: [{side: left}, {sign: weakness}]", record) == result
    assert finding_test("[{side: left}, {sign: weakness}]", record) == result


def test_of_nothing_does_not_hold() -> None:
    assert finding_test("any: []", "weakness") == "no"
