"""The reading of one prefetch key from the FHIR server, page after page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import parse_qsl

from cds_service.evidence import Entry
from cds_service.fhir.answers import FetchFailure
from cds_service.fhir.prefetch import KeyAnswer, PrefetchKey, judge, not_fetched
from cds_service.fhir.servers import Url, page_of


@dataclass(frozen=True, slots=True)
class FetchRules:
    """How a FHIR server is read: ``timeout_s`` for all reading of one call, ``page_size`` entries asked for at once,
    at most ``max_pages`` pages of a key, ``max_entries`` entries and ``max_bytes`` of one call; searches by POST
    ``_search`` if ``post``."""

    timeout_s: float = 2.0
    page_size: int = 200
    max_pages: int = 200
    max_entries: int = 50_000
    max_bytes: int = 20_000_000
    post: bool = False


class Resources(Protocol):
    """Where the reading of one call gets its resources from."""

    @property
    def base(self) -> Url:
        """The FHIR base URL of the call."""

    async def resource(self, method: str, target: str, form: Mapping[str, str] | None = None) -> dict[str, Any]:
        """The resource that one request brings. Raises FetchFailure."""

    def count(self, entries: int) -> None:
        """Add entries to those of the call. Raises FetchFailure where they are too many."""


@dataclass(slots=True)
class KeyReading:
    """One key as far as it was read. ``sent`` is what the caller's prefetch held of it; ``bundle`` the number that
    the entries share."""

    key: PrefetchKey
    sent: KeyAnswer
    bundle: int
    entries: list[Entry] = field(default_factory=list)
    pages: int = 0
    failure: str = ""
    is_complete: bool = False

    def answer(self, if_unfinished: str) -> KeyAnswer:
        """What is known of the key now; ``if_unfinished`` says why a reading that was broken off was."""
        entries = (*self.sent.entries, *self.entries)
        if self.is_complete:
            return KeyAnswer("answered", entries)
        reason = not_fetched(self.sent, self.failure or if_unfinished)
        return KeyAnswer("in part" if self.sent.is_in_part or self.pages else "failed", entries, reason)

    async def run(self, server: Resources, patient_id: str, rules: FetchRules) -> None:
        """Read the key to its end, or until ``failure``."""
        query = self.key.query(patient_id)
        try:
            if self.key.is_read:
                await self._read(server, query)
            else:
                await self._search(server, query, rules)
        except FetchFailure as failure:
            self.failure = str(failure)

    async def _read(self, server: Resources, reference: str) -> None:
        resource = await server.resource("GET", f"{server.base.path}/{reference}")
        if f"{resource['resourceType']}/{resource.get('id')}" != reference:
            raise FetchFailure("the FHIR server's answer is not the resource that was asked for")
        self.entries.append(Entry(resource, bundle=self.bundle))
        self.is_complete = True

    async def _search(self, server: Resources, query: str, rules: FetchRules) -> None:
        seen: set[str] = set()
        target = page_of(server.base, self.sent.next_url)
        while not self.is_complete:
            if target is None:
                page = self._judged(await _first_page(server, query, rules))
            else:
                seen.add(target)
                page = self._judged(await server.resource("GET", target))
            server.count(len(page.entries))
            self.entries += page.entries
            self.pages += 1
            self.is_complete = not page.is_in_part
            if page.is_in_part:
                target = self._next_target(server.base, page, seen, rules.max_pages)

    def _judged(self, resource: dict[str, Any]) -> KeyAnswer:
        page = judge(resource, self.bundle)
        if page.is_missing:
            raise FetchFailure(f"the FHIR server's answer {page.reason}")
        if resource["resourceType"] != "Bundle":
            raise FetchFailure("the FHIR server's answer is no Bundle")
        return page

    def _next_target(self, base: Url, page: KeyAnswer, seen: set[str], max_pages: int) -> str:
        if not page.next_url:
            raise FetchFailure(f"the FHIR server's answer {page.reason}")
        target = page_of(base, page.next_url)
        if target is None:
            raise FetchFailure("the link to the next page leads away from fhirServer, and is not followed")
        if target in seen:
            raise FetchFailure("the links to the next pages lead in a circle")
        if self.pages >= max_pages:
            raise FetchFailure(f"there are more than {max_pages} pages (CDS_FETCH_MAX_PAGES)")
        return target


async def _first_page(server: Resources, query: str, rules: FetchRules) -> dict[str, Any]:
    kind, _, parameters = f"{query}&_count={rules.page_size}".partition("?")
    path = f"{server.base.path}/{kind}"
    if rules.post:
        return await server.resource("POST", f"{path}/_search", dict(parse_qsl(parameters)))
    return await server.resource("GET", f"{path}?{parameters}")
