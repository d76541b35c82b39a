"""What can be suggested, and what becomes of suggestions: the types of ``actions/`` and ``order_rules.yaml``.

Sources: knowledge.md 3.1 (actions and windows), 4.1 P7 and P8, 4.3 D1 to D5.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from cds_service.knowledge.content_model import ContentModel

ActionKind = Literal["order", "advice"]


class MemberContent(ContentModel):
    """One part of a composite order. ``region``: where it is one of several alternatives, the region that it fits."""

    label: str
    region: str = ""


class Action(ContentModel):
    """One thing that can be suggested (3.1). ``window`` is in days, 0 for never suppressed.

    ``order_lines`` name sentences of the order rules; ``occurs_after_days`` dates an order that is meant for later;
    with ``names_missing`` the card adds what is not recorded.
    """

    label: str
    suggest: str
    kind: ActionKind
    window: int = Field(ge=0)
    question: str = ""
    order_lines: tuple[str, ...] = ()
    group: str = ""
    urgent: bool = False
    names_missing: bool = False
    occurs_after_days: int | None = Field(default=None, ge=1)
    members: dict[str, MemberContent] = Field(default_factory=dict)
    references: tuple[str, ...]


class Replacement(ContentModel):
    """P8: under an age in completed years, ``actions`` become ``by``."""

    under_years: int
    actions: tuple[str, ...]
    by: str


class Conflict(ContentModel):
    """P8: where ``action`` is asked for, ``removes`` are not suggested."""

    action: str
    removes: tuple[str, ...]


class Withdrawal(ContentModel):
    """P8: ``actions`` are not offered while a card with one of ``with_indicators`` is shown."""

    actions: tuple[str, ...]
    with_indicators: tuple[Literal["info", "warning", "critical"], ...]


class RecentNormal(ContentModel):
    """D2: ``sign``, recorded ``within_days``, turns ``action`` from must into may, and ``note`` says so."""

    sign: str
    action: str
    within_days: int
    note: str


class Coverage(ContentModel):
    """D3: an order or result of ``action`` counts for ``covers`` too."""

    action: str
    covers: tuple[str, ...]


class Expedite(ContentModel):
    """D3: an active order of ``on_record`` does not cover ``action``; ``note`` is added to the suggestion."""

    action: str
    on_record: str
    note: str


class Reopening(ContentModel):
    """D5: while one of ``patterns`` is shown, results of ``result_days`` or older no longer settle these actions."""

    patterns: tuple[str, ...]
    result_days: int
    actions: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


class OrderRules(ContentModel):
    """``order_rules.yaml``: P7, P8 and D1 to D5 as tables. All ages of records are in days."""

    replacements: tuple[Replacement, ...]
    conflicts: tuple[Conflict, ...]
    withdrawn: tuple[Withdrawal, ...]
    draft_days: int = Field(ge=0)
    critical_order_days: int = Field(ge=0)
    recent_normal: tuple[RecentNormal, ...]
    coverage: tuple[Coverage, ...]
    expedite: tuple[Expedite, ...]
    declined_days: int = Field(ge=0)
    reopen: tuple[Reopening, ...]
    most_cards: int = Field(ge=1)
    withheld_systems: tuple[str, ...] = ()
    order_lines: dict[str, str] = Field(default_factory=dict)

    def covering(self, action: str) -> tuple[str, ...]:
        """The actions whose order or result settles ``action``: itself, and those that cover it (D3)."""
        return (action, *(row.action for row in self.coverage if action in row.covers))


@dataclass(frozen=True, slots=True)
class ActionContent:
    """Every action by key, and the rules over them."""

    actions: dict[str, Action]
    rules: OrderRules

    def action(self, key: str) -> Action:
        """The action of that key. Raises KeyError for an action that the content does not have."""
        return self.actions[key]

    def order_lines(self, key: str) -> tuple[str, ...]:
        """The sentences that go with an order of this action."""
        return tuple(self.rules.order_lines[name] for name in self.actions[key].order_lines)
