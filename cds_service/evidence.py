"""What was gathered for one call: parsed FHIR, not yet read. The input of the pure core."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

Resource = Mapping[str, Any]
"""One parsed FHIR resource, as it came: nothing about its inside is trusted."""


class Entry(NamedTuple):
    """One resource with the Bundle it came in: ``full_url`` for ``urn:uuid:`` references, ``bundle`` a number
    that is equal for entries of the same Bundle (prefetch value or fetched search). There is one for every resource
    of a call, so it is the cheapest kind of value."""

    resource: Resource
    full_url: str = ""
    bundle: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything gathered for one patient.

    ``patient_id`` is ``context.patientId``; ``fhir_server`` the base URL of the call (``""`` when none was given).
    ``entries`` hold every resource of every key (a value is read for what it holds, whatever its key), the Patient too;
    ``draft_orders`` are those of the hook's context. ``not_looked_at`` are prefetch keys neither sent nor obtainable,
    ``truncated`` keys read in part.
    """

    patient_id: str
    fhir_server: str = ""
    entries: tuple[Entry, ...] = ()
    draft_orders: tuple[Entry, ...] = ()
    not_looked_at: tuple[str, ...] = ()
    truncated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """Which call is answered: what cards need to know of the request besides the patient's record.

    ``user_id`` is ``context.userId`` (``Practitioner/1``), ``encounter_id`` the bare ``context.encounterId``; both
    are ``""`` where the caller gave none. ``public_url`` is the base URL of this service, without a slash at its end.
    """

    hook_instance: str
    service_id: str
    patient_id: str
    public_url: str
    user_id: str = ""
    encounter_id: str = ""
