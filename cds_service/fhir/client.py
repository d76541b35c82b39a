"""The only module that opens a socket: one request to a listed FHIR server, at an address that was checked.

The name is looked up once for a call, each address is judged, and the connection goes to that very address (with the
name in ``Host`` and TLS), so that a second look-up cannot lead elsewhere. Redirects are not followed, cookies and
proxies not used: a token goes to the listed server or nowhere.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import ssl
from collections.abc import Mapping
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx

from cds_service import __version__
from cds_service.fhir.addresses import may_connect
from cds_service.fhir.answers import FetchFailure, HttpAnswer
from cds_service.fhir.authorization import Access

for _name in ("httpx", "httpcore"):  # their lines hold URLs, and those the patient's id
    logging.getLogger(_name).setLevel(logging.WARNING)

_HEADERS = {
    "Accept": "application/fhir+json",
    "Accept-Encoding": "gzip",
    "Cache-Control": "no-cache",
    "User-Agent": f"motor-neuron-signs/{__version__}",
}
_LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20, keepalive_expiry=5)


class FhirClient:
    """Connections to FHIR servers, kept open between calls."""

    def __init__(self) -> None:
        self._tls: ssl.SSLContext | None = None
        self._pools: dict[tuple[str, str, int], httpx.AsyncClient] = {}
        self._loop: asyncio.AbstractEventLoop | None = None

    def session(self, access: Access, max_bytes: int) -> Session:
        """The requests of one call to its FHIR server, whose answers may be ``max_bytes`` large together."""
        return Session(self._pool(access), access, max_bytes)

    async def aclose(self) -> None:
        """Close every connection."""
        pools, self._pools = self._pools, {}
        for pool in pools.values():
            await pool.aclose()

    def _pool(self, access: Access) -> httpx.AsyncClient:
        """One pool for each server: a connection made for one name is never used for another at the same address."""
        loop = asyncio.get_running_loop()
        if loop is not self._loop:  # connections of another event loop cannot be used, nor closed, from this one
            self._loop, self._pools = loop, {}
        origin = (access.base.scheme, access.base.host, access.base.port)
        if origin not in self._pools:
            self._tls = self._tls or httpx.create_ssl_context()
            self._pools[origin] = httpx.AsyncClient(
                headers=_HEADERS,
                verify=self._tls,
                cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
                follow_redirects=False,
                timeout=None,  # the caller's deadline is the only clock
                limits=_LIMITS,
                trust_env=False,
            )
        return self._pools[origin]


class Session:
    """The requests of one call. Created by ``FhirClient.session``."""

    def __init__(self, pool: httpx.AsyncClient, access: Access, max_bytes: int) -> None:
        self.access = access
        self._pool = pool
        self._bytes_left = max_bytes
        self._pinned: list[str] | FetchFailure | None = None
        self._looking_up = asyncio.Lock()

    async def request(self, method: str, target: str, form: Mapping[str, str] | None = None) -> HttpAnswer:
        """The answer to one request for ``target`` (path and query). Raises FetchFailure where none came."""
        failure = FetchFailure("the FHIR server cannot be reached")
        for address in await self._addresses():
            try:
                return await self._request_at(address, method, target, form)
            except httpx.ConnectError:
                continue
            except httpx.DecodingError as error:
                raise FetchFailure("the FHIR server's answer cannot be decoded") from error
            except httpx.HTTPError as error:
                raise FetchFailure("the FHIR server broke off its answer") from error
        raise failure

    async def _request_at(self, address: str, method: str, target: str, form: Mapping[str, str] | None) -> HttpAnswer:
        base = self.access.base
        host = f"[{address}]" if ":" in address else address
        url = httpx.URL(scheme=base.scheme, host=host, port=base.port, raw_path=target.encode("ascii"))
        sent = {"Host": base.netloc}
        if self.access.access_token:
            sent["Authorization"] = f"Bearer {self.access.access_token}"
        options = {"sni_hostname": base.host} if base.scheme == "https" and not _is_address(base.host) else {}
        async with self._pool.stream(method, url, headers=sent, data=form, extensions=options) as response:
            headers = response.headers
            return HttpAnswer(
                status=response.status_code,
                media_type=headers.get("Content-Type", "").partition(";")[0].strip().lower(),
                retry_after=headers.get("Retry-After", ""),
                date=headers.get("Date", ""),
                body=await self._body(response) if response.status_code == 200 else b"",
            )

    async def _body(self, response: httpx.Response) -> bytes:
        chunks = []
        async for chunk in response.aiter_bytes():
            self._bytes_left -= len(chunk)
            if self._bytes_left < 0:
                raise FetchFailure("the FHIR server's answers are larger than CDS_MAX_BODY_BYTES allows")
            chunks.append(chunk)
        return b"".join(chunks)

    async def _addresses(self) -> list[str]:
        """The checked addresses of the server, looked up once for the call, also where that failed."""
        async with self._looking_up:
            if self._pinned is None:
                try:
                    self._pinned = await self._look_up()
                except FetchFailure as failure:
                    self._pinned = failure
        if isinstance(self._pinned, FetchFailure):
            raise self._pinned
        return self._pinned

    async def _look_up(self) -> list[str]:
        base = self.access.base
        loop = asyncio.get_running_loop()
        try:
            found = await loop.getaddrinfo(base.host.strip("[]"), base.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise FetchFailure("the FHIR server's name cannot be resolved") from error
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if not all(may_connect(self.access.server, address) for address in addresses):
            raise FetchFailure(
                "the FHIR server's name leads to an address in a private range (list it as private+URL in "
                "CDS_FHIR_SERVERS if that is meant)"
            )
        return addresses


def _is_address(host: str) -> bool:
    return host.startswith("[") or host.rpartition(".")[2].isdecimal()
