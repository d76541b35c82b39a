"""Frozen types for signs, anatomy and scales (knowledge.md sections 1 and 2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from pydantic import Field

from cds_service.knowledge.content_model import ContentModel
from cds_service.knowledge.neuroanatomy import FocalContent

SignClass = Literal[
    "UMN", "LMN", "emg", "neutral-motor", "bulbar", "sensory", "NMJ", "muscle", "autonomic", "respiratory",
    "red-flag", "context",
]  # fmt: skip
Weight = Literal["S", "M", "W", "C", "-"]
"""Strong, moderate, weak, companion, none (knowledge.md 1.2)."""
YesNo = Literal["yes", "no"]


class SignContent(ContentModel):
    """One sign. ``window`` is how many days a record stays active, None for ever (4.2).

    ``window_for_problems``: whether the window also holds for an entry of the problem list (1.1).
    ``region``: the fixed region; None takes it from the site.
    """

    label: str
    sign_class: SignClass = Field(alias="class")
    weight: Weight = "-"
    region: str | None = None
    window: int | None = None
    window_for_problems: bool = False
    note: str = ""
    references: tuple[str, ...] = ()


class SiteContent(ContentModel):
    """One place of the body: a site (1.4), a muscle (1.5) or a reflex (1.6)."""

    label: str
    region: str | None = None
    within: str | None = Field(default=None, alias="in")
    same_as: str | None = None
    contains: Literal["", "everything"] = ""
    muscle: str | None = None
    roots: tuple[str, ...] = ()
    main_roots: tuple[str, ...] = ()
    plexus: tuple[str, ...] = ()
    nerves: tuple[str, ...] = ()
    test: str = ""
    references: tuple[str, ...] = ()

    @property
    def is_muscle(self) -> bool:
        """Whether the place is one muscle (1.5): it has roots, and it is not the reflex of another."""
        return bool(self.roots) and bool(self.test)

    @property
    def everywhere(self) -> bool:
        """Whether the place is the whole body."""
        return self.contains == "everything"


class ScaleRow(ContentModel):
    """What a grade of a scale says: signs found, and signs explicitly not found."""

    values: tuple[str, ...]
    number: Decimal | None = None
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    note: str = ""


class ScaleContent(ContentModel):
    """One scale of one raw sign (2.1 to 2.4). A grade with no row says nothing."""

    rows: tuple[ScaleRow, ...]
    note: str = ""
    references: tuple[str, ...] = ()


class Normalization(ContentModel):
    """A sign that has another name at certain sites (1.3, "Normalise first")."""

    sign: str
    at: tuple[str, ...]
    becomes: str


class UnsitedNegatives(ContentModel):
    """N1: a negative without a site counts at ``count_at`` when ``graded`` was graded that day in all ``limbs``."""

    count_at: str
    graded: str
    limbs: tuple[str, ...]


class ConditionContent(ContentModel):
    """One diagnosis key (1.9). ``day``: which date speaks where several entries differ."""

    label: str
    day: Literal["oldest-recorded", "newest-onset"] = "oldest-recorded"


class ResultContent(ContentModel):
    """A result that rules read, in words; ``unit`` where rules compare its number."""

    label: str
    unit: str = ""


class GoneRemark(ContentModel):
    """A sign of one of the weights that was there and is now explicitly absent (4.2)."""

    weights: tuple[Weight, ...]
    text: str


class GradeRemark(ContentModel):
    """A difference of grades of one scale, of so many steps (2.1 asymmetry, 4.4 improvement)."""

    scale: str
    by: Decimal
    text: str


class Remarks(ContentModel):
    """Texts that the first card prints; they change nothing."""

    gone: GoneRemark
    improved: GradeRemark
    asymmetric: GradeRemark


class Limits(ContentModel):
    """How many findings are read, how many active ones are weighed, how many that say the same of one day."""

    findings: int
    weighed: int
    alike: int
    text: str


class ReadingOfSigns(ContentModel):
    """Rules that turn recorded findings into signs, beside the tables."""

    normalize: tuple[Normalization, ...]
    unsited_negatives: UnsitedNegatives
    no_site: tuple[str, ...]
    """Site keys that say nothing about the place; the first is used where no site is recorded."""
    point_scales: tuple[str, ...]
    """Scales on which a finding carries points, more being worse (NIHSS); they convert nothing."""
    limits: Limits
    remarks: Remarks
    """What earlier records have to say beside the patterns (2.1, 4.2, 4.4)."""


class RegionContent(ContentModel):
    """One region. ``whole``: sites whose normal findings speak for it. ``part``, ``parts``: its name in a summary."""

    label: str
    name: str
    part: str
    parts: str
    whole: tuple[str, ...]
    drawn: tuple[str, ...] = ()


class Questions(ContentModel):
    """``questions.yaml``: decisions that a neurologist should confirm before release."""

    questions: tuple[str, ...]


class Manifest(ContentModel):
    """What the content is, its version, and who stands behind it."""

    id: str
    version: str
    title: str
    status: Literal["draft", "active", "retired"]
    reviewed: bool
    canonical_base: str
    notice: str


@dataclass(frozen=True, slots=True)
class Anatomy:
    """Sites, muscles and reflexes with their containment, answered by key."""

    sites: dict[str, SiteContent]
    regions: dict[str, RegionContent]
    containers: dict[str, frozenset[str]] = field(default_factory=dict)
    focal: FocalContent = field(default_factory=FocalContent)

    def region_of(self, site: str) -> str | None:
        """The region of a site, None where it has none."""
        content = self.sites.get(site)
        return content.region if content else None

    def contains(self, outer: str, inner: str) -> bool:
        """Whether ``inner`` is ``outer`` or lies in it, through any number of steps (1.4)."""
        return outer == inner or outer in self.containers.get(inner, frozenset())

    def covers(self, outer: str, inner: str) -> bool:
        """``contains``, and the whole body covers every place (4.2, 4.5)."""
        content = self.sites.get(outer)
        return self.contains(outer, inner) or bool(content and content.everywhere)


def containers_of(sites: dict[str, SiteContent]) -> dict[str, frozenset[str]]:
    """For each site every site that contains it or is the same place."""
    parents: dict[str, set[str]] = {key: set() for key in sites}
    for key, content in sites.items():
        if content.within:
            parents[key].add(content.within)
        if content.same_as:
            parents[key].add(content.same_as)
            parents[content.same_as].add(key)
    return {key: frozenset(_ancestors(key, parents) - {key}) for key in sites}


def _ancestors(key: str, parents: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [key]
    while waiting:
        for parent in parents.get(waiting.pop(), ()):
            if parent not in found:
                found.add(parent)
                waiting.append(parent)
    return found
