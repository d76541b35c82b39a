"""From the case to the patterns that are shown, with their words: the medicine of one call, pure (knowledge.md P0)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cds_service.knowledge import expressions as e
from cds_service.knowledge.expressions import BARE
from cds_service.knowledge.model import Clinical, Knowledge
from cds_service.knowledge.patterns import PatternContent, Stage
from cds_service.neuro.case import Case
from cds_service.neuro.criteria import Criteria, assess
from cds_service.neuro.explaining import outcome_of
from cds_service.neuro.facts import Decided, Decisions, Fact, View
from cds_service.neuro.localization.engine import localize
from cds_service.neuro.outcome import Answer, AskedAction, FiredPattern, Localization, Reasoning
from cds_service.neuro.patterns import EVALUATION, Deciding, Verdict
from cds_service.neuro.precedence import (
    Standing,
    answers_of,
    holds,
    silence_at_end_of_life,
    silence_for_emergencies,
    silence_for_known_disease,
    silence_generic,
)
from cds_service.neuro.remarks import remarks_on
from cds_service.neuro.signs import Signs, read_findings, signs_of
from cds_service.neuro.words import Words, shortened


def reason(case: Case, knowledge: Knowledge, as_of: date, *, explain: bool = False) -> Reasoning:
    """Everything that the content concludes from a case on a day. ``explain`` adds the trace of every pattern."""
    clinical = knowledge.clinical
    signs = signs_of(case, clinical, as_of)
    if not explain and _says_nothing(signs, clinical):
        return Reasoning(findings=read_findings(signs), guards=signs.guards)
    view, verdicts = _decide_patterns(signs, clinical)
    return _Concluding(knowledge, signs, view, verdicts, explain).reasoning()


def _says_nothing(signs: Signs, clinical: Clinical) -> bool:
    """Whether no sign is recorded present (N7), nor a diagnosis that speaks without one (P3 and its kin)."""
    if any(fact.recorded is not None and fact.present for fact in signs.facts):
        return False
    view = signs.view(Decisions())
    return not any(holds(rule.when, view) for rule in clinical.precedence.known_disease)


def once_actions_are_known(reasoning: Reasoning, clinical: Clinical, nothing_remains: bool) -> Reasoning:
    """The outcomes once it is known whether an action remains: while one does, the pattern of D6 does not fire."""
    if nothing_remains:
        return reasoning
    waiting = {pattern.key for pattern in _of_stage(clinical, "nothing_remains")}
    outcomes = tuple(
        replace(outcome, result="no", because=()) if outcome.pattern in waiting else outcome
        for outcome in reasoning.outcomes
    )
    return replace(reasoning, outcomes=outcomes)


def _of_stage(clinical: Clinical, stage: Stage) -> list[PatternContent]:
    return [pattern for pattern in clinical.patterns.values() if pattern.stage == stage]


def _decide_patterns(signs: Signs, clinical: Clinical) -> tuple[View, dict[str, Verdict]]:
    """The patterns of tiers 0 to 4. A contradiction is dropped unless an emergency stands on it (3.4, choice 19)."""
    whole = signs.view(Decisions())
    verdicts = Deciding(clinical, whole).decide(_of_stage(clinical, "pattern"))
    dropped = contradicted(clinical, whole)
    emergency = any(
        v.result == "yes" and v.pattern.tier == clinical.precedence.emergency_tier for v in verdicts.values()
    )
    if not dropped or emergency:
        return whole, verdicts
    rest = signs.view(Decisions(), dropped)
    return rest, Deciding(clinical, rest).decide(_of_stage(clinical, "pattern"))


def contradicted(clinical: Clinical, view: View) -> frozenset[Fact]:
    """The facts that contradict each other, as the patterns that look at them select them."""
    return frozenset(
        fact
        for pattern in clinical.patterns.values()
        if pattern.uses_dropped and isinstance(pattern.fires, e.Some)
        for fact in EVALUATION.held(pattern.fires.selection, view)
    )


class _Concluding:
    """What is left after silencing, overlays included, and how it is said."""

    def __init__(
        self, knowledge: Knowledge, signs: Signs, view: View, verdicts: dict[str, Verdict], explain: bool
    ) -> None:
        self.knowledge, self.clinical, self.signs, self.explain = knowledge, knowledge.clinical, signs, explain
        self.view, self.verdicts = view, verdicts
        self.standing = Standing({key: verdict for key, verdict in verdicts.items() if verdict.result == "yes"})
        self.answers: dict[str, Answer] = {}
        self._saying: dict[int, View] = {}

    def reasoning(self) -> Reasoning:
        silence_generic(self.standing, self.clinical)
        self.answers = answers_of(self.standing.shown, self.clinical)
        self._decide_overlays()
        at_end_of_life = self._silence()
        not_recorded = self._not_recorded()
        shown = [self._fired(verdict, at_end_of_life, not_recorded) for verdict in self._in_order()]
        criteria = self._criteria(shown)
        shown[:1] = [self._localized(pattern, criteria) for pattern in shown[:1]]
        return Reasoning(
            findings=read_findings(self.signs),
            outcomes=tuple(
                outcome_of(self.verdicts[key], self.clinical, self.explain) for key in self.clinical.precedence.order
            ),
            shown=tuple(shown),
            silenced=self.standing.reasons(),
            if_nothing_remains=self._if_nothing_remains(not_recorded),
            guards=tuple(sorted({*self.signs.guards, *self._guards()})),
            not_recorded=not_recorded,
            criteria=criteria.values,
        )

    def _criteria(self, shown: list[FiredPattern]) -> Criteria:
        """The criteria fields of the first card (5), empty where it is an emergency or nothing is shown."""
        if not shown or shown[0].tier not in self.clinical.precedence.criteria_tiers:
            return Criteria({}, ())
        return assess(self.view, self.clinical)

    def _localized(self, first: FiredPattern, criteria: Criteria) -> FiredPattern:
        """The first card with the ranked places after its fixed words, and what to examine next."""
        rules = self.clinical.precedence
        lines = criteria.lines if first.key in rules.criteria_printed else ()
        places: tuple[Localization, ...] = ()
        separators: tuple[str, ...] = ()
        if first.tier in rules.ranked_tiers and first.key not in rules.never_ranked:
            localized = localize(self.view, self.clinical)
            places, separators = localized.candidates, localized.separators
        lines = (*lines, *remarks_on(self.view, self.clinical), *self._left_out())
        return replace(
            first, localization=first.localization + places, separators=separators, lines=first.lines + lines
        )

    def _left_out(self) -> tuple[str, ...]:
        text = self.clinical.findings.limits.text
        return (text.format(count=self.signs.left_out),) if self.signs.left_out else ()

    def _decide_overlays(self) -> None:
        decisions = Decisions(dict(self.view.decisions.decided), set(self.standing.shown))
        for key, answer in self.answers.items():
            before = decisions.decided[key]
            decisions.decided[key] = Decided(before.fires, before.clauses, critical=answer is None)
        for key in self.standing.silenced:
            before = decisions.decided[key]
            decisions.decided[key] = Decided(before.fires, before.clauses, critical=False)
        self.view = View(self.view.around, self.view.facts, decisions)
        overlays = _of_stage(self.clinical, "overlay")
        on_whole = [pattern for pattern in overlays if pattern.uses_dropped]
        found = Deciding(self.clinical, self.signs.view(decisions)).decide(on_whole)
        found |= Deciding(self.clinical, self.view).decide([p for p in overlays if not p.uses_dropped])
        found |= Deciding(self.clinical, self.view).decide(_of_stage(self.clinical, "nothing_remains"))
        self.verdicts |= found
        self.standing.fired |= {key: verdict for key, verdict in found.items() if verdict.result == "yes"}

    def _silence(self) -> bool:
        silence_for_emergencies(self.standing, self.clinical, self.answers, self.view)
        silence_for_known_disease(self.standing, self.clinical, self.view)
        return silence_at_end_of_life(self.standing, self.clinical, self.view)

    def _in_order(self) -> list[Verdict]:
        shown = [v for v in self.standing.shown.values() if v.pattern.stage != "nothing_remains"]
        return sorted(shown, key=self._rank)

    def _rank(self, verdict: Verdict) -> tuple[int, int, int]:
        indicator = ("critical", "warning", "info").index(verdict.indicator)
        return indicator, verdict.pattern.tier, self.clinical.precedence.order.index(verdict.pattern.key)

    def _if_nothing_remains(self, not_recorded: tuple[str, ...]) -> FiredPattern | None:
        tiers = {verdict.pattern.tier for verdict in self.standing.shown.values()}
        for verdict in self.standing.shown.values():
            if verdict.pattern.stage == "nothing_remains" and tiers:
                return self._fired(verdict, False, not_recorded)
        return None

    def _not_recorded(self) -> tuple[str, ...]:
        return tuple(
            label
            for label, recorded in self.clinical.precedence.separators
            if EVALUATION.condition(recorded, self.view).value < BARE
        )

    def _guards(self) -> list[str]:
        return [name for name, condition in self.clinical.sign_rules.guards if holds(condition, self.view)]

    def _fired(self, verdict: Verdict, at_end_of_life: bool, not_recorded: tuple[str, ...]) -> FiredPattern:
        pattern = verdict.pattern
        view = self._saying_view(verdict)
        words = Words(self.clinical, pattern, view, not_recorded)
        positives = tuple(dict.fromkeys(fact.id for fact in verdict.used_positives))
        fired = FiredPattern(
            key=pattern.key,
            title=pattern.title,
            tier=pattern.tier,
            order=self.clinical.precedence.order.index(pattern.key),
            indicator=verdict.indicator,
            summary=words.summary(),
            used=verdict.used,
            localization=tuple(Localization(text, explains=positives) for text in words.localization()),
            asked=tuple(
                AskedAction(action, suggests.strength, suggests.note, suggests.despite_result)
                for suggests in pattern.suggests
                if suggests.when is None or holds(suggests.when, view)
                for action in suggests.actions
            ),
            differential=pattern.differential,
            wrong=pattern.wrong,
            lines=words.lines(),
            references=pattern.references,
            clauses=tuple(sorted(verdict.clauses)),
        )
        return self._in_context(fired, at_end_of_life)

    def _saying_view(self, verdict: Verdict) -> View:
        """The record as the pattern counts it, with every decision known: texts may speak of other patterns."""
        key = id(verdict.view)
        if key not in self._saying:
            self._saying[key] = verdict.view.with_decisions(self.view.decisions)
        return self._saying[key]

    def _in_context(self, fired: FiredPattern, at_end_of_life: bool) -> FiredPattern:
        rules = self.clinical.precedence
        if at_end_of_life:
            asked = tuple(asked for asked in fired.asked if asked.action not in rules.dropped_at_end_of_life)
            fired = replace(fired, asked=asked)
        if fired.indicator != "critical":
            return fired
        if at_end_of_life:
            summary = shortened(rules.end_of_life_summary.format(pattern=fired.title))
            return replace(fired, indicator="info", withheld=True, summary=summary)
        answer = self.answers.get(fired.key)
        if answer is not None:
            words = self._answer_words(answer)
            summary = rules.answered_summary.format(pattern=fired.title, answer=words, date=answer.day.isoformat())
            return replace(
                fired, indicator="info", withheld=True, summary=shortened(summary), answer=replace(answer, text=words)
            )
        if holds(rules.palliative, self.view):
            own = fired.summary.removeprefix(rules.palliative_drops)
            summary = shortened(rules.palliative_summary.format(summary=own))
            lines = (rules.palliative_line, *fired.lines)
            return replace(fired, indicator="warning", goals_first=True, summary=summary, lines=lines)
        return fired

    def _answer_words(self, answer: Answer) -> str:
        action = self.knowledge.actions.actions.get(answer.text)
        return action.label if action is not None else answer.text
