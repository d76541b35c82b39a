"""The whole content as one frozen value: what every step of the pipeline may look at."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cds_service.knowledge.actions import ActionContent
from cds_service.knowledge.clinical import (
    Anatomy,
    ConditionContent,
    Manifest,
    ReadingOfSigns,
    ResultContent,
    ScaleContent,
    SignContent,
)
from cds_service.knowledge.criteria import CriteriaContent
from cds_service.knowledge.lesions import Lesions
from cds_service.knowledge.patterns import PatternContent, Precedence
from cds_service.knowledge.sign_rules import SignRules
from cds_service.knowledge.terminology import Terminology
from cds_service.knowledge.wording import Wording


@dataclass(frozen=True, slots=True)
class TermWords:
    """A term of the rule language by its name, kind and text, for traces and the catalogue.

    In ``text`` a parameter stands in braces. ``members``: the keys that a group of signs or conditions stands for.
    """

    name: str
    kind: str
    text: str
    references: tuple[str, ...]
    parameters: tuple[str, ...] = ()
    members: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Clinical:
    """Signs, places, scales, rules and patterns: everything that turns findings into patterns."""

    signs: dict[str, SignContent]
    anatomy: Anatomy
    lesions: Lesions
    scales: dict[str, dict[str, ScaleContent]]
    findings: ReadingOfSigns
    conditions: dict[str, ConditionContent]
    results: dict[str, ResultContent]
    references: dict[str, str]
    terms: dict[str, TermWords]
    sign_rules: SignRules
    patterns: dict[str, PatternContent]
    precedence: Precedence
    criteria: CriteriaContent
    deciding_order: tuple[str, ...]
    """Pattern keys, each after those that its rules look at."""
    unused_terms: tuple[str, ...]
    grade_numbers: dict[tuple[str, str], Decimal]

    def sign_label(self, key: str) -> str:
        """The words of a sign for a card."""
        return self.signs[key].label if key in self.signs else key

    def site_label(self, key: str) -> str:
        """The words of a site for a card."""
        return self.anatomy.sites[key].label if key in self.anatomy.sites else key

    def region_label(self, key: str) -> str:
        """The words of a region for a card."""
        return self.anatomy.regions[key].label if key in self.anatomy.regions else key


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything in ``fhir_mappings/``."""

    manifest: Manifest
    terminology: Terminology
    clinical: Clinical
    actions: ActionContent
    wording: Wording
    questions: tuple[str, ...] = ()
    """What a neurologist should confirm before release."""
