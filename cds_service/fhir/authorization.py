"""``fhirAuthorization``, and whether the FHIR server of a call may be read (conformance F, N-4). Pure.

The token lives as long as its call: it is never stored, logged or shown, and its ``repr`` hides it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from cds_service.fhir.servers import AllowedServer, Url, find_allowed

_TOKEN = re.compile(r"[\x21-\x7e]+")


@dataclass(frozen=True, slots=True)
class FhirAuthorization:
    """What the caller sent. ``fault`` says in words why the token cannot be used, ``patient`` whom it is bound to."""

    access_token: str = field(default="", repr=False)
    patient: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Access:
    """A FHIR server that may be read: the entry of the list, the base URL of the call, and the token, if any."""

    server: AllowedServer
    base: Url
    access_token: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NoAccess:
    """Why the FHIR server is not read, as the end of a sentence."""

    reason: str


def read_authorization(value: Any) -> FhirAuthorization | None:
    """``fhirAuthorization`` of a request; None where there is none. A malformed one harms only what needs it."""
    if value is None:
        return None
    if not isinstance(value, dict):
        return FhirAuthorization(fault="fhirAuthorization is no object")
    token, token_type, patient = value.get("access_token"), value.get("token_type", "Bearer"), value.get("patient")
    if not isinstance(token, str) or not _TOKEN.fullmatch(token):
        return FhirAuthorization(fault="fhirAuthorization.access_token is missing or malformed")
    if not isinstance(token_type, str) or token_type.lower() != "bearer":
        return FhirAuthorization(fault="fhirAuthorization.token_type is not Bearer")
    lifetime = value.get("expires_in")
    if isinstance(lifetime, int | float) and lifetime <= 0:
        return FhirAuthorization(fault="fhirAuthorization.expires_in says that the access token has expired")
    return FhirAuthorization(token, patient if isinstance(patient, str) else "")


def access_to(
    fhir_server: str,
    authorization: FhirAuthorization | None,
    patient_id: str,
    servers: Iterable[AllowedServer],
) -> Access | NoAccess:
    """The access that a call gives to its FHIR server, or why there is none."""
    if not fhir_server:
        return NoAccess("no fhirServer was given")
    allowed = find_allowed(fhir_server, servers)
    if allowed is None:
        return NoAccess("fhirServer is not one that this service may read (CDS_FHIR_SERVERS)")
    server, base = allowed
    if authorization is None:
        return Access(server, base) if server.open else NoAccess("fhirServer is not read without fhirAuthorization")
    if authorization.fault:
        return NoAccess(authorization.fault)
    if authorization.patient and authorization.patient.removeprefix("Patient/") != patient_id:
        return NoAccess("fhirAuthorization.patient is not context.patientId")
    return Access(server, base, authorization.access_token)
