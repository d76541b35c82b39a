"""``class``: the class of the sign (knowledge base 1.2): UMN, LMN, sensory …"""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table({"clonus": "yes", "atrophy": "yes", "weakness": "no"})
def test_one_of_the_named_classes(record: str, result: str) -> None:
    assert finding_test("class: [UMN, LMN]", record) == result
