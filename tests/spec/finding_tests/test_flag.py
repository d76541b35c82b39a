"""``flag``: a flag of the code tables, such as an EHR's billing code for disuse."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table({"atrophy flag=disuse": "yes", "atrophy flag=chronic": "no", "atrophy": "no"})
def test_has_the_flag(record: str, result: str) -> None:
    assert finding_test("flag: disuse", record) == result
