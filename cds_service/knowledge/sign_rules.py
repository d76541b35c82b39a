"""Rules between findings and patterns as values: weights, readings in context, old problems, guards (weights.yaml)."""

from __future__ import annotations

from dataclasses import dataclass

from cds_service.knowledge import expressions as e


@dataclass(frozen=True, slots=True)
class WeightRule:
    """The weight of a sign while ``when`` holds. ``none``: no sign at all; ``guard`` is then logged."""

    sign: str
    when: e.Test
    weight: str
    guard: str


@dataclass(frozen=True, slots=True)
class ReadingRule:
    """A finding that reads as another sign while ``when`` holds."""

    sign: str
    becomes: str
    when: e.Test


@dataclass(frozen=True, slots=True)
class OldProblems:
    """Findings ``hidden`` unless the condition holds (4.2)."""

    guard: str
    hidden: e.Selection
    unless: e.Condition


@dataclass(frozen=True, slots=True)
class SignRules:
    weights: tuple[WeightRule, ...]
    readings: tuple[ReadingRule, ...]
    old_problems: OldProblems
    guards: tuple[tuple[str, e.Condition], ...]
