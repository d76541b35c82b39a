"""``only``: every finding of the selection passes the test ("the only evidence is …"); none at all passes too."""

from __future__ import annotations

from tests.spec.tiny import condition, table


@table(
    {
        "weakness onset=40": "yes 1",
        "weakness onset=40; weakness onset=5": "no",
        "weakness onset=40; weakness": "open 1 2",
        "atrophy": "yes",
    }
)
def test_every_finding_passes(record: str, result: str) -> None:
    assert condition("only: {of: weakness, are: {onset: {more_than: 28}}}", record) == result


@table({"weakness right; weakness right onset=5": "yes", "weakness onset=5": "bare"})
def test_a_finding_that_is_only_perhaps_in_the_selection_leaves_it_bare(record: str, result: str) -> None:
    assert condition("only: {of: {of: weakness, side: left}, are: {onset: {more_than: 28}}}", record) == result
