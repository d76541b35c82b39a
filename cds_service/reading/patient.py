"""The Patient: age, administrative sex, and whether cards may speak of them at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from cds_service.evidence import Evidence, Resource
from cds_service.neuro.case import Patient
from cds_service.reading.versions import version_of
from cds_service.reading.when import Span, span_of

_GENDERS = ("male", "female", "other")


def patient_of(resource: Resource, as_of: date) -> Patient:
    """Age in whole months on ``as_of`` and sex. A partial birth date means its last day, as for every age."""
    born = birth_of(resource)
    gender = resource.get("gender")
    months = _months(born.last_day(as_of), as_of) if born is not None and born.first <= as_of else None
    return Patient(months, gender if isinstance(gender, str) and gender in _GENDERS else "")


def birth_of(resource: Resource) -> Span | None:
    """The days on which the patient can be born, None when the record does not say."""
    return span_of(resource, "birthDate")


def silent_reason(evidence: Evidence, as_of: date) -> str | None:
    """Why there is no card whatever was found (contract, Card), None where cards may be shown.

    Cards speak about living patients. A date of death counts whatever day it names, ``as_of`` has no part in it.
    """
    resource = patient_resource(evidence)
    if resource.get("deceasedBoolean") is True or isinstance(resource.get("deceasedDateTime"), str):
        return "the patient is deceased"
    if resource.get("active") is False:
        return "the patient's record is inactive"
    links = resource.get("link")
    linked = links if isinstance(links, list) else []
    if any(isinstance(link, Mapping) and link.get("type") == "replaced-by" for link in linked):
        return "the patient's record was replaced by another"
    return None


def _months(born: date, as_of: date) -> int:
    return (as_of.year - born.year) * 12 + as_of.month - born.month - (as_of.day < born.day)


def patient_resource(evidence: Evidence) -> Resource:
    """The Patient of the call; the version that was updated last where there are several, empty where there is none."""
    return latest_patient((entry.resource for entry in evidence.entries), evidence.patient_id)


def latest_patient(resources: Iterable[Resource], patient_id: str) -> Resource:
    """Of these resources the Patient of the call that was updated last."""
    found = [resource for resource in resources if is_patient(resource, patient_id)]
    return max(found, key=version_of, default={})


def is_patient(resource: Any, patient_id: str) -> bool:
    """Whether a resource is the Patient of the call."""
    return isinstance(resource, dict) and resource.get("resourceType") == "Patient" and resource.get("id") == patient_id
