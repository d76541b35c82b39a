"""The whole content as one frozen value, read once at start."""

from __future__ import annotations

from pathlib import Path

from cds_service.errors import ContentError, ContentFault
from cds_service.knowledge.actions import ActionContent
from cds_service.knowledge.clinical import Questions
from cds_service.knowledge.load_actions import load_actions, load_wording, unknown_names
from cds_service.knowledge.load_clinical import OtherKeys, load_clinical, load_manifest
from cds_service.knowledge.load_terminology import load_terminology
from cds_service.knowledge.locate import content_folder
from cds_service.knowledge.model import Clinical, Knowledge
from cds_service.knowledge.strict_yaml import read_yaml, validate
from cds_service.knowledge.terminology import Terminology


def load_knowledge(folder: Path | None = None) -> Knowledge:
    """The content of ``folder``, by default the one that goes with this code. Raises ContentError with all faults."""
    where = folder or content_folder()
    manifest = load_manifest(where)
    terminology = load_terminology(where, manifest.canonical_base)
    actions = load_actions(where)
    wording = load_wording(where)
    used = terminology.keys
    clinical = load_clinical(where, OtherKeys(used.medications, used.result_fields, frozenset(actions.actions)))
    faults = _unknown_keys(where, terminology, clinical, actions) + unknown_names(where, _names_in(clinical))
    if faults:
        raise ContentError(faults)
    return Knowledge(manifest, terminology, clinical, actions, wording, _questions(where))


def _questions(where: Path) -> tuple[str, ...]:
    return validate(read_yaml(where / "questions.yaml", where.parent), Questions).questions


def _names_in(clinical: Clinical) -> dict[str, frozenset[str]]:
    """What actions, order rules and wording may name, by what it is."""
    return {
        "sign": frozenset(clinical.signs),
        "site": frozenset(clinical.anatomy.sites),
        "scale": frozenset(scale for scales in clinical.scales.values() for scale in scales),
        "pattern": frozenset(clinical.patterns),
        "region": frozenset(clinical.anatomy.regions),
        "reference": frozenset(clinical.references),
    }


def _unknown_keys(
    where: Path, terminology: Terminology, clinical: Clinical, actions: ActionContent
) -> list[ContentFault]:
    """Keys that the code tables use and no content file defines."""
    used = terminology.keys
    checks = (
        ("sign", used.signs, clinical.signs, "signs/"),
        ("site", used.sites, clinical.anatomy.sites, "anatomy/"),
        ("condition", used.conditions, clinical.conditions, "conditions.yaml"),
        ("action", used.actions, actions.actions, "actions/"),
    )
    return [
        ContentFault(
            f"{where.name}/terminology", 1, f'the code tables use the {kind} "{key}", which {home} does not define'
        )
        for kind, keys, known, home in checks
        for key in sorted(keys - set(known))
    ]
