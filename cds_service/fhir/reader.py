"""What a deployment reads from FHIR servers: joins permission, connection and deadline for one call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cds_service.evidence import Entry
from cds_service.fhir.authorization import Access, FhirAuthorization, NoAccess, access_to
from cds_service.fhir.client import FhirClient
from cds_service.fhir.fetch import Fetching
from cds_service.fhir.gather import Fetched, sent_answers, to_fetch
from cds_service.fhir.medications import medications_to_read
from cds_service.fhir.prefetch import KeyAnswer, PrefetchKey
from cds_service.fhir.searches import FetchRules
from cds_service.fhir.servers import AllowedServer


@dataclass(frozen=True, slots=True)
class FhirReader:
    """Reads what a call did not send: from ``servers`` only, by ``rules``, over the connections of ``client``."""

    servers: tuple[AllowedServer, ...]
    rules: FetchRules
    client: FhirClient

    async def fetch(
        self,
        patient_id: str,
        prefetch: Mapping[str, Any],
        keys: Sequence[PrefetchKey],
        fhir_server: str,
        authorization: FhirAuthorization | None,
    ) -> Fetched:
        """What ``prefetch`` does not answer of ``keys``. Never raises: what cannot be read is said in the answer."""
        access = access_to(fhir_server, authorization, patient_id, self.servers)
        if isinstance(access, NoAccess):
            return Fetched(why_not=access.reason)
        return await self._fetch_from(access, patient_id, sent_answers(prefetch), keys)

    async def _fetch_from(
        self, access: Access, patient_id: str, sent: Mapping[str, KeyAnswer], keys: Sequence[PrefetchKey]
    ) -> Fetched:
        session = self.client.session(access, self.rules.max_bytes)
        fetching = Fetching(session, patient_id, self.rules)
        answers = await fetching.keys(to_fetch(sent, keys), first_bundle=len(sent) + 1)
        medications = await fetching.resources(medications_to_read(_entries(sent, answers), access.base))
        return Fetched(answers, medications)


def _entries(sent: Mapping[str, KeyAnswer], fetched: Mapping[str, KeyAnswer]) -> list[Entry]:
    return [entry for answer in (*sent.values(), *fetched.values()) for entry in answer.entries]
