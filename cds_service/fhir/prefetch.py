"""Which resources are asked for, and what the caller answered to each key. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from cds_service.evidence import Entry

Given = Literal["answered", "in part", "failed", "absent"]


@dataclass(frozen=True, slots=True)
class PrefetchKey:
    """A key of the prefetch with its template. Without a ``required`` key there is no answer (conformance Q-8)."""

    name: str
    template: str
    required: bool = False

    @property
    def is_read(self) -> bool:
        """Whether the template is the read of one resource, not a search."""
        return "?" not in self.template

    def query(self, patient_id: str) -> str:
        """The query that the template is for one patient."""
        return self.template.replace("{{context.patientId}}", patient_id)


_OF_PATIENT = "?patient={{context.patientId}}"
_PATIENT = PrefetchKey("patient", "Patient/{{context.patientId}}", required=True)
_OTHERS = tuple(
    PrefetchKey(name, f"{resource}{_OF_PATIENT}{further}")
    for name, resource, further in (
        ("conditions", "Condition", ""),
        ("serviceRequests", "ServiceRequest", ""),
        ("diagnosticReports", "DiagnosticReport", ""),
        ("procedures", "Procedure", ""),
        ("medications", "MedicationRequest", ""),
        ("familyHistory", "FamilyMemberHistory", ""),
    )
)
_OBSERVATIONS_BY_CATEGORY = tuple(
    PrefetchKey(name, f"Observation{_OF_PATIENT}&category={category}", required=name == "observations")
    for name, category in (
        ("observations", "exam"),
        ("laboratory", "laboratory"),
        ("vitalSigns", "vital-signs"),
        ("surveys", "survey"),
        ("procedureObservations", "procedure"),
    )
)
_ORDERS_ONLY = {"medications": "&intent=order"}

KEYS: Mapping[str, tuple[PrefetchKey, ...]] = {
    "plain": (_PATIENT, PrefetchKey("observations", f"Observation{_OF_PATIENT}", required=True), *_OTHERS),
    "us-core": (
        _PATIENT,
        *_OBSERVATIONS_BY_CATEGORY,
        *(PrefetchKey(key.name, key.template + _ORDERS_ONLY.get(key.name, "")) for key in _OTHERS),
    ),
}
"""The keys of each style of prefetch (``CDS_PREFETCH``), in the order in which discovery lists them."""


@dataclass(frozen=True, slots=True)
class KeyAnswer:
    """What the caller sent for one key, or what its FHIR server answered to the same query.

    ``answered``: the resources in ``entries``, or that there are none (null, an empty Bundle, ``total`` 0).
    ``in part``: a page of a Bundle (``next_url`` is the page after it), or one whose server reported an error beside
    the results. ``failed``: no resources but an error, ``reason`` says which. ``absent``: nothing was sent.
    """

    given: Given
    entries: tuple[Entry, ...] = ()
    reason: str = ""
    next_url: str = ""

    @property
    def is_missing(self) -> bool:
        """Nothing is known of what was asked."""
        return self.given in ("failed", "absent")

    @property
    def is_in_part(self) -> bool:
        """Some of what was asked is known."""
        return self.given == "in part"


ABSENT = KeyAnswer("absent", reason="was not sent")


def judge(value: Any, bundle: int) -> KeyAnswer:
    """What one prefetch value says; ``bundle`` is a number for its entries to share."""
    if value is None:
        return KeyAnswer("answered")
    if not isinstance(value, dict) or not isinstance(value.get("resourceType"), str):
        return KeyAnswer("failed", reason="holds neither a FHIR resource nor null")
    if value["resourceType"] == "OperationOutcome":
        return KeyAnswer("failed", reason=f"holds an OperationOutcome{_issue_code(value)} instead of resources")
    if value["resourceType"] != "Bundle":
        return KeyAnswer("answered", (Entry(value, bundle=bundle),))
    return _judge_bundle(value, bundle)


def not_fetched(sent: KeyAnswer, why: str) -> str:
    """In words for the integrator: what the prefetch held of a key, and why what is missing was not read."""
    what = "the rest" if sent.is_in_part else "it"
    return f"{sent.reason}, and this service could not fetch {what}: {why}"


def bundle_entries(value: Any, bundle: int) -> tuple[Entry, ...]:
    """The resources of a Bundle with their fullUrls; what is no resource is left out."""
    listed = value.get("entry") if isinstance(value, dict) else None
    entries = []
    for entry in listed if isinstance(listed, list) else ():
        resource = entry.get("resource") if isinstance(entry, dict) else None
        if isinstance(resource, dict) and resource:
            full_url = entry.get("fullUrl")
            entries.append(Entry(resource, full_url if isinstance(full_url, str) else "", bundle))
    return tuple(entries)


def _judge_bundle(value: Mapping[str, Any], bundle: int) -> KeyAnswer:
    if not isinstance(value.get("entry", []), list | None):
        return KeyAnswer("failed", reason="holds a Bundle whose entry is no array")
    entries = bundle_entries(value, bundle)
    outcomes = [entry.resource for entry in entries if entry.resource.get("resourceType") == "OperationOutcome"]
    errors = [outcome for outcome in outcomes if _says_error(outcome)]
    resources = tuple(entry for entry in entries if entry.resource not in outcomes) if outcomes else entries
    if errors and not resources:
        reason = f"holds a Bundle with only an OperationOutcome{_issue_code(errors[0])} in it"
        return KeyAnswer("failed", reason=reason)
    if errors:
        return KeyAnswer("in part", resources, "holds a Bundle that reports an error beside its resources")
    next_url = _next_page(value)
    if next_url is not None:
        return KeyAnswer("in part", resources, "holds one page of a Bundle that has a next page", next_url)
    return KeyAnswer("answered", resources)


def _next_page(bundle: Mapping[str, Any]) -> str | None:
    """The URL of the next page, ``""`` where it is no text; None where this page is the last."""
    links = bundle.get("link")
    for link in links if isinstance(links, list) else ():
        if isinstance(link, dict) and link.get("relation") == "next":
            url = link.get("url")
            return url if isinstance(url, str) else ""
    return None


def _issues(outcome: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    issues = outcome.get("issue")
    return [issue for issue in issues if isinstance(issue, dict)] if isinstance(issues, list) else []


def _says_error(outcome: Mapping[str, Any]) -> bool:
    """Beside results, warnings are ordinary ("this parameter was ignored"); errors mean that something is missing."""
    return any(issue.get("severity") in ("error", "fatal") for issue in _issues(outcome))


def _issue_code(outcome: Mapping[str, Any]) -> str:
    """The issue's code in brackets. Its text is not repeated: it may speak of the patient."""
    codes = [issue.get("code") for issue in _issues(outcome)]
    known = [code for code in codes if isinstance(code, str) and re.fullmatch(r"[a-z-]{1,40}", code)]
    return f' (code "{known[0]}")' if known else ""
