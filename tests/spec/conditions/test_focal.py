"""``focal``: what the muscles of one limb say of its roots, nerves and plexus (knowledge base 1.7).

In the small world: biceps C5 (C6) musculocutaneous; triceps and wrist C7 (C6) radial; thumb T1 (C8) median.
"""

from __future__ import annotations

from tests.spec.tiny import condition, parser, refusal, table


@table(
    {
        "weakness left triceps; root_numbness left grade=C7": "yes 1 2",
        "weakness left triceps; weakness left wrist; root_numbness left": "no",
        "weakness left triceps; root_numbness left grade=C5": "no",
        "weakness left triceps; weakness left wrist": "no",
        "weakness left biceps; weakness left thumb; root_numbness left grade=C6": "no",
        "weakness left triceps; weakness left foot; root_numbness left grade=C7": "no",
    }
)
def test_a_root_with_its_sensory_sign(record: str, result: str) -> None:
    """A root is common to every muscle and main for one of them; the sensory sign names it."""
    assert condition("focal: root", record) == result


@table(
    {
        "weakness left triceps; weakness left wrist": "yes 1 2",
        "weakness left triceps; atrophy left wrist": "yes 1 2",
        "weakness left triceps; nerve_numbness left grade=radial": "yes 1 2",
        "weakness left triceps": "no",
        "weakness left triceps; weakness left biceps": "no",
        "weakness left triceps; weakness right wrist": "no",
    }
)
def test_a_nerve(record: str, result: str) -> None:
    """Two muscles of one nerve, or one muscle and the loss of that nerve's territory."""
    assert condition("focal: nerve", record) == result


@table(
    {
        "weakness left triceps; nerve_numbness left grade=radial": "yes 1 2",
        "weakness left triceps; nerve_numbness left grade=median": "no",
        "weakness left triceps; weakness left wrist": "no",
    }
)
def test_the_territory_of_the_nerve(record: str, result: str) -> None:
    assert condition("focal: territory", record) == result


@table({"weakness left biceps; weakness left thumb": "yes 1 2", "weakness left triceps; weakness left wrist": "no"})
def test_a_plexus(record: str, result: str) -> None:
    """Muscles of two trunk nerves, no root in common, one plexus."""
    assert condition("focal: plexus", record) == result


@table({"weakness left biceps": "yes", "weakness left foot": "no", "weakness left biceps; weakness left foot": "no"})
def test_the_limb(record: str, result: str) -> None:
    assert condition("focal: {limb: arm}", record) == result


def test_another_part_is_refused() -> None:
    assert refusal(parser().condition, "focal: rot") == (
        '1: no part of the focal algorithm is called "rot". Did you mean "root"?'
    )
