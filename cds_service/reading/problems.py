"""Conditions as problems: which can be read, and what their statuses and dates come to (clinical text 1.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from cds_service.knowledge.terminology import Terminology
from cds_service.knowledge.terminology_rows import Code
from cds_service.reading.codings import Coded, Raw, coded
from cds_service.reading.ledger import Reading
from cds_service.reading.records import Record
from cds_service.reading.when import Span, aged, span_of

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


def problem_of(record: Record, born: Span | None, reading: Reading) -> Problem | None:
    """The Condition as a problem; None where nothing of it matters, or it cannot be read."""
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
    concepts = [resource.get("code"), *evidence_codes(resource)]
    return tuple(coding for concept in concepts for coding in coded(concept) if _matters(coding[0], terminology))


def _matters(code: Code, terminology: Terminology) -> bool:
    if terminology.speaks_of_findings(code):
        return True
    return bool(terminology.conditions.rows(code) or terminology.exposures.rows(code))


def evidence_codes(resource: Raw) -> Iterable[Any]:
    """The codes that support a problem."""
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
