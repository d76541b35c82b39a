"""``absent``: an explicit negative (N2, first sentence). Not recorded leaves it open; recorded present refutes it."""

from __future__ import annotations

from tests.spec.tiny import condition, table


@table({"no weakness left hand": "yes 1", "clonus": "open", "weakness left hand": "no"})
def test_somewhere(record: str, result: str) -> None:
    assert condition("absent: weakness", record) == result


@table(
    {
        "no weakness left arm": "yes 1",
        "no weakness generalised": "yes 1",
        "no weakness left hand": "open",
        "no weakness left leg": "open",
        "weakness left hand": "no",
        "weakness left foot": "open",
    }
)
def test_at_a_place(record: str, result: str) -> None:
    """The negative is of the place or of one that contains it: a strong hand is no strong arm."""
    assert condition("absent: {of: weakness, at: arm}", record) == result


@table(
    {
        "fasciculations left hand; no weakness left hand": "yes 2",
        "fasciculations left hand; no weakness left arm": "yes 2",
        "fasciculations left hand; no weakness right arm": "open",
        "fasciculations left hand; fasciculations left foot; no weakness left arm": "open",
        "fasciculations both hand; no weakness left arm": "open",
        "fasciculations both hand; no weakness both arm": "yes 2",
        "fasciculations left hand; weakness left arm": "no",
        "no weakness left arm": "yes",
    }
)
def test_covering_every_finding_of_a_selection(record: str, result: str) -> None:
    """With nothing to cover it holds."""
    assert condition("absent: {of: weakness, covering: fasciculations}", record) == result


@table(
    {
        "fasciculations left hand; no weakness left arm": "yes 2",
        "fasciculations left hand; no weakness generalised": "yes 2",
        "fasciculations left hand; no weakness left hand": "open",
        "fasciculations hand; no weakness both arm": "yes 2",
        "fasciculations hand; no weakness left arm": "open",
        "fasciculations left hand; weakness left biceps; no weakness left hand": "no",
    }
)
def test_covering_the_whole_region_of_every_finding(record: str, result: str) -> None:
    """``regions_of``: the content says which place speaks for a whole region; here the arm for the arms' region."""
    assert condition("absent: {of: weakness, regions_of: fasciculations}", record) == result


@table({"no weakness left arm": "yes 1", "no weakness left leg": "yes 1", "no weakness left throat": "open"})
def test_at_one_of_several_places(record: str, result: str) -> None:
    assert condition("absent: {of: weakness, at: [arm, leg]}", record) == result
