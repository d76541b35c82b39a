"""Frozen types for the criteria fields (knowledge.md 5): what counts in each region, and how a value is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cds_service.knowledge import expressions as e


@dataclass(frozen=True, slots=True)
class GoldCoastContent:
    """What Gold Coast counts (5.1).

    ``field`` and ``regions`` are the keys of its two values. ``muscles``: how many affected muscles a region needs; two
    must differ in nerve and roots. ``also_enough``: what makes a region LMN-positive without a muscle.
    ``preserved_reflex``: reflexes of normal grade, which count as UMN where their muscle is weak and wasted (2.1).
    """

    field: str
    regions: str
    title: str
    umn: e.RegionSet
    weak: e.Selection
    wasted: e.Selection
    denervated: e.Selection
    preserved_reflex: e.Selection
    muscles: Mapping[str, int]
    also_enough: Mapping[str, e.Condition]


@dataclass(frozen=True, slots=True)
class ElEscorialContent:
    """The revised El Escorial field; ``laboratory``: EMG denervation in enough limbs (5.2)."""

    key: str
    title: str
    laboratory: e.Condition


@dataclass(frozen=True, slots=True)
class AwajiContent:
    """The Awaji field; ``lmn``: LMN by examination or EMG; ``spinal``: the regions below the bulbar one (5.3)."""

    key: str
    title: str
    lmn: e.RegionSet
    spinal: frozenset[str]


@dataclass(frozen=True, slots=True)
class CriteriaContent:
    """The three fields with what they share (5), and the sentences that tell them (W9)."""

    applies: e.Condition
    progressive: e.Condition
    not_progressive: e.Condition
    umn: e.RegionSet
    lmn: e.RegionSet
    lmn_by_any_rule: e.RegionSet
    gold_coast: GoldCoastContent
    el_escorial: ElEscorialContent
    awaji: AwajiContent
    line: str
    inputs: str
    nothing: str
    words: Mapping[str, str]
