"""``first``: a decision list. The first row whose test holds decides; a row without a test decides at once."""

from __future__ import annotations

from cds_service.knowledge.parse_tests import first_rows
from tests.spec.tiny import finding_test, parser, refusal, table


@table(
    {
        "weakness grade=MRC:3 onset=300": "yes",
        "weakness hand grade=MRC:4 onset=300": "no",
        "weakness hand onset=20": "yes",
        "weakness foot onset=20": "no",
    }
)
def test_the_first_row_that_holds_decides(record: str, result: str) -> None:
    """Rows of the small world: severe -> yes; old -> no; of the arm -> yes; else no."""
    assert finding_test("is: matters", record) == result


@table({"weakness hand": "bare", "weakness foot": "no", "weakness onset=20": "open", "weakness": "open"})
def test_a_row_that_is_open_leaves_room(record: str, result: str) -> None:
    """Onset not stated: the second row might say no. Of the arm the answer is yes, but only for want of a record;
    of the foot it is no either way. Without a place the third row might say yes: open."""
    assert finding_test("is: matters", record) == result


def test_a_list_without_rows_is_refused() -> None:
    assert refusal(lambda node: first_rows(parser(), node), "[]") == "1: a decision list needs rows"
    assert refusal(lambda node: first_rows(parser(), node), "- {when: {side: left}}") == '1: this row has no "then"'
