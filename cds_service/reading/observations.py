"""Observations and reports that state findings: by their code, their components and their panels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from cds_service.knowledge.terminology import Terminology
from cds_service.reading.answers import answer_of
from cds_service.reading.codings import Coded, Raw, coded
from cds_service.reading.ledger import Reading
from cds_service.reading.meanings import meaning_of
from cds_service.reading.panels import Panels
from cds_service.reading.places import recorded_site, side_answered
from cds_service.reading.records import Record
from cds_service.reading.screen import counted_systems
from cds_service.reading.statements import Statement, course_finding, course_sign, read_statement
from cds_service.reading.when import OBSERVED, span_of


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """Components that say something of the finding and are none themselves: its onset, side and course."""

    onset: date | None = None
    sides: frozenset[str] = frozenset()
    course: str = ""
    codings: tuple[Coded, ...] = ()
    places: frozenset[int] = field(default_factory=frozenset)


def read_observations(records: list[Record], panels: Panels, reading: Reading) -> None:
    """Add the findings of these Observations."""
    for record in records:
        _read_observation(record, panels, reading)


def _read_observation(record: Record, panels: Panels, reading: Reading) -> None:
    codings = _codings_that_matter(record.resource, reading.terminology)
    own = reading.opened(record, codings, reading.terminology.rules.statuses.observation)
    if own is None:
        return
    resource = panels.inherited(record).completed(own)
    span = span_of(resource, *OBSERVED)
    if reading.begun(span, record, codings):
        for statement in _statements(record, resource, reading.day(span), reading):
            read_statement(statement, reading.terminology, reading.ledger)


def _codings_that_matter(resource: Raw, terminology: Terminology) -> tuple[Coded, ...]:
    """The coding by which an Observation that was not read is named: the first that is of a finding."""
    components = resource.get("component")
    holders = [resource, *(components if isinstance(components, list) else ())]
    codings = [
        coding
        for holder in holders
        if isinstance(holder, Mapping)
        for name in ("code", "valueCodeableConcept")
        for coding in coded(holder.get(name))
    ]
    speaking = [coding for coding in codings if terminology.speaks_of_findings(coding[0])]
    return tuple((speaking or codings)[:1])


def _statements(record: Record, resource: Raw, recorded: date | None, reading: Reading) -> Iterator[Statement]:
    terminology = reading.terminology
    components: list[Raw] = resource.get("component", [])
    qualifiers = _qualifiers(components, reading)
    whole = Statement(
        reference=record.reference,
        location="code",
        concept=resource["code"],
        holder=resource,
        recorded=recorded,
        onset=qualifiers.onset,
        asserts="hasMember" not in resource,
        counted=counted_systems(record.resource, terminology),
        sites=(resource["bodySite"],) if "bodySite" in resource else (),
        sides=qualifiers.sides,
        method=resource.get("method", {}),
    )
    parts = []
    for place, component in enumerate(components):
        if place not in qualifiers.places:
            parts += _component_statements(whole, component, place, terminology)
    if any(_speaks(part, terminology) for part in parts):
        whole = replace(whole, asserts=False)
    yield whole
    yield from parts
    sign = course_sign(qualifiers.course, qualifiers.onset, recorded, terminology)
    if sign:
        reading.ledger.findings.append(course_finding(sign, whole, qualifiers.codings, terminology))


def _speaks(part: Statement, terminology: Terminology) -> bool:
    meaning = meaning_of(part.concept, terminology)
    return bool(meaning.rows or meaning.reason)


def _component_statements(whole: Statement, component: Raw, place: int, terminology: Terminology) -> list[Statement]:
    """A component speaks for itself; one whose code is a body site answers the question of the whole at that site."""
    location = f"component[{place}]"
    concept = component["code"]
    if meaning_of(concept, terminology).rows or not recorded_site(concept, terminology, reflex=False).sites:
        return [replace(whole, location=location, concept=concept, holder=component, asserts=True)]
    beside = {side for site in whole.sites for side in recorded_site(site, terminology, reflex=False).sides}
    return [
        replace(whole, location=location, holder=component, sites=(concept,), sides=whole.sides | beside, asserts=True)
    ]


def _qualifiers(components: list[Raw], reading: Reading) -> Qualifiers:
    found = Qualifiers()
    for place, component in enumerate(components):
        codes = [code for code, _ in coded(component["code"])]
        axes = {
            axis
            for code in codes
            for axis, value in reading.terminology.qualifiers.get(code, {}).items()
            if value == "question"
        }
        if axes:
            found = replace(_with(found, axes, component, reading), places=found.places | {place})
    return found


def _with(found: Qualifiers, axes: set[str], component: Raw, reading: Reading) -> Qualifiers:
    if "onset" in axes:
        span = span_of(component, "valueDateTime", "valuePeriod")
        begun = span is not None and span.begun(reading.as_of)
        return replace(found, onset=span.first_day(reading.as_of)) if span is not None and begun else found
    if "laterality" in axes:
        sides = side_answered(component, reading.terminology)
        return replace(found, sides=found.sides | sides)
    course = answer_of(component, reading.terminology).course
    return (
        replace(found, course=course, codings=tuple(coded(component.get("valueCodeableConcept")))) if course else found
    )


def read_reports(records: list[Record], reading: Reading) -> None:
    """Add the findings that reports conclude by code; their text is never read."""
    for record in records:
        if record.resource.get("conclusionCode"):
            _read_conclusions(record, reading)


def _read_conclusions(record: Record, reading: Reading) -> None:
    conclusions = record.resource["conclusionCode"]
    concepts = conclusions if isinstance(conclusions, list) else []
    speaks = reading.terminology.speaks_of_findings
    codings = tuple(coding for concept in concepts for coding in coded(concept) if speaks(coding[0]))
    report = reading.opened(record, codings, reading.terminology.rules.statuses.report) if codings else None
    if report is None:
        return
    span = span_of(report, *OBSERVED)
    if not reading.begun(span, record, codings):
        return
    for place, concept in enumerate(report["conclusionCode"]):
        statement = Statement(record.reference, f"conclusionCode[{place}]", concept, None, reading.day(span))
        read_statement(statement, reading.terminology, reading.ledger)
