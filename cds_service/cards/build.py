"""Recommendations as CDS Hooks 2.0 cards (contract, Card and Suggestion)."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from cds_service.cards.actions_text import Titles
from cds_service.cards.content import CardContent
from cds_service.cards.detail import Telling, detail
from cds_service.cards.drafts import Drafting, drafts_of, service_request
from cds_service.cards.markdown import plain
from cds_service.cards.pruning import pruned
from cds_service.cards.rationale import RATIONALE, rationale
from cds_service.evidence import Call
from cds_service.neuro.case import Case
from cds_service.neuro.outcome import Reasoning
from cds_service.neuro.recommendations import CardPlan, Recommendations, RecommendedAction

SUMMARY_CHARACTERS = 139
"""CDS Hooks: a summary has fewer than 140 characters."""

Card = dict[str, Any]


def build_cards(
    recommendations: Recommendations,
    reasoning: Reasoning,
    case: Case,
    knowledge: CardContent,
    call: Call,
    as_of: date,
) -> list[Card]:
    """The cards in order, without any empty member. The same call gives the same cards, uuids included."""
    titles = _titles(recommendations)
    cards = []
    for place, plan in enumerate(recommendations.cards):
        telling = Telling(
            plan=plan,
            reasoning=reasoning,
            case=case,
            knowledge=knowledge,
            as_of=as_of,
            titles=titles,
            pending=_pending(plan, recommendations, reasoning),
            elsewhere=_elsewhere(plan, recommendations),
            also_matched=recommendations.also_matched if place == 0 else (),
        )
        cards.append(pruned(_card(telling, call, first=place == 0)))
    return cards


def _titles(recommendations: Recommendations) -> Titles:
    patterns = [*(plan.pattern for plan in recommendations.cards), *recommendations.also_matched]
    return {pattern.key: pattern.title for pattern in patterns}


def _pending(plan: CardPlan, recommendations: Recommendations, reasoning: Reasoning) -> tuple[RecommendedAction, ...]:
    """The card that stands for an answered work-up lists everything that is on record, other cards their own (D6)."""
    stands_for_all = reasoning.if_nothing_remains and plan.pattern.key == reasoning.if_nothing_remains.key
    return recommendations.actions if stands_for_all else plan.actions


def _elsewhere(plan: CardPlan, recommendations: Recommendations) -> tuple[RecommendedAction, ...]:
    return tuple(
        action
        for action in recommendations.actions
        if plan.pattern.key in action.asked_by and action not in plan.actions
    )


def _card(telling: Telling, call: Call, first: bool) -> Card:
    knowledge, plan = telling.knowledge, telling.plan
    identity = _identity(knowledge, call, plan)
    suggestions = _suggestions(telling, call, identity)
    return {
        "uuid": str(identity),
        "summary": plain(telling.pattern.summary, SUMMARY_CHARACTERS),
        "indicator": plan.indicator,
        "detail": detail(telling),
        "source": {"label": _source_label(knowledge), "url": f"{call.public_url.rstrip('/')}/"},
        "suggestions": suggestions,
        "selectionBehavior": "any" if suggestions else None,
        "overrideReasons": _override_reasons(knowledge),
        "extension": {RATIONALE: rationale(telling, first)},
    }


def _identity(knowledge: CardContent, call: Call, plan: CardPlan) -> UUID:
    name = f"{knowledge.manifest.canonical_base}/{call.service_id}/{call.hook_instance}/{plan.pattern.key}"
    return uuid5(NAMESPACE_URL, name)


def _source_label(knowledge: CardContent) -> str:
    words, manifest = knowledge.wording.source, knowledge.manifest
    label = words.label.format(title=manifest.title, version=manifest.version)
    return label if manifest.reviewed else f"{label} ({words.unreviewed})"


def _override_reasons(knowledge: CardContent) -> list[dict[str, str]]:
    system = f"{knowledge.manifest.canonical_base.rstrip('/')}/CodeSystem/override-reasons"
    return [
        {"system": system, "code": reason.code, "display": reason.display}
        for reason in knowledge.wording.override_reasons
    ]


def _suggestions(telling: Telling, call: Call, card: UUID) -> list[dict[str, Any]]:
    """One suggestion for each order that is a must and is left; advice and mays are only text."""
    knowledge = telling.knowledge
    orders = [
        action
        for action in telling.plan.actions
        if action.is_open_must and knowledge.actions.action(action.key).kind == "order"
    ]
    return [_suggestion(action, telling, call, card) for action in orders]


def _suggestion(action: RecommendedAction, telling: Telling, call: Call, card: UUID) -> dict[str, Any]:
    knowledge = telling.knowledge
    words, content = knowledge.wording.actions, knowledge.actions.action(action.key)
    drafting = Drafting(
        call=call,
        knowledge=knowledge,
        as_of=telling.as_of,
        indicator=telling.plan.indicator,
        regions=frozenset(finding.region for finding in telling.used if finding.present),
        reasons=tuple(source for finding in telling.used for source in finding.evidence),
    )
    patterns = ", ".join(telling.titles[key] for key in action.asked_by if key in telling.titles)
    return {
        "uuid": str(uuid5(card, action.key)),
        "label": words.order.format(action=content.label),
        "actions": [
            {
                "type": "create",
                "description": words.draft_order.format(action=draft.text, patterns=patterns),
                "resource": service_request(draft, action, drafting),
            }
            for draft in drafts_of(action, drafting)
        ],
    }
