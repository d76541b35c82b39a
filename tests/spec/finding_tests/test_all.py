"""``all``: every test of a list must hold. A mapping of several words means the same."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table(
    {
        "weakness left hand": "yes",
        "weakness right hand": "no",
        "atrophy left hand": "no",
        "weakness hand": "open",
        "atrophy hand": "no",
    }
)
def test_is_as_sure_as_the_least_sure_of_its_tests(record: str, result: str) -> None:
    assert finding_test("all: [{side: left}, {sign: weakness}]", record) == result
    assert finding_test("{side: left, sign: weakness}", record) == result


def test_of_nothing_holds() -> None:
    assert finding_test("all: []", "weakness") == "yes"
