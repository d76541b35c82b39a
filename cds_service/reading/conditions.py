"""Conditions: signs of the problem list, diagnoses, and exposures (contract, Findings 5; clinical text 1.1 and 1.9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from cds_service.knowledge.terminology import Diagnosis, Terminology
from cds_service.knowledge.terminology_rows import Code
from cds_service.neuro.case import ConditionOnRecord, MedicationOnRecord
from cds_service.reading.diagnoses import condition_of, is_acute
from cds_service.reading.ledger import Reading, evidence_of
from cds_service.reading.records import Coded, Raw, Record, coded
from cds_service.reading.statements import Statement, read_statement
from cds_service.reading.when import PERFORMED, Span, aged, span_of

VERIFICATION_MISSING = "verification status not recorded"
Verification = Literal["confirmed", "provisional", "refuted"]


@dataclass(frozen=True, slots=True)
class Problem:
    """A Condition that is about the patient and can be read, with what its statuses and dates come to."""

    record: Record
    resource: Mapping[str, Any]
    verification: Verification
    verification_missing: bool
    active: bool
    recorded: Span | None
    onset: Span | None

    @property
    def codings(self) -> tuple[Coded, ...]:
        """The codings of its code."""
        return tuple(coded(self.resource.get("code")))


def read_conditions(records: list[Record], born: Span | None, reading: Reading) -> None:
    """Add the signs, diagnoses and exposures of these Conditions. ``born`` turns an age of onset into a date."""
    problems = [problem for record in records if (problem := _problem(record, born, reading)) is not None]
    oldest = _oldest_recorded(problems, reading)
    for problem in problems:
        _read_signs(problem, reading)
        _read_diagnoses(problem, oldest, reading)
        _read_exposures(problem, reading)


def _problem(record: Record, born: Span | None, reading: Reading) -> Problem | None:
    codings = _codings_that_matter(record.resource, reading.terminology)
    verification = _status_code(record.resource.get("verificationStatus"))
    if not codings or verification == "entered-in-error":
        return None
    resource = reading.opened(record, codings)
    if resource is None:
        return None
    recorded, onset = span_of(resource, "recordedDate"), _onset(resource, born)
    if not reading.begun(recorded or onset, record, codings):
        return None
    known = reading.terminology.rules.verification
    return Problem(
        record,
        resource,
        known.get(verification, "provisional") if verification else "confirmed",
        not verification,
        _is_active(record.resource, reading.terminology),
        recorded,
        onset if onset is not None and onset.begun(reading.as_of) else None,
    )


def _codings_that_matter(resource: Raw, terminology: Terminology) -> tuple[Coded, ...]:
    concepts = [resource.get("code"), *_evidence_codes(resource)]
    return tuple(coding for concept in concepts for coding in coded(concept) if _matters(coding[0], terminology))


def _matters(code: Code, terminology: Terminology) -> bool:
    if code in terminology.observed:
        return terminology.observed[code] != 0
    is_own = code[0] == terminology.project_system
    return is_own or bool(terminology.conditions.rows(code) or terminology.exposures.rows(code))


def _evidence_codes(resource: Raw) -> Iterable[Any]:
    evidence = resource.get("evidence")
    for support in evidence if isinstance(evidence, list) else ():
        concepts = support.get("code") if isinstance(support, Mapping) else None
        yield from concepts if isinstance(concepts, list) else ()


def _status_code(concept: Any) -> str:
    """The code of a status concept, or its text where it has no coding; ``""`` where the status is missing."""
    if not isinstance(concept, Mapping):
        return ""
    codes = [code for (_, code), _ in coded(concept)]
    text = concept.get("text")
    return codes[0] if codes else text.casefold() if isinstance(text, str) else ""


def _is_active(resource: Raw, terminology: Terminology) -> bool:
    status = _status_code(resource.get("clinicalStatus"))
    abated = any(name.startswith("abatement") and value is not None for name, value in resource.items())
    return status in terminology.rules.statuses.problem if status else not abated


def _onset(resource: Mapping[str, Any], born: Span | None) -> Span | None:
    """``onset[x]`` as days; an age (or the lower end of a range of ages) counts from the date of birth."""
    dated = span_of(resource, "onsetDateTime", "onsetPeriod")
    age = resource.get("onsetAge") or resource.get("onsetRange", {}).get("low")
    if dated is not None or born is None or not age:
        return dated
    return aged(born.first, age.get("value"), age.get("code") or age.get("unit", ""))


def _oldest_recorded(problems: list[Problem], reading: Reading) -> dict[Code, date]:
    """For each code the first day on which it was recorded in any entry."""
    days: dict[Code, list[date]] = defaultdict(list)
    for problem in problems:
        if problem.recorded is not None and problem.verification != "refuted":
            for code, _ in problem.codings:
                days[code].append(problem.recorded.first_day(reading.as_of))
    return {code: min(found) for code, found in days.items()}


def _read_signs(problem: Problem, reading: Reading) -> None:
    """A sign of the problem list counts while it is active and confirmed; its day is recordedDate, else onset."""
    if not problem.active or problem.verification != "confirmed":
        return
    resource = problem.resource
    concepts = [("code", resource.get("code", {}))]
    concepts += [(f"evidence.code[{place}]", concept) for place, concept in enumerate(_evidence_codes(resource))]
    for location, concept in concepts:
        if _is_only_diagnosis(concept, reading.terminology):
            continue
        statement = Statement(
            reference=problem.record.reference,
            location=location,
            concept=concept,
            holder=None,
            recorded=reading.day(problem.recorded or problem.onset),
            onset=problem.onset.first_day(reading.as_of) if problem.onset else None,
            source="problem",
            sites=tuple(resource.get("bodySite", ())),
            notes=(VERIFICATION_MISSING,) if problem.verification_missing else (),
        )
        read_statement(statement, reading.terminology, reading.ledger)


def _is_only_diagnosis(concept: Any, terminology: Terminology) -> bool:
    """A code that is a diagnosis here was understood, though it may be listed as no finding."""
    codes = [code for code, _ in coded(concept)]
    known = any(terminology.conditions.rows(code) or terminology.exposures.rows(code) for code in codes)
    return known and not any(code in terminology.findings for code in codes)


def _read_diagnoses(problem: Problem, oldest: Mapping[Code, date], reading: Reading) -> None:
    by_key: dict[str, list[tuple[Coded, Diagnosis]]] = defaultdict(list)
    for coding in problem.codings:
        for diagnosis in reading.terminology.conditions.rows(coding[0]):
            by_key[diagnosis.condition].append((coding, diagnosis))
    for found in by_key.values():
        if _counts(problem, found, reading.terminology) and not _is_acute(problem, found, oldest, reading):
            reading.ledger.conditions.append(_on_record(problem, found, reading))


def _counts(problem: Problem, found: list[tuple[Coded, Diagnosis]], terminology: Terminology) -> bool:
    """Active; when inactive or resolved only what is a history, by its code or by its key."""
    kept = terminology.rules.conditions.kept_when_resolved
    return problem.active or any(diagnosis.history or diagnosis.condition in kept for _, diagnosis in found)


def _is_acute(
    problem: Problem, found: list[tuple[Coded, Diagnosis]], oldest: Mapping[Code, date], reading: Reading
) -> bool:
    recorded = [oldest[coding[0]] for coding, _ in found if coding[0] in oldest]
    day = problem.onset.first_day(reading.as_of) if problem.onset else min(recorded, default=None)
    return is_acute([diagnosis for _, diagnosis in found], day, reading.as_of, reading.terminology)


def _on_record(problem: Problem, found: list[tuple[Coded, Diagnosis]], reading: Reading) -> ConditionOnRecord:
    return condition_of(
        found,
        problem.resource.get("bodySite", ()),
        reading.terminology,
        verification=problem.verification,
        verification_missing=problem.verification_missing,
        recorded=reading.day(problem.recorded),
        onset=problem.onset.first_day(reading.as_of) if problem.onset else None,
        reference=problem.record.reference,
    )


def _read_exposures(problem: Problem, reading: Reading) -> None:
    """An exposure of the problem list counts like a medication: active, confirmed, and not long ago."""
    if not problem.active or problem.verification != "confirmed":
        return
    day = problem.onset.last_day(reading.as_of) if problem.onset else reading.day(problem.recorded)
    within = timedelta(days=reading.terminology.rules.medications.ended_within_days)
    if day is not None and reading.as_of - day > within:
        return
    for coding in problem.codings:
        for row in reading.terminology.exposures.rows(coding[0]):
            evidence = evidence_of(problem.record.reference, (coding,))
            reading.ledger.medications.append(
                MedicationOnRecord(row.medication, coding[1] or row.display, None, evidence)
            )


def read_procedures(records: list[Record], reading: Reading) -> None:
    """Add the diagnoses that a completed Procedure proves (an operation, a joint replacement, radiotherapy)."""
    rules = reading.terminology.rules
    for record in records:
        found = [
            (coding, diagnosis)
            for coding in coded(record.resource.get("code"))
            for diagnosis in reading.terminology.conditions.rows(coding[0])
            if diagnosis.condition in rules.conditions.from_procedures
        ]
        if found:
            _read_procedure(record, found, reading)


def _read_procedure(record: Record, found: list[tuple[Coded, Diagnosis]], reading: Reading) -> None:
    codings = tuple(coding for coding, _ in found)
    resource = reading.opened(record, codings, reading.terminology.rules.statuses.procedure)
    if resource is None:
        return
    span = span_of(resource, *PERFORMED)
    if not reading.begun(span, record, codings):
        return
    for key in sorted({diagnosis.condition for _, diagnosis in found}):
        reading.ledger.conditions.append(
            condition_of(
                [(coding, diagnosis) for coding, diagnosis in found if diagnosis.condition == key],
                resource.get("bodySite", ()),
                reading.terminology,
                recorded=reading.day(span),
                onset=span.first_day(reading.as_of) if span else None,
                reference=record.reference,
            )
        )
