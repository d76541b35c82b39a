"""``sign``: which sign the finding is."""

from __future__ import annotations

from tests.spec.tiny import finding_test, parser, refusal, table


@table({"weakness": "yes", "areflexia": "yes", "atrophy": "no"})
def test_one_of_the_named_signs(record: str, result: str) -> None:
    assert finding_test("sign: [weakness, areflexia]", record) == result


@table({"weakness": "yes", "areflexia": "yes", "atrophy": "no"})
def test_a_group_stands_for_its_signs(record: str, result: str) -> None:
    assert finding_test("sign: motor_sign", record) == result


@table({"muscle_power hand grade=MRC:3": "yes"})
def test_a_graded_input_is_the_sign_that_its_grade_means(record: str, result: str) -> None:
    assert finding_test("sign: weakness", record) == result


def test_an_unknown_sign_is_refused_with_the_nearest() -> None:
    said = refusal(parser().selection, "{of: weaknes}")
    assert said == '1: no sign, group or selection is called "weaknes". Did you mean "weakness"?'
