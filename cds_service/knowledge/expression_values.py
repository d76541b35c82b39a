"""The four values of an expression, and bounds on a number."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

NO, OPEN, BARE, YES = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Compare:
    """A comparison of a number: every bound that is given must hold."""

    at_most: Decimal | None = None
    at_least: Decimal | None = None
    less_than: Decimal | None = None
    more_than: Decimal | None = None


ANY_NUMBER = Compare()
"""No bound: every number holds."""
