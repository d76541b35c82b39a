"""``beside``: another finding of a selection, which agrees in every join that is asked for."""

from __future__ import annotations

import pytest

from tests.spec.tiny import finding_test, parser, refusal, table


@table({"weakness; atrophy": "yes", "weakness; weakness left": "no", "weakness": "no"})
def test_anywhere(record: str, result: str) -> None:
    assert finding_test("beside: {of: atrophy}", record) == result


def test_a_finding_is_not_beside_itself() -> None:
    assert finding_test("beside: {of: weakness}", "weakness left hand") == "no"
    assert finding_test("beside: {of: weakness}", "weakness both hand") == "yes"


AGREE = {
    "region": {
        "weakness left hand; atrophy right arm": "yes",
        "weakness left hand; atrophy left foot": "no",
        "weakness; atrophy": "no",
    },
    "side": {
        "weakness left hand; atrophy left foot": "yes",
        "weakness left hand; atrophy right hand": "no",
        "weakness left; atrophy": "yes",
    },
    "exact_side": {"weakness left; atrophy left": "yes", "weakness left; atrophy": "no", "weakness; atrophy": "yes"},
    "site": {"weakness left hand; atrophy right hand": "yes", "weakness hand; atrophy arm": "no"},
    "limb": {"weakness hand; atrophy biceps": "yes", "weakness hand; atrophy foot": "no"},
    "day": {"weakness recorded=3; atrophy recorded=3": "yes", "weakness recorded=3; atrophy recorded=4": "no"},
    "statement": {
        "weakness statement=a; atrophy statement=a": "yes",
        "weakness statement=a; atrophy statement=b": "no",
    },
    "scale": {
        "weakness grade=MRC:3; atrophy grade=MRC:4": "yes",
        "weakness grade=MRC:3; atrophy grade=NIHSS:4": "no",
        "weakness; atrophy": "no",
    },
    "not_later": {
        "weakness recorded=3; atrophy recorded=3": "yes",
        "weakness recorded=3; atrophy recorded=9": "yes",
        "weakness recorded=3; atrophy": "no",
    },
}
"""``side`` lets an unknown side match either (L2), ``exact_side`` does not. ``not_later``: first recorded by then."""


@pytest.mark.parametrize(
    ("join", "record", "result"), [(join, *row) for join, rows in AGREE.items() for row in rows.items()]
)
def test_agrees_in(join: str, record: str, result: str) -> None:
    assert finding_test(f"beside: {{of: atrophy, same: [{join}]}}", record) == result


@table({"weakness hand; weakness foot": "yes", "weakness hand; atrophy foot": "no"})
def test_agrees_in_sign(record: str, result: str) -> None:
    assert finding_test("beside: {of: [weakness, atrophy], same: [sign]}", record) == result


@table(
    {
        "muscle_power hand grade=MRC:3; muscle_power hand grade=MRC:4": "yes",
        "muscle_power hand grade=MRC:3; weakness hand": "no",
        "weakness hand; weakness foot": "no",
    }
)
def test_agrees_in_the_graded_input(record: str, result: str) -> None:
    """``raw``: both were read from grades of the same kind."""
    assert finding_test("beside: {of: weakness, same: [raw]}", record) == result


@table({"weakness left hand; atrophy left hand": "yes", "weakness left hand; atrophy left foot": "no"})
def test_every_join_must_agree(record: str, result: str) -> None:
    assert finding_test("beside: {of: atrophy, same: [region, side]}", record) == result


@table({"weakness; atrophy": "yes", "weakness left; weakness right": "no"})
def test_different(record: str, result: str) -> None:
    assert finding_test("beside: {of: [weakness, atrophy], different: [sign]}", record) == result


@table(
    {"weakness left; weakness right": "yes", "weakness left; weakness": "no", "weakness left; weakness left foot": "no"}
)
def test_on_the_other_side(record: str, result: str) -> None:
    assert finding_test("beside: {of: weakness, side: other}", record) == result


@table({"weakness left hand; atrophy hand": "open", "weakness left hand; atrophy left hand": "yes"})
def test_is_as_sure_as_the_selection(record: str, result: str) -> None:
    assert finding_test("beside: {of: {of: atrophy, side: left}}", record) == result


def test_an_unknown_join_is_refused() -> None:
    assert refusal(parser().selection, "{beside: {of: atrophy, same: [regoin]}}") == (
        '1: no join is called "regoin". Did you mean "region"?'
    )
