"""From the case to the facts that rules look at: weights, readings in context, old problems (1.3, 2.1, 4.2)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from cds_service.knowledge.expressions import BARE
from cds_service.knowledge.model import Clinical
from cds_service.knowledge.sign_rules import WeightRule
from cds_service.neuro.bounds import newest_findings, weighed_facts
from cds_service.neuro.case import Case
from cds_service.neuro.conversion import Converted, convert, facts_of
from cds_service.neuro.currency import current, with_unsited_negatives
from cds_service.neuro.evaluation import Evaluation
from cds_service.neuro.facts import Decisions, Fact, Surroundings, View
from cds_service.neuro.finding_tests import passes
from cds_service.neuro.outcome import ReadFinding

EVALUATION = Evaluation()


@dataclass(frozen=True, slots=True)
class Signs:
    """The record as signs: converted findings, the facts that rules see, and guards that were met on the way.

    ``spare`` are facts beyond the limits of the content, which no rule sees; ``left_out`` counts their findings and
    those that were not even converted.
    """

    converted: tuple[Converted, ...]
    facts: tuple[Fact, ...]
    around: Surroundings
    guards: tuple[str, ...]
    spare: tuple[Fact, ...] = ()
    left_out: int = 0

    def view(self, decisions: Decisions, without: frozenset[Fact] = frozenset()) -> View:
        """A view of the facts; those of ``without`` are taken out of the record."""
        return View(self.around, [fact for fact in self.facts if fact not in without], decisions)


def signs_of(case: Case, clinical: Clinical, as_of: date) -> Signs:
    """Every finding of the case as facts, ready for the rules."""
    around = Surroundings(case, as_of, clinical.anatomy, clinical.conditions, frozenset(clinical.findings.no_site))
    limits = clinical.findings.limits
    findings = newest_findings(case.findings, limits)
    converted = convert(findings, clinical)
    everything = [fact for sign in converted for fact in facts_of(sign, clinical, as_of)]
    everything = current(with_unsited_negatives(everything, clinical), clinical)
    facts = weighed_facts(everything, limits)
    spare = _spare(everything, facts)
    facts, old_guard = _without_old_problems(facts, clinical, around)
    weighed, weight_guards = _weighed(facts, clinical, around)
    read_again = _read_in_context(weighed, clinical, around)
    if read_again != weighed:
        weighed, weight_guards = _weighed(read_again, clinical, around)
    return Signs(
        converted=tuple(converted),
        facts=tuple(weighed),
        around=around,
        guards=tuple(sorted({*old_guard, *weight_guards})),
        spare=spare,
        left_out=len(set(case.findings)) - len(findings) + len({fact.id for fact in spare}),
    )


def _spare(everything: list[Fact], weighed: list[Fact]) -> tuple[Fact, ...]:
    if len(weighed) == len(everything):
        return ()
    seen = {id(fact) for fact in weighed}
    return tuple(fact for fact in everything if id(fact) not in seen)


def _without_old_problems(facts: list[Fact], clinical: Clinical, around: Surroundings) -> tuple[list[Fact], list[str]]:
    rule = clinical.sign_rules.old_problems
    view = View(around, facts, Decisions())
    hidden = {id(fact) for fact in EVALUATION.held(rule.hidden, view)}
    if not hidden or EVALUATION.condition(rule.unless, view).value >= BARE:
        return facts, []
    return [replace(fact, active=False) if id(fact) in hidden else fact for fact in facts], [rule.guard]


def _weighed(facts: list[Fact], clinical: Clinical, around: Surroundings) -> tuple[list[Fact], list[str]]:
    by_sign: dict[str, list[WeightRule]] = {}
    for rule in clinical.sign_rules.weights:
        by_sign.setdefault(rule.sign, []).append(rule)
    if not any(fact.sign in by_sign for fact in facts):
        return facts, []
    view = View(around, facts, Decisions())
    weighed: list[Fact] = []
    guards: list[str] = []
    for fact in facts:
        deciding = _rule_for(fact, by_sign.get(fact.sign, []), view)
        weighed.append(_with_weight(fact, deciding))
        if deciding is not None and deciding.guard:
            guards.append(deciding.guard)
    return weighed, guards


def _with_weight(fact: Fact, rule: WeightRule | None) -> Fact:
    if rule is None:
        return replace(fact, weight=fact.base_weight)
    if rule.weight == "none":
        return replace(fact, active=False, weight="-")
    return replace(fact, weight=rule.weight)


def _rule_for(fact: Fact, rules: list[WeightRule], view: View) -> WeightRule | None:
    if not (fact.present and fact.active):
        return None
    return next((rule for rule in rules if passes(rule.when, fact, view, EVALUATION) >= BARE), None)


def _read_in_context(facts: list[Fact], clinical: Clinical, around: Surroundings) -> list[Fact]:
    rules = {rule.sign: rule for rule in clinical.sign_rules.readings}
    if not any(fact.sign in rules and fact.active and fact.present for fact in facts):
        return facts
    view = View(around, facts, Decisions())
    read: list[Fact] = []
    for fact in facts:
        rule = rules.get(fact.sign)
        asked = rule is not None and fact.present and fact.active
        if rule is not None and asked and passes(rule.when, fact, view, EVALUATION) >= BARE:
            sign = clinical.signs[rule.becomes]
            fact = replace(
                fact, sign=rule.becomes, sign_class=sign.sign_class, base_weight=sign.weight, weight=sign.weight
            )
        read.append(fact)
    return read


def read_findings(signs: Signs) -> tuple[ReadFinding, ...]:
    """The findings as cards and explanations print them, one for each converted finding."""
    by_id: dict[str, list[Fact]] = {}
    for fact in (*signs.facts, *signs.spare):
        by_id.setdefault(fact.id, []).append(fact)
    return tuple(_read(converted, by_id[converted.id]) for converted in signs.converted)


def _read(converted: Converted, facts: list[Fact]) -> ReadFinding:
    finding = converted.finding
    active = any(fact.active for fact in facts)
    stale = not active and any(fact.stale for fact in facts)
    return ReadFinding(
        id=converted.id,
        sign=facts[0].sign,
        sign_class=facts[0].sign_class,
        present=converted.present,
        site=facts[0].site,
        side=finding.side,
        region=facts[0].region or "",
        recorded=finding.recorded,
        onset=finding.onset,
        grade=finding.grade,
        source=finding.source,
        active=active,
        stale=stale,
        replaced=not active and not stale and finding.recorded is not None,
        evidence=finding.evidence,
        notes=finding.notes + converted.notes,
    )
