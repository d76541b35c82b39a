"""The patients of ``fixtures/real_data``, each as an EHR would send it: prefetch Bundles of everything in the file.

A file may hold several people. All of its resources go with each of them: whose a record is, is for the service to see.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.vignettes.vignette import FIXTURES

REAL_DATA = FIXTURES / "real_data"
_KEYS = {
    "Observation": "observations",
    "Condition": "conditions",
    "ServiceRequest": "serviceRequests",
    "DiagnosticReport": "diagnosticReports",
    "Procedure": "procedures",
    "MedicationRequest": "medications",
    "FamilyMemberHistory": "familyHistory",
}

Resource = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ForeignPatient:
    """One Patient with everything in its file, as ``(fullUrl, resource)``; without a fullUrl it is ``""``."""

    name: str
    patient: Resource
    resources: tuple[tuple[str, Resource], ...]

    @property
    def id(self) -> str:
        """The id of the Patient: ``context.patientId`` of its call."""
        return str(self.patient["id"])

    @property
    def observations(self) -> tuple[tuple[str, Resource], ...]:
        """The Observations of the file."""
        return tuple(pair for pair in self.resources if pair[1]["resourceType"] == "Observation")

    def prefetch(self) -> dict[str, Any]:
        """The values of every prefetch key."""
        of_kind = {kind: [pair for pair in self.resources if pair[1]["resourceType"] == kind] for kind in _KEYS}
        bundles = {key: self.bundle(of_kind[kind]) for kind, key in _KEYS.items()}
        return {"patient": self.patient, **bundles}

    def bundle(self, resources: Iterable[tuple[str, Resource]]) -> Resource:
        """A searchset of the resources and the Patient, who is what ``urn:uuid:`` subjects of the file name."""
        entries: list[Resource] = [
            {"fullUrl": full_url, "resource": resource} if full_url else {"resource": resource}
            for full_url, resource in resources
        ]
        entries.append({"fullUrl": f"urn:uuid:{self.id}", "resource": self.patient, "search": {"mode": "include"}})
        return {"resourceType": "Bundle", "type": "searchset", "entry": entries}

    def words(self) -> frozenset[str]:
        """What no log line may hold: id, names, birth date and identifiers, where they are long enough to tell."""
        said = [self.patient.get("birthDate"), self.patient.get("id")]
        said += [identifier.get("value") for identifier in _objects(self.patient.get("identifier"))]
        for name in _objects(self.patient.get("name")):
            said += [name.get("family"), *_strings(name.get("given"))]
        return frozenset(word for word in said if isinstance(word, str) and len(word) >= 4)


@cache
def foreign_patients() -> tuple[ForeignPatient, ...]:
    """Every Patient in the order of the files; one without an id that a call can name gets one."""
    return tuple(patient for path in sorted(REAL_DATA.glob("*/*.gz")) for patient in _patients_of(path))


def _patients_of(path: Path) -> Iterator[ForeignPatient]:
    resources = tuple(pair for document in _documents(path) for pair in _unfolded(document))
    people = [resource for _, resource in resources if resource["resourceType"] == "Patient"]
    for number, person in enumerate(people, start=1):
        patient = person if _callable(person) else {**person, "id": f"without-id-{number}"}
        yield ForeignPatient(f"{path.name.partition('.')[0]}-{number}", patient, resources)


def _documents(path: Path) -> Iterator[Any]:
    text = gzip.decompress(path.read_bytes()).decode("utf-8")
    for line in text.splitlines() if ".ndjson" in path.name else [text]:
        document = json.loads(line)
        yield document["resource"] if "file" in document else document


def _unfolded(document: Any, full_url: str = "") -> Iterator[tuple[str, Resource]]:
    """The resource itself, or those in the Bundle."""
    if not isinstance(document, dict) or not isinstance(document.get("resourceType"), str):
        return
    if document["resourceType"] != "Bundle":
        yield full_url, document
    for entry in _objects(document.get("entry")) if document["resourceType"] == "Bundle" else ():
        url = entry.get("fullUrl")
        yield from _unfolded(entry.get("resource"), url if isinstance(url, str) else "")


def _callable(patient: Mapping[str, Any]) -> bool:
    return isinstance(patient.get("id"), str) and re.fullmatch(r"[A-Za-z0-9.\-]{1,64}", patient["id"]) is not None


def _objects(value: Any) -> list[Resource]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _strings(value: Any) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
