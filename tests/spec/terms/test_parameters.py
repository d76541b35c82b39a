"""Terms with parameters: ``$name`` in the body is filled in where the term is used."""

from __future__ import annotations

from tests.spec.tiny import condition, finding_test, parser, refusal, selection, table


@table({"weakness onset=28": "yes", "weakness onset=29": "no"})
def test_one_parameter_takes_the_argument_as_it_is(record: str, result: str) -> None:
    assert finding_test("started_within: 28", record) == result


@table({"weakness onset=20": "yes", "weakness onset=9": "no", "weakness onset=31": "no"})
def test_several_take_a_mapping(record: str, result: str) -> None:
    assert finding_test("between: {first: 10, last: 30}", record) == result


def test_an_argument_may_be_an_expression() -> None:
    assert condition("has: {of: weakness, side: left}", "weakness left hand") == "yes 1"


def test_two_uses_do_not_mix() -> None:
    assert selection("[{weak_at: arm}, {weak_at: leg}]", "weakness hand; weakness foot; weakness throat") == "1, 2"


def test_a_missing_argument_is_refused() -> None:
    assert refusal(parser().selection, "weak_at") == '1: "weak_at" needs place'
    assert refusal(parser().selection, "{of: weakness, between: 3}") == '1: "between" needs the members first, last'


def test_an_argument_too_many_is_refused() -> None:
    assert refusal(parser().condition, "is_weak: arm") == '1: "is_weak" takes no argument'


def test_a_term_that_uses_itself_is_refused() -> None:
    assert "terms may not use themselves: uses_itself -> uses_itself" in refusal(parser().condition, "uses_itself")
