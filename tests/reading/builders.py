"""Small FHIR resources, and the case that they are read as. The day is ``TODAY``; records are three days old."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from typing import Any

from cds_service.evidence import Entry, Evidence
from cds_service.knowledge.code_systems import ICD_10_CM, LOINC, SNOMED_CT
from cds_service.knowledge.terminology import CANONICAL_BASE, Terminology
from cds_service.neuro.case import Case, Finding
from cds_service.reading.read import read_case

TODAY = date(2026, 11, 20)
RECORDED = date(2026, 11, 17)
OWN = f"{CANONICAL_BASE}/CodeSystem/motor-exam"
HPO = "http://human-phenotype-ontology.org"
Json = dict[str, Any]

SUBJECT: Json = {"reference": "Patient/p"}


def coding(system: str, code: str, display: str = "") -> Json:
    """A Coding."""
    return {"system": system, "code": code, **({"display": display} if display else {})}


def concept(*codings: Json, text: str = "") -> Json:
    """A CodeableConcept."""
    return {**({"coding": list(codings)} if codings else {}), **({"text": text} if text else {})}


def snomed(*codes: str) -> Json:
    """A CodeableConcept of SNOMED CT codes."""
    return concept(*(coding(SNOMED_CT, code) for code in codes))


def loinc(*codes: str) -> Json:
    """A CodeableConcept of LOINC codes."""
    return concept(*(coding(LOINC, code) for code in codes))


def icd(code: str) -> Json:
    """A CodeableConcept of one ICD-10-CM code."""
    return concept(coding(ICD_10_CM, code))


def own(*keys: str) -> Json:
    """A CodeableConcept of the project's own CodeSystem."""
    return concept(*(coding(OWN, key) for key in keys))


def observation(code: Json, /, **members: Any) -> Json:
    """A final Observation of the patient, three days old."""
    return {
        "resourceType": "Observation",
        "id": "o1",
        "status": "final",
        "code": code,
        "subject": SUBJECT,
        "effectiveDateTime": RECORDED.isoformat(),
        **members,
    }


def condition(code: Json, /, **members: Any) -> Json:
    """An active, confirmed Condition of the patient, recorded three days ago."""
    return {
        "resourceType": "Condition",
        "id": "c1",
        "clinicalStatus": concept(coding("http://terminology.hl7.org/CodeSystem/condition-clinical", "active")),
        "verificationStatus": verification("confirmed"),
        "code": code,
        "subject": SUBJECT,
        "recordedDate": RECORDED.isoformat(),
        **members,
    }


def verification(code: str) -> Json:
    """A verificationStatus."""
    return concept(coding("http://terminology.hl7.org/CodeSystem/condition-ver-status", code))


def clinical_status(code: str) -> Json:
    """A clinicalStatus."""
    return concept(coding("http://terminology.hl7.org/CodeSystem/condition-clinical", code))


def resource(kind: str, /, **members: Any) -> Json:
    """Any other resource about the patient."""
    return {"resourceType": kind, "id": f"{kind.lower()}1", "subject": SUBJECT, **members}


def without(members: Json, *names: str) -> Json:
    """A copy without some members."""
    return {name: value for name, value in members.items() if name not in names}


def evidence_of(*resources: Json, drafts: tuple[Json, ...] = ()) -> Evidence:
    """The evidence of one call that sent these resources."""
    entries = tuple(Entry(sent) for sent in resources)
    return Evidence("p", "https://ehr.example/fhir", entries, tuple(Entry(draft) for draft in drafts))


def read(terminology: Terminology, *resources: Json, drafts: tuple[Json, ...] = ()) -> Case:
    """The case that these resources are read as."""
    return read_case(evidence_of(*resources, drafts=drafts), terminology, TODAY)


def the_finding(terminology: Terminology, *resources: Json) -> Finding:
    """The one finding that these resources give."""
    (finding,) = read(terminology, *resources).findings
    return finding


def meaning(finding: Finding) -> Hashable:
    """What a finding says, without where it came from and what was noted on the way."""
    return (
        finding.sign,
        finding.present,
        finding.site,
        finding.side.value,
        finding.recorded,
        finding.onset,
        finding.grade,
    )


def said(case: Case) -> list[tuple[str, bool, str, str, str]]:
    """Sign, present, site, side and grade of every finding."""
    return [(f.sign, f.present, f.site, f.side.value, str(f.grade or "")) for f in case.findings]


def missed(case: Case) -> list[tuple[str, str]]:
    """Reference and code of every statement that was counted as not understood."""
    return [(unread.reference, unread.code) for unread in case.not_understood]
