"""A CDS Hooks request: checked member by member, nothing invented. Names are those of the specification."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from cds_service.errors import RequestError
from cds_service.fhir.authorization import FhirAuthorization, read_authorization

_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_FHIR_ID = re.compile(r"[A-Za-z0-9.-]{1,64}")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class HookRequest:
    """One call of a hook. Optional members that were not given, or not as text, are ``""`` or empty."""

    hook: str
    hook_instance: str
    patient_id: str
    user_id: str = ""
    encounter_id: str = ""
    fhir_server: str = ""
    fhir_authorization: FhirAuthorization | None = None
    draft_orders: Any = None
    prefetch: Mapping[str, Any] = field(default_factory=dict)

    @property
    def user_is_patient(self) -> bool:
        """Whether the reader would be the patient or somebody related, to whom these cards do not speak."""
        user_type = self.user_id.rpartition("/")[0].rpartition("/")[2]
        return user_type in ("Patient", "RelatedPerson")

    @property
    def entry_count(self) -> int:
        """How many Bundle entries the call holds."""
        return sum(_entries_in(value) for value in (*self.prefetch.values(), self.draft_orders))


def parse_json_object(body: bytes) -> dict[str, Any]:
    """The body as a JSON object. Raises RequestError (400) for everything else."""
    if body.startswith(_BOM):
        raise RequestError(400, "The body begins with a byte order mark: send plain UTF-8.", code="structure")
    try:
        document = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise RequestError(400, f"The body is no JSON in UTF-8: {error}.", code="structure") from error
    if not isinstance(document, dict):
        raise RequestError(400, "The body must be a JSON object.", code="structure")
    return document


def read_hook_request(document: Mapping[str, Any], hook: str) -> HookRequest:
    """The request in ``document``, which must be for ``hook``.

    Unknown members are ignored. Raises RequestError (400) that names the member and what was expected.
    """
    if document.get("hook") != hook:
        raise _fault(document, "hook", f'"{hook}", the hook of this service')
    hook_instance = document.get("hookInstance")
    if not isinstance(hook_instance, str) or not _UUID.fullmatch(hook_instance):
        raise _fault(document, "hookInstance", "a UUID like d1577c69-dfbe-44ad-ba6d-3e05e953b2ea")
    context = document.get("context")
    if not isinstance(context, dict):
        raise _fault(document, "context", "an object with userId and patientId")
    prefetch = document.get("prefetch", {})
    if not isinstance(prefetch, dict | None):
        raise _fault(document, "prefetch", "an object with one FHIR resource (or null) for each key")
    return HookRequest(
        hook=hook,
        hook_instance=hook_instance,
        patient_id=_patient_id(context),
        user_id=_text(context, "userId"),
        encounter_id=_fhir_id(context, "encounterId"),
        fhir_server=_text(document, "fhirServer"),
        fhir_authorization=read_authorization(document.get("fhirAuthorization")),
        draft_orders=context.get("draftOrders"),
        prefetch=prefetch or {},
    )


def _patient_id(context: Mapping[str, Any]) -> str:
    patient_id = _fhir_id(context, "patientId")
    if not patient_id:
        expected = 'a bare FHIR id (1 to 64 letters, digits, "-" or "."), without "Patient/"'
        raise _fault(context, "patientId", expected, inside="context.")
    return patient_id


def _fault(parent: Mapping[str, Any], member: str, expected: str, *, inside: str = "") -> RequestError:
    if parent.get(member) in (None, ""):
        return RequestError(400, f"{inside}{member} is missing; expected {expected}.", code="required")
    return RequestError(400, f"{inside}{member} is malformed; expected {expected}.", code="value")


def _text(parent: Mapping[str, Any], member: str) -> str:
    value = parent.get(member)
    return value if isinstance(value, str) else ""


def _fhir_id(parent: Mapping[str, Any], member: str) -> str:
    value = _text(parent, member)
    return value if _FHIR_ID.fullmatch(value) else ""


def _entries_in(value: Any) -> int:
    entries = value.get("entry") if isinstance(value, dict) else None
    return len(entries) if isinstance(entries, list) else 0
