"""One coded statement and the findings that it gives: its code, its answer, its place (contract, Findings 1 to 8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from cds_service.knowledge.terminology import Terminology
from cds_service.knowledge.terminology_rows import FindingRow
from cds_service.neuro.case import Finding, Source
from cds_service.reading.answers import Answer, answer_of
from cds_service.reading.codings import Coded, Raw
from cds_service.reading.grades import scale_stated
from cds_service.reading.ledger import Ledger, evidence_of
from cds_service.reading.meanings import Meaning, meaning_of
from cds_service.reading.places import RecordedSite, place_of, recorded_site
from cds_service.reading.polarity import Said, Saying, said_of

ANSWER_NOT_KNOWN = "the answer is not in the tables"


@dataclass(frozen=True, slots=True)
class Statement:
    """One code of one resource with everything beside it that its findings need.

    ``holder`` holds the answer; None where the code by itself asserts (a problem, a report's conclusion). ``counted``:
    the code systems in which an unknown code is counted. ``asserts`` false: a panel, which without an answer of its own
    says nothing. ``sites`` are its ``bodySite``s.
    """

    reference: str
    location: str
    concept: Raw
    holder: Raw | None
    recorded: date | None
    onset: date | None = None
    source: Source = "examined"
    asserts: bool = True
    counted: frozenset[str] | None = None
    sites: tuple[Raw, ...] = ()
    sides: frozenset[str] = frozenset()
    method: Raw = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Equal for all findings that this statement gives."""
        return f"{self.reference}#{self.location}"


def read_statement(statement: Statement, terminology: Terminology, ledger: Ledger) -> None:
    """Add the findings of one statement; count it where it speaks of a finding and cannot be read."""
    answer = Answer(given=False) if statement.holder is None else answer_of(statement.holder, terminology)
    if not answer.recorded:
        return
    meaning = meaning_of(statement.concept, terminology, statement.counted)
    named = _named_by_answer(answer, statement, terminology)
    if named.rows and not (meaning.rows and answer.course):
        sayings = [Saying(row, Said(row.polarity != "absent")) for row in named.rows]
        _add(named, sayings, meaning, statement, terminology, ledger)
        return
    if not answer.given and not answer.word and not statement.asserts:
        return
    if not meaning.rows:
        if meaning.reason or named.reason:
            missed = named if named.reason else meaning
            ledger.miss(statement.reference, missed.codings, missed.reason)
        return
    _read_answered(meaning, answer, statement, terminology, ledger)


def _named_by_answer(answer: Answer, statement: Statement, terminology: Terminology) -> Meaning:
    """The findings that the answer itself names, under any question."""
    if not answer.codes or statement.holder is None:
        return Meaning()
    named = meaning_of(statement.holder["valueCodeableConcept"], terminology)
    return Meaning(tuple(row for row in named.rows if row.role == "finding"), named.codings, named.reason)


def _read_answered(
    meaning: Meaning, answer: Answer, statement: Statement, terminology: Terminology, ledger: Ledger
) -> None:
    scale = scale_stated(statement.concept, statement.method, answer, terminology)
    sayings: list[Saying] = []
    understood = True
    for row in meaning.rows:
        said = said_of(row, answer, scale, terminology, statement.asserts)
        understood = understood and said is not None
        sayings += said or ()
    if not understood:
        ledger.miss(statement.reference, meaning.codings, ANSWER_NOT_KNOWN)
    _add(meaning, sayings, Meaning(), statement, terminology, ledger)
    if sayings and answer.course:
        ledger.findings.extend(_course(answer, statement, meaning.codings, terminology))


def _add(
    meaning: Meaning,
    sayings: list[Saying],
    asked: Meaning,
    statement: Statement,
    terminology: Terminology,
    ledger: Ledger,
) -> None:
    """The findings of ``sayings``, one for each body site. A question that the answer names a sign to lends its place.

    A problem list says what there is: a negation in it is no negative examination (clinical text 1.1).
    """
    for saying in sayings:
        if statement.source == "problem" and not saying.said.present:
            continue
        for finding in _findings(saying, meaning.codings, asked, statement, terminology):
            ledger.findings.append(finding)


def _findings(
    saying: Saying, codings: tuple[Coded, ...], asked: Meaning, statement: Statement, terminology: Terminology
) -> Iterator[Finding]:
    row, said = saying.row, saying.said
    sign = said.sign or row.sign
    reflex = sign in terminology.rules.reflex_signs or row.sign in terminology.rules.reflex_signs
    sites = [recorded_site(concept, terminology, reflex=reflex) for concept in statement.sites]
    # A body site that names a side alone speaks of every structure beside it.
    alone = {side for site in sites if not site.sites for side in site.sides}
    named = [site for site in sites if site.sites] or [RecordedSite(unknown=any(site.unknown for site in sites))]
    lent = _lent(asked)
    for site in named:
        place = place_of(row.site or lent[0], row.laterality or lent[1], site, alone | statement.sides, terminology)
        yield Finding(
            sign=sign,
            present=said.present,
            site=place.site,
            side=place.side,
            recorded=statement.recorded,
            onset=statement.onset,
            grade=said.grade,
            source=statement.source,
            statement=statement.key,
            flags=_flags(row),
            evidence=evidence_of(statement.reference, codings),
            notes=(*statement.notes, *said.notes, *place.notes),
        )


def _lent(asked: Meaning) -> tuple[str, str]:
    """Site and side of the question, where it has only one."""
    sites = {row.site for row in asked.rows}
    sides = {row.laterality for row in asked.rows}
    return (sites.pop() if len(sites) == 1 else "", sides.pop() if len(sides) == 1 else "")


def _flags(row: FindingRow) -> frozenset[str]:
    return frozenset({row.flag.partition(":")[0]}) if row.flag else frozenset()


def _course(
    answer: Answer, statement: Statement, codings: tuple[Coded, ...], terminology: Terminology
) -> Iterator[Finding]:
    """The course of a finding as a finding of its own, where the qualifier means one."""
    sign = course_sign(answer.course, statement.onset, statement.recorded, terminology)
    if sign:
        yield course_finding(sign, statement, codings, terminology)


def course_sign(course: str, onset: date | None, recorded: date | None, terminology: Terminology) -> str:
    """The sign that a course qualifier means, ``""`` for none. One that needs a recent onset is otherwise another."""
    rule = terminology.rules.course.get(course)
    if rule is None:
        return ""
    if rule.onset_within_days is None:
        return rule.sign
    recent = onset and recorded and recorded - onset <= timedelta(days=rule.onset_within_days)
    return rule.sign if recent else rule.otherwise


def course_finding(sign: str, statement: Statement, codings: tuple[Coded, ...], terminology: Terminology) -> Finding:
    """A course of the illness, recorded with ``statement``; it has no place of its own."""
    place = place_of("", "", RecordedSite(), (), terminology)
    return Finding(
        sign=sign,
        present=True,
        site=place.site,
        side=place.side,
        recorded=statement.recorded,
        onset=statement.onset,
        source=statement.source,
        statement=f"{statement.key}.course",
        evidence=evidence_of(statement.reference, codings),
    )
