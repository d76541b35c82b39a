"""``pattern``: a pattern that was decided before fires, whether it is shown or not."""

from __future__ import annotations

from tests.spec.tiny import condition, parser, refusal, table


@table({"fires emergency": "yes", "fires emergency silenced": "yes", "fires slow": "no", "": "no"})
def test_fires(record: str, result: str) -> None:
    """A pattern that could not be told does not fire (N8: only yes counts in rules)."""
    assert condition("pattern: emergency", record) == result


@table({"fires slow": "yes", "fires emergency": "yes", "fires overlay": "no"})
def test_one_of_several(record: str, result: str) -> None:
    assert condition("pattern: [emergency, slow]", record) == result


@table({"fires slow critical": "yes", "fires slow": "no"})
def test_critical(record: str, result: str) -> None:
    assert condition('pattern: {critical: "yes"}', record) == result


def test_an_unknown_pattern_is_refused() -> None:
    assert refusal(parser().condition, "pattern: slwo") == '1: no pattern is called "slwo". Did you mean "slow"?'
