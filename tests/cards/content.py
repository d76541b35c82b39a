"""Content for the tests of cards: the shipped actions, words and order codes, with small stand-ins for the rest."""

from __future__ import annotations

from dataclasses import dataclass, field

from cds_service.knowledge.actions import ActionContent
from cds_service.knowledge.load_actions import load_wording
from cds_service.knowledge.wording import Wording
from tests.recommendations.builders import CONTENT, OrderCodes, shipped_actions, shipped_order_codes


@dataclass(frozen=True, slots=True)
class Manifest:
    """A content that nobody has reviewed yet."""

    title: str = "Motor neuron signs"
    version: str = "2026.11.0"
    reviewed: bool = False
    canonical_base: str = "https://motor-neuron-signs.example.org/fhir"


class Labels:
    """Keys with blanks for underscores."""

    def sign_label(self, key: str) -> str:
        return key.replace("_", " ")

    def site_label(self, key: str) -> str:
        return key.replace("_", " ")


@dataclass(frozen=True, slots=True)
class StandInKnowledge:
    """What cards read of the content."""

    manifest: Manifest = field(default_factory=Manifest)
    clinical: Labels = field(default_factory=Labels)
    terminology: OrderCodes = field(default_factory=shipped_order_codes)
    actions: ActionContent = field(default_factory=shipped_actions)
    wording: Wording = field(default_factory=lambda: load_wording(CONTENT))
