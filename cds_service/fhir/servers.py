"""Which FHIR servers may be read, and which URLs are theirs. Pure: text in, a decision out.

URLs are compared after normalisation, and only those in a plain form are URLs at all here: what could be read in two
ways (userinfo, an IP address in another spelling, encoded slashes, dot segments, backslashes, a dot behind the host)
is refused, so that this check and whoever opens the connection cannot disagree about where it leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address

from cds_service.errors import SettingsError

_DEFAULT_PORTS = {"http": 80, "https": 443}
_URL = re.compile(
    r"(?P<scheme>https?)://"
    r"(?P<host>[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::(?P<port>[0-9]{1,5}))?"
    r"(?P<path>(?:/[a-z0-9._~$@:+=,-]+)*)/?"
    r"(?:\?(?P<query>(?:[a-z0-9._~!$&'()*+,;=:@/?|-]|%[0-9a-f]{2})*))?",
    re.IGNORECASE | re.ASCII,  # without ASCII the Kelvin sign would be a "k"
)
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_MARKS = ("open+", "private+")


@dataclass(frozen=True, slots=True)
class Url:
    """An http or https URL in its one normal form: lower-case host, port always given, no slash at the path's end."""

    scheme: str
    host: str
    port: int
    path: str = ""
    query: str = ""

    @property
    def netloc(self) -> str:
        """Host and port as the Host header has them: without the scheme's own port."""
        return self.host if self.port == _DEFAULT_PORTS[self.scheme] else f"{self.host}:{self.port}"

    @property
    def target(self) -> str:
        """Path and query, as a request line has them."""
        return (self.path or "/") + (f"?{self.query}" if self.query else "")

    def holds(self, other: Url) -> bool:
        """Whether ``other`` has the same origin and lies at or below this path."""
        same_origin = (self.scheme, self.host, self.port) == (other.scheme, other.host, other.port)
        return same_origin and (other.path == self.path or other.path.startswith(f"{self.path}/"))


@dataclass(frozen=True, slots=True)
class AllowedServer:
    """One entry of ``CDS_FHIR_SERVERS``: ``open`` to be read without a token; ``private``: its name may lead to a
    private address (without the mark only where the listed host says so itself: ``private_by_name``)."""

    base: Url
    open: bool = False
    private: bool = False


def parse_url(text: str) -> Url | None:
    """The URL in its normal form; None for everything that is not plainly one."""
    match = _URL.fullmatch(text)
    if match is None:
        return None
    scheme = match["scheme"].lower()
    host = _host(match["host"].lower())
    port = int(match["port"] or _DEFAULT_PORTS[scheme])
    if not host or not 0 < port < 65536 or any(set(segment) == {"."} for segment in match["path"].split("/")):
        return None
    return Url(scheme, host, port, match["path"], match["query"] or "")


def allowed_servers(entries: Iterable[str]) -> tuple[AllowedServer, ...]:
    """The servers that may be read. Raises SettingsError with a line for each entry that is none."""
    servers, faults = [], []
    for entry in entries:
        server = _allowed_server(entry)
        if server is None:
            faults.append(
                "CDS_FHIR_SERVERS holds an entry that is no FHIR base URL; expected http or https, a host and a path, "
                "like https://ehr.example.org/fhir or open+http://127.0.0.1:8080/fhir, without user, query or fragment."
            )
        else:
            servers.append(server)
    if faults:
        raise SettingsError("\n".join(faults))
    return tuple(servers)


def find_allowed(fhir_server: str, servers: Iterable[AllowedServer]) -> tuple[AllowedServer, Url] | None:
    """The entry that ``fhir_server`` belongs to (the one with the longest path), with its URL; None where it is not
    listed."""
    url = parse_url(fhir_server)
    if url is None or url.query or "?" in fhir_server:
        return None
    holding = [server for server in servers if server.base.holds(url)]
    return (max(holding, key=lambda server: len(server.base.path)), url) if holding else None


def page_of(base: Url, link: str) -> str | None:
    """The target (path and query) of a ``next`` link; None where it does not belong to the server at ``base``."""
    url = parse_url(link)
    return url.target if url is not None and base.holds(url) else None


def _allowed_server(entry: str) -> AllowedServer | None:
    marks = set()
    while mark := next((mark for mark in _MARKS if entry.startswith(mark)), None):
        marks.add(mark)
        entry = entry.removeprefix(mark)
    url = parse_url(entry)
    if url is None or "?" in entry:
        return None
    return AllowedServer(url, open="open+" in marks, private="private+" in marks)


def _host(text: str) -> str | None:
    """The host in its one spelling. A name whose last label is a number is an IP address, or nothing."""
    try:
        if text.startswith("["):
            return f"[{IPv6Address(text[1:-1]).compressed}]"
        labels = text.split(".")
        if _NUMBER.fullmatch(labels[-1]):
            return str(IPv4Address(text))
    except AddressValueError:
        return None
    return text if len(text) < 254 and all(_LABEL.fullmatch(label) for label in labels) else None
