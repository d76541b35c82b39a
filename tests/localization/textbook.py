"""The textbook lesions of ``lesions.yaml`` as examinations, clean and spoilt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import yaml

from cds_service.knowledge.clinical import Anatomy
from cds_service.knowledge.lesions import Lesions
from cds_service.knowledge.model import Knowledge
from cds_service.neuro.localization.engine import ranked_candidates
from cds_service.neuro.localization.likelihood import Candidate, Scale
from cds_service.neuro.localization.observations import observe
from tests.examination import case_of, view_of

FILE = Path(__file__).with_name("lesions.yaml")
ROOTS = ("C5", "C6", "C7", "C8", "T1", "L2", "L3", "L4", "L5", "S1")
TERRITORIES = ("median", "ulnar", "radial", "axillary", "femoral", "common fibular", "tibial")


@dataclass(frozen=True, slots=True)
class TextbookLesion:
    """A lesion of a named source: where it is, what it differs in from the tables, and its findings as lines."""

    site: str
    side: str
    source: str
    of: str
    weak: tuple[str, ...]
    spared: tuple[str, ...]
    differs: tuple[str, ...]
    findings: tuple[str, ...]

    @property
    def name(self) -> str:
        """Its place and source, as the name of a test."""
        return f"{self.side} {self.site} ({self.source})".strip()


@cache
def textbook_lesions() -> tuple[TextbookLesion, ...]:
    """Every lesion of the file."""
    return tuple(_lesion(row) for row in yaml.safe_load(FILE.read_text(encoding="utf-8"))["lesions"])


def _lesion(row: dict[str, str | list[str]]) -> TextbookLesion:
    def listed(member: str) -> tuple[str, ...]:
        return tuple(row.get(member, ()))

    side = str(row["side"])
    findings = (
        *(f"weakness {muscle} {side}" for muscle in listed("weak")),
        *(f"no weakness {muscle} {side}" for muscle in listed("spared")),
        *(f"tendon_reflex {reflex} {side} NINDS:0" for reflex in listed("lost")),
        *(f"tendon_reflex {reflex} {side} NINDS:2" for reflex in listed("kept")),
        *listed("also"),
    )
    return TextbookLesion(
        site=str(row["lesion"]),
        side=side,
        source=str(row["source"]),
        of=str(row.get("of", "")),
        weak=listed("weak"),
        spared=listed("spared"),
        differs=listed("differs"),
        findings=findings,
    )


def spoilt(lesion: TextbookLesion, anatomy: Anatomy, chance: Random) -> tuple[str, ...]:
    """The findings with a fifth of them removed (at least one) and one false finding added somewhere in the body."""
    lost = max(1, round(len(lesion.findings) / 5))
    kept = chance.sample(lesion.findings, len(lesion.findings) - lost)
    side = lesion.side or chance.choice(("left", "right"))
    named = {word for finding in lesion.findings for word in finding.split()}
    free = [
        false for false in _false_findings(anatomy, side) if not named & set(false.split()[1:2] + false.split()[3:])
    ]
    return (*kept, chance.choice(free))


def _false_findings(anatomy: Anatomy, side: str) -> list[str]:
    """Weakness of any muscle, loss of any reflex, sensory loss of a root or nerve of the limbs."""
    return [
        *(f"weakness {key} {side}" for key, site in anatomy.sites.items() if site.is_muscle),
        *(f"areflexia {key} {side}" for key, site in anatomy.sites.items() if site.muscle),
        *(f"dermatomal_sensory_loss {'arm' if root[0] in 'CT' else 'leg'} {side} {root}" for root in ROOTS),
        *(f"nerve_territory_sensory_loss unspecified {side} {nerve}" for nerve in TERRITORIES),
    ]


def ranked(findings: Sequence[str], knowledge: Knowledge, lesions: Lesions | None = None) -> list[Candidate]:
    """The candidates for an examination, best first; with other ``lesions`` than those of the content if given."""
    view = view_of(case_of("\n".join(findings)), knowledge)
    facts = [fact for group in view.active.values() for fact in group]
    negatives = [fact for group in view.absent.values() for fact in group]
    anatomy = knowledge.clinical.anatomy
    known = lesions or knowledge.clinical.lesions
    return ranked_candidates(observe(facts, negatives, known, anatomy), Scale(known, anatomy))


def place_of(lesion: TextbookLesion, candidates: Sequence[Candidate]) -> int:
    """The place of the true site and side among the candidates: 0 is first; beyond the last where it is missing."""
    places = [(one.lesion.key, one.side if one.side in ("left", "right") else "") for one in candidates]
    true = (lesion.site, lesion.side)
    return places.index(true) if true in places else len(places)
