"""``on_record``: a diagnosis (knowledge base 1.9), confirmed unless the rule asks for something else."""

from __future__ import annotations

from tests.spec.tiny import condition, parser, refusal, table


@table(
    {
        "on record cancer": "yes",
        "on record cancer provisional": "no",
        "on record cancer refuted": "no",
        "on record limb_injury": "no",
        "": "no",
    }
)
def test_confirmed(record: str, result: str) -> None:
    """What is not on the problem list is not there: never open."""
    assert condition("on_record: cancer", record) == result


@table({"on record new_stroke": "yes", "on record old_stroke": "yes", "on record cancer": "no"})
def test_a_group(record: str, result: str) -> None:
    assert condition("on_record: any_stroke", record) == result


@table({"on record cancer provisional": "yes", "on record cancer": "no"})
def test_verification(record: str, result: str) -> None:
    assert condition("on_record: {any_of: cancer, verification: provisional}", record) == result


def test_another_verification_is_refused() -> None:
    assert refusal(parser().condition, "on_record: {any_of: cancer, verification: provisonal}") == (
        '1: no verification is called "provisonal". Did you mean "provisional"?'
    )


@table({"on record cancer": "yes", "on record cancer history": "no"})
def test_history(record: str, result: str) -> None:
    assert condition('on_record: {any_of: cancer, history: "no"}', record) == result


@table({"on record old_stroke left": "yes", "on record old_stroke": "no"})
def test_has_side(record: str, result: str) -> None:
    assert condition('on_record: {any_of: old_stroke, has_side: "yes"}', record) == result


@table(
    {
        "on record cancer recorded=90": "yes",
        "on record cancer recorded=91": "no",
        "on record cancer recorded=300 onset=90": "yes",
        "on record cancer": "no",
    }
)
def test_recorded_or_begun(record: str, result: str) -> None:
    assert condition("on_record: {any_of: cancer, recorded_or_begun: {at_most: 90}}", record) == result


@table({"on record limb_injury": "yes", "on record limb_injury recorded=400": "no"})
def test_undated_may_count(record: str, result: str) -> None:
    rule = 'on_record: {any_of: limb_injury, recorded_or_begun: {at_most: 365}, undated: "yes"}'
    assert condition(rule, record) == result


@table(
    {
        "on record old_stroke recorded=200; on record new_stroke recorded=200": "yes",
        "on record old_stroke recorded=200; on record new_stroke recorded=5": "no",
        "on record cancer recorded=200": "no",
    }
)
def test_every(record: str, result: str) -> None:
    """Every entry of the diagnoses passes, and there is one."""
    assert condition("on_record: {every: any_stroke, recorded: {at_least: 180}}", record) == result


@table(
    {
        "on record cancer recorded=40; on record cancer recorded=5": "yes",
        "on record cancer recorded=5": "no",
        "on record cancer onset=40": "yes",
    }
)
def test_the_oldest_day_speaks(record: str, result: str) -> None:
    """``day``: the one day that speaks for the diagnosis, by default the oldest record."""
    assert condition("on_record: {any_of: cancer, day: {at_least: 28}}", record) == result


@table(
    {
        "on record new_stroke onset=40; on record new_stroke onset=5": "no",
        "on record new_stroke onset=40 recorded=5": "yes",
    }
)
def test_or_the_newest_onset_where_the_content_says_so(record: str, result: str) -> None:
    assert condition("on_record: {any_of: new_stroke, day: {at_least: 28}}", record) == result


def test_needs_to_be_told_which() -> None:
    assert refusal(parser().condition, 'on_record: {history: "no"}') == '1: name the conditions: "any_of", or "every"'
