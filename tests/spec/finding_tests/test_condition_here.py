"""``condition_here``: a diagnosis on record of this finding's limb and side, or one that states neither."""

from __future__ import annotations

from tests.spec.tiny import finding_test, table


@table(
    {
        "atrophy left hand; on record limb_injury": "yes",
        "atrophy left hand; on record limb_injury left limb=arm": "yes",
        "atrophy left hand; on record limb_injury both limb=arm": "yes",
        "atrophy hand; on record limb_injury left limb=arm": "yes",
        "atrophy left hand; on record limb_injury right limb=arm": "no",
        "atrophy left hand; on record limb_injury left limb=leg": "no",
        "atrophy left hand": "no",
    }
)
def test_of_the_limb_and_side(record: str, result: str) -> None:
    """What the diagnosis or the finding leaves open counts as a match: an injury explains more, not less."""
    assert finding_test("condition_here: limb_injury", record) == result


@table(
    {
        "atrophy left hand; on record limb_injury recorded=100": "yes",
        "atrophy left hand; on record limb_injury recorded=500": "no",
    }
)
def test_may_be_restricted_like_any_diagnosis(record: str, result: str) -> None:
    assert finding_test("condition_here: {any_of: limb_injury, recorded_or_begun: {at_most: 365}}", record) == result
