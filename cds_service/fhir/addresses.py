"""Which IP addresses a listed FHIR server may lead to. Pure.

A name is no promise about an address: whoever controls its DNS can point it at this machine or at its neighbours. So
private addresses are reached only where the list says so itself.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from cds_service.fhir.servers import AllowedServer

_PRIVATE_SUFFIXES = (
    ".localhost", ".local", ".internal", ".intranet", ".private", ".corp", ".home", ".lan", ".home.arpa", ".test",
)  # fmt: skip
_NAT64 = IPv6Network("64:ff9b::/96")


def may_connect(server: AllowedServer, address: str) -> bool:
    """Whether the listed server may be read at this IP address.

    An address that is listed itself is allowed. A name leads to public addresses; to private ones only where it can
    be no public name (``localhost``, no dot, ``.internal`` …) or is marked ``private+``; to link-local, multicast and
    reserved ones never.
    """
    listed = _literal(server.base.host)
    found = ip_address(address)
    if listed is not None:
        return found == listed
    inner = _carried(found)
    if inner.is_link_local or inner.is_multicast or inner.is_unspecified:
        return False
    if inner.is_private or inner.is_loopback:
        return server.private or private_by_name(server.base.host)
    return inner.is_global and not inner.is_reserved


def private_by_name(host: str) -> bool:
    """Whether a host's name cannot be one of the public DNS."""
    return "." not in host or host.endswith(_PRIVATE_SUFFIXES)


def _literal(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host.strip("[]"))
    except ValueError:
        return None


def _carried(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 address only wraps (mapped, 6to4, Teredo, NAT64), else the address itself."""
    if isinstance(address, IPv4Address):
        return address
    if address.teredo is not None:
        return address.teredo[1]
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address
