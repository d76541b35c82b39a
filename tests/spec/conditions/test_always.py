"""``always``: holds, whatever is recorded."""

from __future__ import annotations

from tests.spec.tiny import condition


def test_holds() -> None:
    assert condition("always", "") == "yes"
