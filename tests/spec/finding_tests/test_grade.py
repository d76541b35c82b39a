"""``grade``: a grade of a scale within bounds, a bare text, or a level of the spine."""

from __future__ import annotations

from tests.spec.tiny import finding_test, parser, refusal, table


@table(
    {
        "muscle_power hand grade=MRC:3": "yes",
        "muscle_power hand grade=MRC:4-": "no",
        "weakness hand grade=MRC:2": "yes",
        "weakness hand grade=NIHSS:2": "no",
        "weakness hand": "no",
    }
)
def test_within_bounds(record: str, result: str) -> None:
    """An ungraded finding has no grade: it does not pass, and no record of it could make it pass."""
    assert finding_test("grade: {scale: MRC, at_most: 3}", record) == result


@table({"weakness hand grade=MRC:4-": "yes", "weakness hand grade=MRC:3": "no"})
def test_a_bound_may_be_a_word_of_the_scale(record: str, result: str) -> None:
    assert finding_test('grade: {scale: MRC, at_least: "4-"}', record) == result


@table({"weakness hand grade=NIHSS:2": "yes", "weakness hand grade=MRC:2": "no", "weakness hand": "no"})
def test_of_a_scale_whatever_the_grade(record: str, result: str) -> None:
    assert finding_test("grade: {scale: NIHSS}", record) == result


@table({"weakness grade=NIHSS:3": "yes", "weakness grade=NIHSS:2": "no"})
def test_points_count_downwards(record: str, result: str) -> None:
    """On a scale of points more is worse, so that 3 points are "at most -3": larger is always better."""
    assert finding_test("grade: {scale: NIHSS, at_most: -3}", record) == result


@table({"fever grade=severe": "yes", "fever grade=mild": "no", "fever": "no", "fever grade=MRC:severe": "no"})
def test_a_bare_text(record: str, result: str) -> None:
    assert finding_test("grade: {text: severe}", record) == result


@table(
    {
        "sensory_level grade=T2": "yes",
        "sensory_level grade=T12": "yes",
        "sensory_level grade=L1": "no",
        "sensory_level grade=C8": "no",
        "sensory_level grade=upper": "no",
        "sensory_level": "no",
    }
)
def test_levels_of_the_spine(record: str, result: str) -> None:
    assert finding_test("grade: {levels: [T2, T12]}", record) == result


def test_an_unknown_scale_is_refused() -> None:
    said = refusal(parser().selection, "{of: weakness, grade: {scale: MCR}}")
    assert said == '1: no scale is called "MCR". Did you mean "MRC"?'
