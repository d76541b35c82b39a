"""What cards ask of the content: the small part of ``Knowledge`` that this package reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from cds_service.knowledge.actions import ActionContent
from cds_service.knowledge.done_when import DoneWhen
from cds_service.knowledge.terminology_rows import OrderRow
from cds_service.knowledge.wording import Wording


class ManifestPart(Protocol):
    """Name, version and standing of the content."""

    @property
    def title(self) -> str:
        """Name of the content, for people."""

    @property
    def version(self) -> str:
        """Content version, for example 2026.11.0."""

    @property
    def reviewed(self) -> bool:
        """Whether a neurologist has reviewed this version."""

    @property
    def canonical_base(self) -> str:
        """Base of every canonical URL that this content publishes."""


class LabelsPart(Protocol):
    """Keys in words for clinicians."""

    def sign_label(self, key: str) -> str:
        """The sign in words."""

    def site_label(self, key: str) -> str:
        """The site, muscle or reflex in words."""


class OrderTablePart(Protocol):
    """The code tables."""

    @property
    def orders(self) -> Sequence[OrderRow]:
        """The rows of orders.csv."""


class OrderCodesPart(Protocol):
    """Codes of orders, and which members of a composite order settle it."""

    @property
    def tables(self) -> OrderTablePart:
        """The code tables."""

    @property
    def done_when(self) -> Mapping[str, DoneWhen]:
        """The expression over the members of a composite order, by action."""


class CardContent(Protocol):
    """Everything that a card is written from, besides the recommendations."""

    @property
    def manifest(self) -> ManifestPart:
        """Which content this is."""

    @property
    def clinical(self) -> LabelsPart:
        """Labels of signs and sites."""

    @property
    def terminology(self) -> OrderCodesPart:
        """Codes of orders."""

    @property
    def actions(self) -> ActionContent:
        """Actions and order rules."""

    @property
    def wording(self) -> Wording:
        """Words that every card shares."""
