"""In which order patterns are decided: a pattern comes after those that its rules look at (P0)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from graphlib import CycleError, TopologicalSorter

from cds_service.errors import ContentError, ContentFault
from cds_service.knowledge import expressions as e
from cds_service.knowledge.patterns import PatternContent


def parts_of(expression: object) -> Iterator[object]:
    """The expression and everything inside it, each once."""
    seen: set[int] = set()
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, tuple):
            waiting.extend(node)
        elif is_dataclass(node) and not isinstance(node, type):
            yield node
            waiting.extend(getattr(node, field.name) for field in fields(node))


def looks_at(pattern: PatternContent) -> frozenset[str]:
    """The patterns that must be decided before this one."""
    found: set[str] = set()
    for node in parts_of((pattern.fires, pattern.counting, pattern.needs, pattern.indicator)):
        if isinstance(node, e.PatternFires) and not node.shown and not node.critical:
            found |= node.patterns
        elif isinstance(node, e.ClauseHeld):
            found.add(node.pattern)
    return frozenset(found - {pattern.key})


def deciding_order(patterns: dict[str, PatternContent]) -> tuple[str, ...]:
    """Every pattern after those it looks at. Raises ContentError where two look at each other."""
    sorter = TopologicalSorter({key: sorted(looks_at(pattern)) for key, pattern in sorted(patterns.items())})
    try:
        return tuple(sorter.static_order())
    except CycleError as error:
        path = " -> ".join(error.args[1])
        raise ContentError(
            [ContentFault("fhir_mappings/patterns", 1, f"patterns look at each other: {path}")]
        ) from error
