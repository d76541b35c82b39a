"""The name of a sign or group: its active positive findings."""

from __future__ import annotations

from tests.spec.tiny import parser, refusal, selection, table


@table(
    {
        "weakness left hand; atrophy; weakness foot": "1, 3",
        "no weakness hand": "",
        "weakness recorded=181": "",
        "weakness recorded=never": "",
        "weakness hand; no weakness hand": "1",
        "weakness hand recorded=1; no weakness hand": "",
    }
)
def test_a_sign(record: str, result: str) -> None:
    """Not what is absent, past its window, undated or replaced by a newer record."""
    assert selection("weakness", record) == result


@table({"weakness; areflexia; atrophy": "1, 2"})
def test_a_group(record: str, result: str) -> None:
    assert selection("motor_sign", record) == result


def test_an_unknown_name_is_refused_with_the_nearest() -> None:
    assert refusal(parser().selection, "weak_arn") == (
        '1: no sign, group or selection is called "weak_arn". Did you mean "weak_arm"?'
    )
