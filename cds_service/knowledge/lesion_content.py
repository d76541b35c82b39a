"""Models of the content of localization: features, what a lesion of a kind does to them, and the places of lesions.

A *feature* is what one or several signs say of one place (a muscle is weak, a reflex is lost, sensation of a
dermatome is lost). A *lesion* is a place of the nervous system with a side; for each feature and place it says how
often the feature is found. Every number is content (``localization.yaml``); the tables of ``anatomy/`` name the
places.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field

from cds_service.knowledge.content_model import ContentModel

Scope = Literal["main", "partial", "below", "skin", "below_skin", "level", "below_level", "at"]
"""Which places a rule speaks of.

``main``, ``partial``: muscles and reflexes that the lesion's root, segment, plexus part or nerve serves mainly, or
partly. ``below``: muscles and reflexes of the segments below a cord lesion. ``skin``: its dermatomes and nerve
territories, by name and by site. ``below_skin``: skin below a cord lesion. ``level``, ``below_level``: names of
dermatomes at a cord lesion (and just below), or further below. ``at``: the sites that the rule names, with all that
lies in them.
"""
RelativeSide = Literal["same", "other", "both"]


class FeatureContent(ContentModel):
    """Signs that say the same of a place.

    ``background``: how often the feature is found though no lesion explains it (a false or unrelated finding).
    ``absent_counts``: whether its absence speaks against a lesion. ``named``: signs carry a root, nerve or level as
    grade. ``localizes`` no: alone or with its like it points nowhere (fasciculations alone have no such meaning,
    1.2). ``unplaced``: the site meant where a sign is recorded without one. ``examined``: what the bedside
    examination asks for (each muscle, each reflex, each named piece of skin, or one question); ``test``, ``found``,
    ``not_found``: its words.
    """

    signs: tuple[str, ...]
    background: Decimal = Field(gt=0, lt=1)
    absent_counts: Literal["yes", "no"] = "yes"
    named: Literal["yes", "no"] = "no"
    sided: Literal["yes", "no"] = "yes"
    localizes: Literal["yes", "no"] = "yes"
    unplaced: dict[str, str] = {}
    examined: Literal["muscles", "reflexes", "skin", "once", "no"] = "no"
    test: str = ""
    found: str = ""
    not_found: str = ""


class RuleContent(ContentModel):
    """How often a lesion gives a feature: ``how`` is a word of ``certainty``; ``side`` is relative to the lesion's."""

    feature: str
    of: Scope = "at"
    at: tuple[str, ...] = ()
    side: RelativeSide = "same"
    how: str


class KindContent(ContentModel):
    """A kind of lesion: ``prior`` is the natural logarithm of how common it is beside the others."""

    prior: Decimal = Decimal(0)
    rules: tuple[RuleContent, ...] = ()
    references: tuple[str, ...] = ()


class LesionContent(ContentModel):
    """One place of a lesion. ``sided`` no: it lies in the middle, on both sides, or everywhere.

    ``roots``: the roots that are hurt. ``parts``: plexus parts; with ``roots``, a muscle of the part that has none of
    them as main root is hurt less. ``segments``: cord segments, rostral first. ``names``: dermatomes and nerve
    territories. ``muscles``: where no table gives them. ``prior`` is added to that of the kind.
    """

    label: str
    kind: str
    sided: Literal["yes", "no"] = "yes"
    prior: Decimal = Decimal(0)
    roots: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    muscles: tuple[str, ...] = ()
    rules: tuple[RuleContent, ...] = ()
    references: tuple[str, ...] = ()


class StepContent(ContentModel):
    """A stretch of a nerve: a lesion here takes all that leaves the nerve here and further on.

    ``key`` and ``label`` are those of the lesion. What leaves here: ``muscles``, ``often`` (muscles less constantly
    affected), ``branches`` (nerves) and ``names`` (skin).
    """

    key: str
    label: str
    prior: Decimal = Decimal(0)
    muscles: tuple[str, ...] = ()
    often: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    rules: tuple[RuleContent, ...] = ()


class NerveContent(ContentModel):
    """A named nerve of 1.5 with its course from proximal to distal."""

    name: str
    course: tuple[StepContent, ...]
    references: tuple[str, ...] = ()


class LocalizationTexts(ContentModel):
    """Sentences: a candidate, candidates that are equal, and the examination that separates."""

    candidate: str
    unsided: str
    equal: str
    separate: str
    separate_named: str


class LocalizationContent(ContentModel):
    """Numbers, features, kinds and words of the localization engine.

    ``certainty``: the words of rules as probabilities. ``explained_from``: a finding counts as explained where the
    lesion makes it so many times as likely as chance. ``against_from``: a normal finding speaks against a lesion that
    gives the abnormal one at least so often. ``equal_within``, ``leading_within``: differences of the logarithm of
    likelihood. ``other_side_unsaid``: how far a finding recorded on one side only says that the other side is normal
    (0 to 1). ``segments``: cord segments, rostral first. ``skin``: the sites of each dermatome and nerve territory.
    """

    features: dict[str, FeatureContent]
    certainty: dict[str, Decimal]
    kinds: dict[str, KindContent]
    nerve_kind: str
    segments: tuple[str, ...]
    level_reach: int
    skin: dict[str, tuple[str, ...]]
    shown: int
    explained_from: Decimal
    against_from: Decimal
    other_side_unsaid: Decimal
    equal_within: Decimal
    leading_within: Decimal
    examinations: int
    least_gain: Decimal
    not_at_bedside: tuple[str, ...] = ()
    texts: LocalizationTexts
    references: tuple[str, ...] = ()
