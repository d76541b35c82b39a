"""``source``: examined (an observation or report), or an entry of the problem list."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table({"weakness": "yes", "weakness problem": "no"})
def test_examined(record: str, result: str) -> None:
    assert finding_test("source: examined", record) == result


@table({"weakness": "no", "weakness problem": "yes"})
def test_problem(record: str, result: str) -> None:
    assert finding_test("source: problem", record) == result
