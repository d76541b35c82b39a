"""The detail of a card: GFM sections in the fixed order of W4, short enough to read at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cds_service.cards.actions_text import Saying, Titles, already_requested, consider, do_now, elsewhere, suggested
from cds_service.cards.content import CardContent
from cds_service.cards.findings_text import finding_names, triggered_by
from cds_service.cards.markdown import SENTENCE, bold, bullet, escaped
from cds_service.neuro.case import Case
from cds_service.neuro.outcome import FiredPattern, Localization, ReadFinding, Reasoning
from cds_service.neuro.recommendations import CardPlan, RecommendedAction


@dataclass(frozen=True, slots=True)
class Telling:
    """What one card is told from.

    ``pending`` are the actions that "Already requested" lists; ``elsewhere`` those that this pattern asks for and an
    earlier card shows; ``also_matched`` the patterns without a card (P7).
    """

    plan: CardPlan
    reasoning: Reasoning
    case: Case
    knowledge: CardContent
    as_of: date
    titles: Titles
    pending: tuple[RecommendedAction, ...]
    elsewhere: tuple[RecommendedAction, ...] = ()
    also_matched: tuple[FiredPattern, ...] = ()

    @property
    def pattern(self) -> FiredPattern:
        """The pattern of this card."""
        return self.plan.pattern

    @property
    def saying(self) -> Saying:
        """What the actions of this card are said with."""
        return Saying(self.pattern.key, self.titles, self.reasoning.not_recorded, self.knowledge)

    @property
    def used(self) -> tuple[ReadFinding, ...]:
        """The findings that this card rests on."""
        ids = frozenset(self.pattern.used)
        return tuple(finding for finding in self.reasoning.findings if finding.id in ids)


def detail(telling: Telling) -> str:
    """The whole detail; its last line says whether the content was reviewed."""
    pattern, knowledge = telling.pattern, telling.knowledge
    heads = knowledge.wording.headings
    sections = [
        _opening(telling),
        _section(heads.triggered_by, triggered_by(telling.used, knowledge, telling.as_of)),
        _section(heads.localizes_to, _localizes_to(telling)),
        _sentence(heads.could_be, pattern.differential),
        _sentence(heads.not_recorded, ", ".join(telling.reasoning.not_recorded)),
        _section(heads.suggested, _suggested(telling)),
        _section(heads.consider, consider(telling.plan.actions, telling.saying)),
        _section(heads.already_requested, already_requested(telling.pending, knowledge)),
        _section(heads.also_matched, _also_matched(telling.also_matched)),
        _sentence(heads.why, ", ".join(pattern.references)),
        _section(heads.limits, [bullet(escaped(line, SENTENCE)) for line in _limits(telling)]),
        escaped(_standing(knowledge)),
    ]
    return "\n\n".join(section for section in sections if section)


def _suggested(telling: Telling) -> list[str]:
    knowledge = telling.knowledge
    return suggested(telling.plan.actions, telling.saying) + elsewhere(telling.elsewhere, knowledge)


def _section(heading: str, lines: Sequence[str]) -> str:
    """``**Heading**`` over a list; nothing where there is nothing to say."""
    return "\n".join([bold(heading), "", *lines]) if lines else ""


def _sentence(heading: str, text: str) -> str:
    """``**Heading:** text`` on one line."""
    return f"{bold(heading + ':')} {escaped(text, SENTENCE)}" if text else ""


def _opening(telling: Telling) -> str:
    """The title (W1); before it what to do now in an emergency (W5), or what answers it (D7)."""
    words, pattern = telling.knowledge.wording.opening, telling.pattern
    lines = []
    if pattern.goals_first:
        lines.append(bold(words.goals_first))
    if pattern.answer:
        lines.append(_sentence(words.answered, f"{pattern.answer.text}, {pattern.answer.day.isoformat()}"))
    if telling.plan.indicator == "critical":
        lines.append(_sentence(words.do_now, do_now(telling.plan.actions, telling.knowledge)))
    lines.append(bold(words.title.format(pattern=pattern.title)))
    return "\n\n".join(line for line in lines if line)


def _localizes_to(telling: Telling) -> list[str]:
    """The places, then what to examine to tell the leading ones apart."""
    words = telling.knowledge.wording.localization
    places = [_place(place, telling) for place in telling.pattern.localization]
    tests = [words.tells_apart.format(examination=sentence) for sentence in telling.pattern.separators]
    return places + [bullet(escaped(sentence, SENTENCE)) for sentence in tests]


def _place(place: Localization, telling: Telling) -> str:
    """Where it points, and the findings that this place leaves over or that speak against it."""
    words, findings = telling.knowledge.wording.localization, telling.reasoning.findings
    parts = [place.text]
    if place.unexplained:
        names = finding_names(place.unexplained, findings, telling.knowledge)
        parts.append(words.explains_rest.format(findings=names))
    if place.against:
        parts.append(words.against.format(findings=finding_names(place.against, findings, telling.knowledge)))
    return bullet(escaped("; ".join(parts), SENTENCE))


def _also_matched(patterns: Iterable[FiredPattern]) -> list[str]:
    return [bullet(f"{bold(pattern.title)}: {escaped(pattern.summary)}") for pattern in patterns]


def _limits(telling: Telling) -> list[str]:
    """What weakens this card: its own limits, what could not be seen of the record, and that it is no diagnosis."""
    words, case, pattern = telling.knowledge.wording.limits, telling.case, telling.pattern
    said_already = telling.knowledge.wording.opening.goals_first
    lines = [line for line in pattern.lines if line != said_already]
    if pattern.wrong:
        lines.append(words.wrong.format(text=pattern.wrong))
    if case.not_looked_at:
        lines.append(words.not_looked_at.format(what=_parts(case.not_looked_at, telling.knowledge)))
    if case.truncated:
        lines.append(words.truncated.format(what=_parts(case.truncated, telling.knowledge)))
    if case.not_understood:
        lines.append(words.not_understood.format(count=len(case.not_understood)))
    return [*lines, words.not_a_diagnosis]


def _parts(keys: Iterable[str], knowledge: CardContent) -> str:
    return ", ".join(knowledge.wording.record_parts.get(key, key) for key in keys)


def _standing(knowledge: CardContent) -> str:
    words, manifest = knowledge.wording.limits, knowledge.manifest
    return (words.reviewed if manifest.reviewed else words.unreviewed).format(version=manifest.version)
