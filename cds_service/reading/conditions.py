"""Conditions: signs of the problem list, diagnoses, and exposures (contract, Findings 5; clinical text 1.1 and 1.9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from cds_service.knowledge.terminology import Terminology
from cds_service.knowledge.terminology_index import Diagnosis
from cds_service.knowledge.terminology_rows import Code
from cds_service.neuro.case import ConditionOnRecord, MedicationOnRecord
from cds_service.reading.codings import Coded, coded
from cds_service.reading.diagnoses import condition_of, is_acute
from cds_service.reading.ledger import Reading, evidence_of
from cds_service.reading.problems import Problem, evidence_codes, problem_of
from cds_service.reading.records import Record
from cds_service.reading.statements import Statement, read_statement
from cds_service.reading.when import Span

VERIFICATION_MISSING = "verification status not recorded"


def read_conditions(records: list[Record], born: Span | None, reading: Reading) -> None:
    """Add the signs, diagnoses and exposures of these Conditions. ``born`` turns an age of onset into a date."""
    problems = [problem for record in records if (problem := problem_of(record, born, reading)) is not None]
    oldest = _oldest_recorded(problems, reading)
    for problem in problems:
        _read_signs(problem, reading)
        _read_diagnoses(problem, oldest, reading)
        _read_exposures(problem, reading)


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
    concepts += [(f"evidence.code[{place}]", concept) for place, concept in enumerate(evidence_codes(resource))]
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
