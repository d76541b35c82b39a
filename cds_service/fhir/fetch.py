"""Reads from the FHIR server what the caller did not send, and only that: every key at once, under one deadline."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl

from cds_service.evidence import Entry
from cds_service.fhir.answers import resource_in, seconds_until_retry
from cds_service.fhir.client import FetchFailure, Session
from cds_service.fhir.prefetch import KeyAnswer, PrefetchKey, judge
from cds_service.fhir.servers import page_of

_SHORTEST_WAIT_S = 0.1

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class FetchRules:
    """How a FHIR server is read: ``timeout_s`` for one call in all, ``page_size`` entries asked for at once,
    at most ``max_pages`` pages of a key and ``max_entries`` entries of it, by POST ``_search`` if ``post``."""

    timeout_s: float = 2.0
    page_size: int = 200
    max_pages: int = 200
    max_entries: int = 50_000
    post: bool = False


@dataclass(slots=True)
class Search:
    """The reading of one key, as far as it is. ``sent`` is what the caller's prefetch held of it."""

    key: PrefetchKey
    sent: KeyAnswer
    bundle: int
    entries: list[Entry] = field(default_factory=list)
    pages: int = 0
    failure: str = ""
    complete: bool = False

    def answer(self, if_unfinished: str) -> KeyAnswer:
        """What is known of the key now. A key whose reading was broken off says ``if_unfinished``."""
        entries = (*self.sent.entries, *self.entries)
        if self.complete:
            return KeyAnswer("answered", entries)
        reason = not_fetched(self.sent, self.failure or if_unfinished)
        return KeyAnswer("in part" if self.sent.is_in_part or self.pages else "failed", entries, reason)


def not_fetched(sent: KeyAnswer, why: str) -> str:
    """In words for the integrator: what the prefetch held of a key, and why the rest was not read."""
    what = "the rest" if sent.is_in_part else "it"
    return f"{sent.reason}, and this service could not fetch {what}: {why}"


class Fetching:
    """The reading of one call from its FHIR server."""

    def __init__(self, session: Session, patient_id: str, rules: FetchRules) -> None:
        self._session = session
        self._patient_id = patient_id
        self._rules = rules
        self._deadline = asyncio.get_running_loop().time() + rules.timeout_s

    async def keys(self, asked: Iterable[tuple[PrefetchKey, KeyAnswer]], first_bundle: int) -> dict[str, KeyAnswer]:
        """What there is of these keys, each with what was sent of it. Never raises: a failure is an answer too."""
        searches = [Search(key, sent, number) for number, (key, sent) in enumerate(asked, start=first_bundle)]
        await self._together([self._run(search) for search in searches])
        too_slow = f"there was no time for more than {self._rules.timeout_s:g} s of reading (CDS_FETCH_TIMEOUT_S)"
        return {search.key.name: search.answer(too_slow) for search in searches}

    async def resources(self, references: Sequence[str]) -> tuple[Entry, ...]:
        """The resources of these relative references, as far as they can be read in what is left of the time."""
        found: dict[str, Entry] = {}

        async def read(reference: str) -> None:
            resource = await self._resource("GET", f"{self._session.access.base.path}/{reference}")
            if reference == f"{resource['resourceType']}/{resource.get('id')}":
                found[reference] = Entry(resource)

        await self._together([_quietly(read(reference)) for reference in references])
        return tuple(found[reference] for reference in references if reference in found)

    async def _together(self, readings: list[Awaitable[None]]) -> None:
        async def one(reading: Awaitable[None]) -> None:
            await reading

        try:
            async with asyncio.timeout_at(self._deadline), asyncio.TaskGroup() as group:
                for reading in readings:
                    group.create_task(one(reading))
        except TimeoutError:
            pass  # what was read until now is in the searches

    async def _run(self, search: Search) -> None:
        try:
            if search.key.is_read:
                await self._read(search)
            else:
                await self._search(search)
        except FetchFailure as failure:
            search.failure = str(failure)

    async def _read(self, search: Search) -> None:
        query = search.key.query(self._patient_id)
        resource = await self._resource("GET", f"{self._session.access.base.path}/{query}")
        kind = query.partition("/")[0]
        if resource["resourceType"] != kind or resource.get("id") != self._patient_id:
            raise FetchFailure(f"the FHIR server's answer is not the {kind} that was asked for")
        search.entries.append(Entry(resource, bundle=search.bundle))
        search.complete = True

    async def _search(self, search: Search) -> None:
        seen: set[str] = set()
        target = ""
        if search.sent.is_in_part:
            target = self._next_target(search.sent.next_url, seen)
        while True:
            bundle = await (self._resource("GET", target) if target else self._first_page(search))
            page = judge(bundle, search.bundle)
            if bundle["resourceType"] != "Bundle" or page.is_missing:
                raise FetchFailure(f"the FHIR server's answer {_what_else(bundle, page)}")
            search.entries += page.entries
            search.pages += 1
            if not page.is_in_part:
                search.complete = True
                return
            target = self._after(page, search, seen)

    async def _first_page(self, search: Search) -> dict[str, Any]:
        query = f"{search.key.query(self._patient_id)}&_count={self._rules.page_size}"
        kind, _, parameters = query.partition("?")
        path = f"{self._session.access.base.path}/{kind}"
        if self._rules.post:
            return await self._resource("POST", f"{path}/_search", dict(parse_qsl(parameters)))
        return await self._resource("GET", f"{path}?{parameters}")

    def _after(self, page: KeyAnswer, search: Search, seen: set[str]) -> str:
        if not page.next_url:
            raise FetchFailure("the FHIR server reported an error beside its results")
        if search.pages >= self._rules.max_pages:
            raise FetchFailure(f"there are more than {self._rules.max_pages} pages (CDS_FETCH_MAX_PAGES)")
        if len(search.entries) > self._rules.max_entries:
            raise FetchFailure(f"there are more than {self._rules.max_entries} entries (CDS_MAX_ENTRIES)")
        return self._next_target(page.next_url, seen)

    def _next_target(self, next_url: str, seen: set[str]) -> str:
        target = page_of(self._session.access.base, next_url)
        if target is None:
            raise FetchFailure("the link to the next page leads away from fhirServer, and is not followed")
        if target in seen:
            raise FetchFailure("the links to the next pages lead in a circle")
        seen.add(target)
        return target

    async def _resource(self, method: str, target: str, form: dict[str, str] | None = None) -> dict[str, Any]:
        """One resource; 429 and 503 are repeated when the server says when, and that is before the deadline."""
        loop = asyncio.get_running_loop()
        while True:
            answer = await self._session.request(method, target, form)
            wait = seconds_until_retry(answer, datetime.now(UTC))
            if wait is None or loop.time() + wait >= self._deadline:
                return resource_in(answer)
            await asyncio.sleep(max(wait, _SHORTEST_WAIT_S))


async def _quietly(reading: Awaitable[None]) -> None:
    try:
        await reading
    except FetchFailure:
        pass  # the reading of medications counts what it does not find


def _what_else(bundle: dict[str, Any], page: KeyAnswer) -> str:
    return page.reason if page.is_missing else f"is a {bundle['resourceType']}, not a Bundle"
