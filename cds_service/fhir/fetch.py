"""Reads from the FHIR server what the caller did not send, and only that: every key at once, under one deadline."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable, Mapping, Sequence
from typing import Any

from cds_service.evidence import Entry
from cds_service.fhir.answers import FetchFailure, resource_in, seconds_until_retry
from cds_service.fhir.client import Session
from cds_service.fhir.prefetch import KeyAnswer, PrefetchKey
from cds_service.fhir.searches import FetchRules, KeyReading
from cds_service.fhir.servers import Url

_SHORTEST_WAIT_S = 0.1


class Fetching:
    """All reading of one call; its time runs from when it is made. To be made in the event loop that reads."""

    def __init__(self, session: Session, patient_id: str, rules: FetchRules) -> None:
        self._session = session
        self._patient_id = patient_id
        self._rules = rules
        self._entries = 0
        self._deadline = asyncio.get_running_loop().time() + rules.timeout_s

    @property
    def base(self) -> Url:
        """The FHIR base URL of the call."""
        return self._session.access.base

    async def keys(self, wanted: Iterable[tuple[PrefetchKey, KeyAnswer]], first_bundle: int) -> dict[str, KeyAnswer]:
        """What there is of these keys, each given with what was sent of it. A failure is an answer too."""
        readings = [KeyReading(key, sent, number) for number, (key, sent) in enumerate(wanted, start=first_bundle)]
        await self._until_deadline(reading.run(self, self._patient_id, self._rules) for reading in readings)
        too_slow = f"the {self._rules.timeout_s:g} s for reading were over (CDS_FETCH_TIMEOUT_S)"
        return {reading.key.name: reading.answer(too_slow) for reading in readings}

    async def resources(self, references: Sequence[str]) -> tuple[Entry, ...]:
        """The resources of relative references, as far as they can be read in what is left of the time."""
        found: dict[str, Entry] = {}
        await self._until_deadline(self._read_into(found, reference) for reference in references)
        return tuple(found[reference] for reference in references if reference in found)

    async def resource(self, method: str, target: str, form: Mapping[str, str] | None = None) -> dict[str, Any]:
        """The resource that one request brings; the request is repeated where the server says when, and that is
        before the deadline. Raises FetchFailure."""
        loop = asyncio.get_running_loop()
        while True:
            answer = await self._session.request(method, target, form)
            wait = seconds_until_retry(answer)
            if wait is None or loop.time() + wait >= self._deadline:
                return resource_in(answer)
            await asyncio.sleep(max(wait, _SHORTEST_WAIT_S))

    def count(self, entries: int) -> None:
        """Add entries to those of the call. Raises FetchFailure where they are too many."""
        self._entries += entries
        if self._entries > self._rules.max_entries:
            raise FetchFailure(f"there are more than {self._rules.max_entries} entries (CDS_MAX_ENTRIES)")

    async def _read_into(self, found: dict[str, Entry], reference: str) -> None:
        try:
            resource = await self.resource("GET", f"{self.base.path}/{reference}")
        except FetchFailure:
            return  # whoever needs it counts that it is not there
        if reference == f"{resource['resourceType']}/{resource.get('id')}":
            found[reference] = Entry(resource)

    async def _until_deadline(self, readings: Iterable[Coroutine[Any, Any, None]]) -> None:
        try:
            async with asyncio.timeout_at(self._deadline), asyncio.TaskGroup() as group:
                for reading in readings:
                    group.create_task(reading)
        except TimeoutError:
            pass  # what was read until now is kept
