"""Bounds on a number."""

from __future__ import annotations

from decimal import Decimal

from cds_service.knowledge.expressions import Compare


def holds(compare: Compare, value: int | Decimal) -> bool:
    """Whether every stated bound holds."""
    return (
        (compare.at_most is None or value <= compare.at_most)
        and (compare.at_least is None or value >= compare.at_least)
        and (compare.less_than is None or value < compare.less_than)
        and (compare.more_than is None or value > compare.more_than)
    )
