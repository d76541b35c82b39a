"""``all``: every condition holds; the findings of every part are used. A plain list means the same."""

from __future__ import annotations

from tests.spec.tiny import condition, rules, table


@table(
    {
        "weakness; atrophy": "yes 1 2",
        "weakness left; atrophy": "yes 1 2",
        "weakness": "no",
        "atrophy": "no",
    }
)
def test_of_recorded_signs(record: str, result: str) -> None:
    """A sign that is not recorded fails the condition; it does not leave it open."""
    assert condition("all: [{some: weakness}, {some: atrophy}]", record) == result
    assert condition("[{some: weakness}, {some: atrophy}]", record) == result


@rules(
    {
        "all: [{some: weakness}, {none: clonus}]": "yes 1",
        "all: [{some: weakness}, {not: {absent: atrophy}}]": "bare 1",
        "all: [{some: weakness}, {absent: atrophy}]": "open 1",
        "all: [{some: clonus}, {absent: atrophy}]": "no",
        "all: []": "yes",
    }
)
def test_is_as_sure_as_its_least_sure_part(rule: str, result: str) -> None:
    assert condition(rule, "weakness") == result


def test_clauses_may_have_names() -> None:
    assert condition("all: {weak: {some: weakness}, wasted: {some: atrophy}}", "weakness; atrophy") == "yes 1 2"
