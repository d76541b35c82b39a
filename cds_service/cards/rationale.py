"""The extension ``org.motor-neuron-signs.rationale``: why a card is there, for machines (contract, Card)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cds_service.cards.detail import Telling
from cds_service.cards.pruning import pruned
from cds_service.knowledge.actions import ActionContent
from cds_service.neuro.case import CodedEvidence
from cds_service.neuro.outcome import Localization, ReadFinding, Reasoning
from cds_service.neuro.recommendations import RecommendedAction

RATIONALE = "org.motor-neuron-signs.rationale"
"""The key of the extension: reverse domain, as CDS Hooks asks for."""


def rationale(telling: Telling, first: bool) -> dict[str, Any]:
    """The rationale of one card, with members that may be empty. The first card holds every finding that was read."""
    used = frozenset(telling.pattern.used)
    findings = telling.reasoning.findings if first else telling.used
    return {
        "contentVersion": telling.knowledge.manifest.version,
        "asOf": telling.as_of.isoformat(),
        "pattern": telling.pattern.key,
        "alsoMatched": [pattern.key for pattern in telling.also_matched],
        "tier": telling.pattern.tier,
        "localization": [_localization(place) for place in telling.pattern.localization],
        "findings": [_finding(finding, finding.id in used) for finding in findings],
        "notRecorded": list(telling.reasoning.not_recorded),
        "notLookedAt": list(telling.case.not_looked_at),
        "truncated": list(telling.case.truncated),
        "notUnderstood": len(telling.case.not_understood) or None,
        "actions": [_action(action, telling.knowledge.actions) for action in telling.plan.actions],
        "criteria": dict(telling.reasoning.criteria) if first else None,
    }


def findings_of(reasoning: Reasoning) -> list[dict[str, Any]]:
    """Every finding that was read, as in the rationale; ``used`` where any shown pattern rests on it."""
    used = frozenset(key for pattern in reasoning.shown for key in pattern.used)
    return [pruned(_finding(finding, finding.id in used)) for finding in reasoning.findings]


def _finding(finding: ReadFinding, used: bool) -> dict[str, Any]:
    return {
        "id": finding.id,
        "sign": finding.sign,
        "class": finding.sign_class,
        "region": finding.region,
        "site": finding.site,
        "side": finding.side.value,
        "status": "present" if finding.present else "absent",
        "grade": str(finding.grade) if finding.grade else None,
        "effective": finding.recorded.isoformat() if finding.recorded else None,
        "onset": finding.onset.isoformat() if finding.onset else None,
        "stale": finding.stale or None,
        "used": used or None,
        "note": "; ".join(finding.notes),
        "evidence": [_evidence(source) for source in finding.evidence],
    }


def _localization(place: Localization) -> dict[str, Any]:
    return {
        "text": place.text,
        "site": place.site,
        "side": place.side,
        "explains": list(place.explains),
        "unexplained": list(place.unexplained),
        "against": list(place.against),
    }


def _evidence(source: CodedEvidence) -> dict[str, str]:
    return {"reference": source.reference, "system": source.system, "code": source.code, "display": source.display}


def _action(action: RecommendedAction, content: ActionContent) -> dict[str, Any]:
    because = action.because
    return {
        "key": action.key,
        "kind": content.action(action.key).kind,
        "strength": action.strength,
        "status": action.status,
        "because": {"reference": _reference(because.evidence), "date": because.day.isoformat()} if because else None,
    }


def _reference(evidence: Iterable[CodedEvidence]) -> str:
    return next((source.reference for source in evidence if source.reference), "")
