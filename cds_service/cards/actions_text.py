"""Actions in words: the sections "Suggested", "Consider" and "Already requested" (W4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cds_service.cards.content import CardContent
from cds_service.cards.markdown import SENTENCE, bold, bullet, escaped
from cds_service.neuro.case import OrderOnRecord
from cds_service.neuro.recommendations import RecommendedAction

Titles = Mapping[str, str]
"""Titles of patterns by key."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What one card's actions are said with: ``own`` is the key of its pattern, which needs no naming."""

    own: str
    titles: Titles
    missing: tuple[str, ...]
    knowledge: CardContent


def suggested(actions: Iterable[RecommendedAction], saying: Saying) -> list[str]:
    """A line for each must that is left."""
    return [_suggestion(action, saying) for action in actions if action.is_open_must]


def elsewhere(actions: Iterable[RecommendedAction], knowledge: CardContent) -> list[str]:
    """One line for the musts of this pattern that an earlier card suggests already (P7)."""
    labels = [knowledge.actions.action(action.key).label for action in actions if action.is_open_must]
    said = knowledge.wording.actions.elsewhere.format(actions=", ".join(labels))
    return [bullet(escaped(said, SENTENCE))] if labels else []


def consider(actions: Iterable[RecommendedAction], saying: Saying) -> list[str]:
    """A line for each may, and for what was declined, with its date (D4)."""
    return [
        _suggestion(action, saying)
        for action in actions
        if action.status == "declined" or (action.strength == "may" and action.status == "suggested")
    ]


def already_requested(actions: Iterable[RecommendedAction], knowledge: CardContent) -> list[str]:
    """What is requested or resulted, and what is on record without settling the suggestion (D1)."""
    lines = []
    for action in actions:
        if action.because and action.status in ("requested", "resulted"):
            lines.append(_record_line(action.key, [on_record_words(action.because, knowledge)], knowledge))
        elif action.on_record and action.status == "suggested":
            said = [*(on_record_words(order, knowledge) for order in action.on_record[:1]),
                    knowledge.wording.actions.still_needed]  # fmt: skip
            lines.append(_record_line(action.key, said, knowledge))
    return lines


def on_record_words(order: OrderOnRecord, knowledge: CardContent) -> str:
    """``resulted on 2026-10-30`` and the like."""
    words = knowledge.wording.actions
    if order.status == "draft" and order.this_call:
        return words.this_call
    return str(getattr(words, order.status)).format(date=order.day.isoformat())


def do_now(actions: Iterable[RecommendedAction], knowledge: CardContent) -> str:
    """The labels of what is left to do, advice first: the opening of an emergency card (W5)."""
    content = knowledge.actions
    left = sorted(
        (action for action in actions if action.is_open_must),
        key=lambda action: content.action(action.key).kind != "advice",
    )
    return "; ".join(content.action(action.key).label for action in left)


def _suggestion(action: RecommendedAction, saying: Saying) -> str:
    content, words = saying.knowledge.actions.action(action.key), saying.knowledge.wording.actions
    extras = [content.suggest] if content.kind == "advice" and content.suggest != content.label else []
    if content.names_missing and saying.missing:
        extras.append(words.missing.format(missing=", ".join(saying.missing)))
    extras += action.notes
    extras += _states(action, saying)
    text = f": {escaped('; '.join(extras), SENTENCE)}" if extras else ""
    return bullet(bold(content.label) + text)


def _states(action: RecommendedAction, saying: Saying) -> list[str]:
    knowledge, words = saying.knowledge, saying.knowledge.wording.actions
    states = []
    if action.status == "declined" and action.because:
        states.append(on_record_words(action.because, knowledge))
    if action.settled:
        states.append(words.settled_members.format(members=_member_names(action.key, action.settled, knowledge)))
    if action.declined:
        states.append(words.declined_member.format(members=_member_names(action.key, action.declined, knowledge)))
    if saying.own not in action.asked_by:
        askers = ", ".join(saying.titles[key] for key in action.asked_by if key in saying.titles)
        states.append(words.asked_by.format(patterns=askers))
    return states


def _member_names(key: str, members: Iterable[str], knowledge: CardContent) -> str:
    content = knowledge.actions.action(key).members
    return ", ".join(content[name].label if name in content else name for name in sorted(members))


def _record_line(key: str, said: list[str], knowledge: CardContent) -> str:
    return bullet(f"{bold(knowledge.actions.action(key).label)}: {escaped('; '.join(said))}")
