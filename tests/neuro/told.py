"""What the shipped content makes of a record, and how the chapters of patterns are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

import pytest

from cds_service.neuro.outcome import FiredPattern, Reasoning
from cds_service.neuro.reasoning import reason
from tests.conftest import AS_OF
from tests.spec.notation import case_of
from tests.vignettes.routes import shipped_knowledge

CLEAN = "no weakness generalised; no atrophy generalised; no hyperreflexia generalised; no areflexia generalised"
"""Power, bulk and reflexes were examined everywhere and are normal."""


@cache
def reasoned(record: str) -> Reasoning:
    """Everything that the content concludes from a record."""
    return reason(case_of(record, AS_OF), shipped_knowledge(), AS_OF)


def result(pattern: str, record: str) -> str:
    """``yes``, ``no`` or ``unknown`` (N8), before anything is silenced."""
    assert pattern in shipped_knowledge().clinical.patterns
    return next((one.result for one in reasoned(record).outcomes if one.pattern == pattern), "no")


def shown(record: str) -> list[str]:
    """The patterns that are shown, in their order."""
    return [fired.key for fired in reasoned(record).shown]


def card(pattern: str, record: str) -> FiredPattern:
    """The pattern as it is shown."""
    return next(fired for fired in reasoned(record).shown if fired.key == pattern)


def silenced(record: str) -> dict[str, str]:
    """The patterns that fire and are not shown, with the reason."""
    return {one.pattern: one.reason for one in reasoned(record).silenced}


def used(pattern: str, record: str) -> str:
    """The lines of the record on which the pattern rests."""
    lines = {read.id: read.evidence[0].reference for read in reasoned(record).findings}
    (outcome,) = [one for one in reasoned(record).outcomes if one.pattern == pattern]
    return " ".join(sorted(lines[one] for one in outcome.because))


def chapter(
    pattern: str,
    *,
    fires: Mapping[str, str],
    silent: Mapping[str, str],
    unknown: Mapping[str, str] | None = None,
) -> Callable[..., None]:
    """A test that is asked for every case: the clause in words, and a record that meets it or just misses it."""
    cases = [
        pytest.param(record, expected, id=f"{expected}: {words}")
        for expected, rows in (("yes", fires), ("no", silent), ("unknown", unknown or {}))
        for words, record in rows.items()
    ]

    @pytest.mark.parametrize(("record", "expected"), cases)
    def test(record: str, expected: str) -> None:
        assert result(pattern, record) == expected

    return test
