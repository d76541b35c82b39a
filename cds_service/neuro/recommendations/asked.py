"""The union of what the shown patterns ask for (P7: the same action is one suggestion that names all of them)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cds_service.neuro.outcome import FiredPattern, Strength
from cds_service.neuro.recommendations.outcome import RecommendedAction


@dataclass(frozen=True, slots=True)
class Asked:
    """One action of the union. ``emergency``: a must of a critical pattern, which only a new order answers (D1).

    ``despite_result``: a repeat is asked for, which an open order answers and a result does not.
    """

    key: str
    strength: Strength
    asked_by: tuple[str, ...]
    notes: tuple[str, ...] = ()
    emergency: bool = False
    despite_result: bool = False

    def joined(self, other: Asked) -> Asked:
        """This action and the same one asked for again: must beats may, nothing is said twice."""
        return Asked(
            key=self.key,
            strength="must" if "must" in (self.strength, other.strength) else "may",
            asked_by=tuple(dict.fromkeys((*self.asked_by, *other.asked_by))),
            notes=tuple(dict.fromkeys((*self.notes, *other.notes))),
            emergency=self.emergency or other.emergency,
            despite_result=self.despite_result or other.despite_result,
        )


Union = dict[str, Asked]


def is_critical(pattern: FiredPattern) -> bool:
    """Critical by its own conditions: palliative care on record shows such a card as a warning (3.2)."""
    return pattern.indicator == "critical" or pattern.goals_first


def union_of(patterns: Iterable[FiredPattern]) -> Union:
    """What ``patterns`` ask for, by action. Withheld patterns ask for nothing."""
    union: Union = {}
    for pattern in patterns:
        if not pattern.withheld:
            for asked in _asked_by(pattern):
                add(union, asked)
    return union


def add(union: Union, asked: Asked) -> None:
    """Put ``asked`` into ``union``, joined with the same action where it is there."""
    known = union.get(asked.key)
    union[asked.key] = known.joined(asked) if known else asked


def withheld_by(patterns: Iterable[FiredPattern]) -> tuple[RecommendedAction, ...]:
    """What withheld patterns would have asked for, for the explanation."""
    return tuple(
        RecommendedAction(
            key=asked.key,
            strength=asked.strength,
            status="not-applicable",
            asked_by=asked.asked_by,
            reason="the pattern is answered or end-of-life care is on record: no action is suggested (D7, 3.2)",
        )
        for pattern in patterns
        if pattern.withheld
        for asked in _asked_by(pattern)
    )


def _asked_by(pattern: FiredPattern) -> Iterable[Asked]:
    for asked in pattern.asked:
        yield Asked(
            key=asked.action,
            strength=asked.strength,
            asked_by=(pattern.key,),
            notes=(asked.note,) if asked.note else (),
            emergency=asked.strength == "must" and is_critical(pattern),
            despite_result=asked.despite_result,
        )
