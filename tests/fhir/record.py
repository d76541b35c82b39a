"""A small FHIR server on a listener: it holds the record of a vignette, and answers searches by type and category."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

from tests.fhir.listener import Answer, Asked, Script, fhir, http
from tests.hooks.requests import Json

TYPES = {
    "observations": "Observation",
    "conditions": "Condition",
    "serviceRequests": "ServiceRequest",
    "diagnosticReports": "DiagnosticReport",
    "procedures": "Procedure",
    "medications": "MedicationRequest",
    "familyHistory": "FamilyMemberHistory",
}


def resources_of(prefetch: Mapping[str, Any]) -> list[Json]:
    """Every resource of a prefetch, whatever its key."""
    found: list[Json] = []
    for value in prefetch.values():
        if value is not None:
            found += [entry["resource"] for entry in value.get("entry", ())] if "entry" in value else [value]
    return [one for one in found if one["resourceType"] != "Bundle"]


def serving(resources: list[Json], page_size: int = 1000, *, zipped: bool = False) -> Script:
    """A script that serves these resources; a search has pages of ``page_size`` with links like HAPI's."""

    def answer(asked: Asked) -> Answer:
        path, _, query = asked.target.partition("?")
        parameters = {name: values[0] for name, values in parse_qs(query or asked.body).items()}
        kind, _, own_id = path.removeprefix("/fhir").strip("/").removesuffix("/_search").partition("/")
        if own_id:
            found = [one for one in resources if (one["resourceType"], one["id"]) == (kind, own_id)]
            return fhir(found[0], zipped=zipped) if found else Answer((http(404),))
        if "_getpages" in parameters:
            kind, category = parameters["_getpages"].split(".")
            offset = int(parameters["_getpagesoffset"])
        else:
            category, offset = parameters.get("category", ""), 0
        matching = [one for one in resources if one["resourceType"] == kind and _in_category(one, category)]
        base = f"http://{asked.headers['host']}/fhir"
        return fhir(_page(matching, base, f"{kind}.{category}", offset, page_size), zipped=zipped)

    return answer


def bundle(resources: list[Json], **members: Any) -> Json:
    """A searchset Bundle of these resources."""
    entries = [{"resource": one} for one in resources]
    return {"resourceType": "Bundle", "type": "searchset", "entry": entries} | members


def _page(matching: list[Json], base: str, name: str, offset: int, size: int) -> Json:
    entries = [
        {"fullUrl": f"{base}/{one['resourceType']}/{one.get('id')}", "resource": one, "search": {"mode": "match"}}
        for one in matching[offset : offset + size]
    ]
    links = [{"relation": "self", "url": base}]
    if offset + size < len(matching):
        links.append({"relation": "next", "url": f"{base}?_getpages={name}&_getpagesoffset={offset + size}"})
    return {"resourceType": "Bundle", "type": "searchset", "total": len(matching), "link": links, "entry": entries}


def _in_category(resource: Json, category: str) -> bool:
    codes = [coding.get("code") for concept in resource.get("category", ()) for coding in concept.get("coding", ())]
    return not category or category in codes
