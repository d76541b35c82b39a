"""Work-up in progress (knowledge base 3.4, D6): kept ready for when no must action of any shown pattern is left."""

from __future__ import annotations

from tests.neuro.told import chapter, reasoned, shown

test_workup_in_progress = chapter(
    "workup_in_progress",
    fires={
        "a tier 2 pattern is shown": "atrophy left hand",
        "a tier 4 pattern is shown": "fasciculations left hand",
    },
    silent={
        "only an overlay is shown": "weakness left arm onset=3",
        "an emergency is shown": "sudden_onset; weakness left arm",
    },
)


def test_is_no_card_by_itself() -> None:
    assert "workup_in_progress" not in shown("atrophy left hand")
    ready = reasoned("atrophy left hand").if_nothing_remains
    assert ready is not None
    assert ready.key == "workup_in_progress"
