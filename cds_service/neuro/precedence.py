"""Which patterns are shown: silences, answered emergencies, end of life (knowledge.md 4.1 P1 to P4, 4.3 D7, 3.2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from cds_service.knowledge import expressions as e
from cds_service.knowledge.expressions import BARE
from cds_service.knowledge.model import Clinical
from cds_service.neuro.case import ConditionOnRecord
from cds_service.neuro.evaluation import Evaluation
from cds_service.neuro.facts import Fact, View, covers
from cds_service.neuro.outcome import Answer, Silenced
from cds_service.neuro.patterns import Verdict

EVALUATION = Evaluation()


@dataclass(slots=True)
class Standing:
    """The patterns that fire, and why some of them are not shown."""

    fired: dict[str, Verdict]
    silenced: dict[str, str] = field(default_factory=dict)

    @property
    def shown(self) -> dict[str, Verdict]:
        """What fires and is not silenced."""
        return {key: verdict for key, verdict in self.fired.items() if key not in self.silenced}

    def silence(self, key: str, reason: str) -> None:
        """Take a pattern out of sight; the first reason stays."""
        if key in self.fired:
            self.silenced.setdefault(key, reason)

    def reasons(self) -> tuple[Silenced, ...]:
        """The silenced patterns with their reasons."""
        return tuple(Silenced(key, reason) for key, reason in sorted(self.silenced.items()))


def holds(condition: e.Condition, view: View) -> bool:
    """Whether a condition holds on a view."""
    return EVALUATION.condition(condition, view).value >= BARE


def silence_generic(standing: Standing, clinical: Clinical) -> None:
    """P4: what is specific silences what is generic."""
    for rule in clinical.precedence.specific_first:
        for key in sorted(rule.fires & set(standing.fired)):
            if rule.when is None or holds(rule.when, standing.fired[key].view):
                for silenced in sorted(rule.silences):
                    standing.silence(silenced, f"P4: {key} is more specific")


def silence_for_emergencies(standing: Standing, clinical: Clinical, answers: dict[str, Answer], view: View) -> None:
    """P1 and P2: an emergency takes away what would delay it."""
    rules = clinical.precedence
    emergencies = [
        key
        for key, verdict in standing.shown.items()
        if verdict.pattern.tier == rules.emergency_tier and verdict.indicator == "critical"
    ]
    silencing = [key for key in emergencies if key not in rules.silences_nothing]
    kept = set(rules.kept_in_emergency)
    if silencing and all(key in answers for key in silencing) and holds(rules.kept_when, view):
        kept |= rules.kept_when_answered
    for key, verdict in standing.shown.items():
        late = verdict.pattern.tier > rules.emergency_tier and verdict.indicator != "critical"
        if silencing and late and key not in kept:
            standing.silence(key, f"P1: {silencing[0]} comes first")
        for emergency in emergencies:
            if verdict.pattern.tier in rules.removes_tiers.get(emergency, ()):
                standing.silence(key, f"P2: {emergency} comes first")


def silence_for_known_disease(standing: Standing, clinical: Clinical, view: View) -> None:
    """P3 and its kin: what a diagnosis on record makes superfluous. A critical pattern stays."""
    for rule in clinical.precedence.known_disease:
        if not holds(rule.when, view):
            continue
        for key, verdict in standing.shown.items():
            named = key in rule.silences or verdict.pattern.tier in rule.tiers
            if named and verdict.indicator != "critical":
                standing.silence(key, f"{rule.rule}: the diagnosis is on record")


def silence_at_end_of_life(standing: Standing, clinical: Clinical, view: View) -> bool:
    """Whether end of life care is on record; then only critical patterns and those that content keeps stay."""
    rules = clinical.precedence
    if not holds(rules.end_of_life, view):
        return False
    for key, verdict in standing.shown.items():
        if verdict.indicator != "critical" and key not in rules.kept_at_end_of_life:
            standing.silence(key, "end of life care is on record")
    return True


def answers_of(fired: dict[str, Verdict], clinical: Clinical) -> dict[str, Answer]:
    """D7: for each critical pattern what answers it, if anything does."""
    found: dict[str, Answer] = {}
    for key, verdict in fired.items():
        if verdict.indicator == "critical" and key not in clinical.precedence.never_answered:
            answer = _answer(verdict, clinical)
            if answer is not None:
                found[key] = answer
    return found


def _answer(verdict: Verdict, clinical: Clinical) -> Answer | None:
    answered_by = verdict.pattern.answered_by
    days = [day_of_finding(fact, verdict.view) for fact in verdict.used_positives]
    if answered_by is None or not days:
        return None
    newest = min(days)
    view = verdict.view
    candidates = [
        Answer(f"{order.action}", order.day, order.evidence)
        for order in view.around.case.orders
        if order.status == "resulted" and order.action in answered_by.imaging and not order.member
        and (view.days_ago(order.day) or 0) <= newest
    ]  # fmt: skip
    for entry in view.around.case.conditions:
        day = _speaking_day(entry, clinical)
        named = entry.key in answered_by.conditions and entry.verification == "confirmed"
        if named and day is not None and answered_by.from_day <= (view.days_ago(day) or 0) <= newest:
            candidates.append(Answer(clinical.conditions[entry.key].label, day, entry.evidence))
    return max(candidates, key=lambda answer: (answer.day, answer.text), default=None)


def _speaking_day(entry: ConditionOnRecord, clinical: Clinical) -> date | None:
    """The date of a condition that counts: onset first where content says so (a stroke), else the record first."""
    if clinical.conditions[entry.key].day == "newest-onset":
        return entry.onset or entry.recorded
    return entry.recorded or entry.onset


def day_of_finding(fact: Fact, view: View) -> int:
    """Days since a finding was first recorded, or since the record in which it is new or one grade worse (D7)."""
    records = sorted(
        (
            other
            for other in view.history.get(fact.sign, ())
            if other.present and other.side == fact.side and view.around.anatomy.covers(other.site, fact.site)
        ),
        key=lambda other: other.recorded or 0,
    )
    for record in records:
        if any(_was_better(record, other, view) for other in view.history.get(fact.sign, ())):
            return record.recorded or 0
    return view.first_recorded(fact) or 0


def _was_better(record: Fact, other: Fact, view: View) -> bool:
    if other.recorded is None or record.recorded is None or other.recorded <= record.recorded:
        return False
    if not other.present:
        return covers(view, other, record)
    graded = record.grade is not None and other.grade is not None and record.grade.scale == other.grade.scale
    same_place = other.site == record.site and other.side == record.side
    if not (graded and same_place) or record.number is None or other.number is None:
        return False
    return other.number - record.number >= 1
