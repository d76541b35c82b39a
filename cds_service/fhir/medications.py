"""Medications that requests only refer to: which of them have to be read from the FHIR server. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cds_service.evidence import Entry, Resource
from cds_service.fhir.servers import Url, parse_url

_REFERENCE = re.compile(r"Medication/[A-Za-z0-9.-]{1,64}")
_MOST_READ = 200


def medications_to_read(entries: Iterable[Entry], base: Url) -> list[str]:
    """The relative references of Medications on the server at ``base`` that are not among ``entries``, each once."""
    entries = list(entries)
    present = {f"Medication/{entry.resource.get('id')}" for entry in entries if _kind(entry.resource) == "Medication"}
    named = (_reference(entry.resource, base) for entry in entries if _kind(entry.resource) == "MedicationRequest")
    wanted = dict.fromkeys(reference for reference in named if reference and reference not in present)
    return list(wanted)[:_MOST_READ]


def _kind(resource: Resource) -> object:
    return resource.get("resourceType")


def _reference(request: Resource, base: Url) -> str:
    target = request.get("medicationReference")
    reference = target.get("reference") if isinstance(target, dict) else None
    if not isinstance(reference, str):
        return ""
    reference = reference.partition("/_history/")[0]
    url = parse_url(reference)
    if url is not None and base.holds(url):
        reference = url.path.removeprefix(f"{base.path}/")
    return reference if _REFERENCE.fullmatch(reference) else ""
