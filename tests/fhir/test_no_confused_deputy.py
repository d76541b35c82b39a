"""A caller names the FHIR server, and a FHIR server names its next page: neither may lead the service, or a token,
anywhere but to the listed server."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.fhir.calls import TOKEN, call, deployment
from tests.fhir.dns import resolving
from tests.fhir.listener import Answer, Asked, fhir, http, listening
from tests.hooks.requests import diagnostics

PATIENT = {"resourceType": "Patient", "id": "1"}

Hostile = Callable[[int, int], str]
"""A URL made from the port of the listed server and that of a trap beside it."""

HOSTILE: dict[str, Hostile] = {
    # other spellings of where the trap is
    "the trap": lambda listed, trap: f"http://127.0.0.1:{trap}/fhir",
    "a name": lambda listed, trap: f"http://localhost:{trap}/fhir",
    "a name of the listed address": lambda listed, trap: f"http://localhost:{listed}/fhir",
    "a name with a dot": lambda listed, trap: f"http://localhost.:{listed}/fhir",
    "a name that resolves to loopback": lambda listed, trap: f"http://ip6-localhost:{listed}/fhir",
    "a subdomain of localhost": lambda listed, trap: f"http://ehr.localhost:{listed}/fhir",
    "a wildcard DNS name": lambda listed, trap: f"http://127.0.0.1.nip.io:{listed}/fhir",
    "another loopback address": lambda listed, trap: f"http://127.0.0.2:{listed}/fhir",
    "the unspecified address": lambda listed, trap: f"http://0.0.0.0:{listed}/fhir",
    "zero": lambda listed, trap: f"http://0:{listed}/fhir",
    "a short address": lambda listed, trap: f"http://127.1:{listed}/fhir",
    "a decimal address": lambda listed, trap: f"http://2130706433:{listed}/fhir",
    "a hexadecimal address": lambda listed, trap: f"http://0x7f000001:{listed}/fhir",
    "hexadecimal parts": lambda listed, trap: f"http://0x7f.0x0.0x0.0x1:{listed}/fhir",
    "an octal address": lambda listed, trap: f"http://0177.0.0.1:{listed}/fhir",
    "leading zeros": lambda listed, trap: f"http://127.000.000.001:{listed}/fhir",
    "an overflowing address": lambda listed, trap: f"http://127.0.0.257:{listed}/fhir",
    "a dot behind the address": lambda listed, trap: f"http://127.0.0.1.:{listed}/fhir",
    "full-width digits": lambda listed, trap: f"http://１２７.0.0.1:{listed}/fhir",
    "circled digits": lambda listed, trap: f"http://①②⑦.⓪.⓪.①:{listed}/fhir",
    "ideographic dots": lambda listed, trap: f"http://127。0。0。1:{listed}/fhir",
    "IPv6 loopback": lambda listed, trap: f"http://[::1]:{listed}/fhir",
    "a mapped address": lambda listed, trap: f"http://[::ffff:127.0.0.1]:{listed}/fhir",
    "a mapped address in hexadecimal": lambda listed, trap: f"http://[::ffff:7f00:1]:{listed}/fhir",
    "a NAT64 address": lambda listed, trap: f"http://[64:ff9b::7f00:1]:{listed}/fhir",
    "a scoped address": lambda listed, trap: f"http://[::1%25lo]:{listed}/fhir",
    "brackets round IPv4": lambda listed, trap: f"http://[127.0.0.1]:{listed}/fhir",
    # userinfo, and what a careless parser takes for it
    "userinfo": lambda listed, trap: f"http://127.0.0.1:{listed}@127.0.0.1:{trap}/fhir",
    "userinfo with a password": lambda listed, trap: f"http://user:pass@127.0.0.1:{listed}/fhir",
    "empty userinfo": lambda listed, trap: f"http://@127.0.0.1:{listed}/fhir",
    "two at signs": lambda listed, trap: f"http://a@127.0.0.1:{trap}@127.0.0.1:{listed}/fhir",
    "a fragment before the host": lambda listed, trap: f"http://127.0.0.1:{trap}#@127.0.0.1:{listed}/fhir",
    "a query before the host": lambda listed, trap: f"http://127.0.0.1:{trap}?@127.0.0.1:{listed}/fhir",
    "a backslash before the host": lambda listed, trap: f"http://127.0.0.1:{trap}\\@127.0.0.1:{listed}/fhir",
    "an encoded at sign": lambda listed, trap: f"http://127.0.0.1:{listed}%40127.0.0.1:{trap}/fhir",
    # port and scheme
    "https": lambda listed, trap: f"https://127.0.0.1:{listed}/fhir",
    "no port": lambda listed, trap: "http://127.0.0.1/fhir",
    "an empty port": lambda listed, trap: "http://127.0.0.1:/fhir",
    "a port too large": lambda listed, trap: f"http://127.0.0.1:{listed + 65536}/fhir",
    "a signed port": lambda listed, trap: f"http://127.0.0.1:+{listed}/fhir",
    "two ports": lambda listed, trap: f"http://127.0.0.1:{listed}:{trap}/fhir",
    "another scheme": lambda listed, trap: f"ftp://127.0.0.1:{listed}/fhir",
    "a file": lambda listed, trap: "file:///fhir",
    "no scheme": lambda listed, trap: f"//127.0.0.1:{listed}/fhir",
    "one slash": lambda listed, trap: f"http:/127.0.0.1:{listed}/fhir",
    "three slashes": lambda listed, trap: f"http:///127.0.0.1:{listed}/fhir",
    "backslashes": lambda listed, trap: f"http:\\\\127.0.0.1:{listed}\\fhir",
    # the path
    "above the path": lambda listed, trap: f"http://127.0.0.1:{listed}/",
    "beside the path": lambda listed, trap: f"http://127.0.0.1:{listed}/admin",
    "a longer name": lambda listed, trap: f"http://127.0.0.1:{listed}/fhir-admin",
    "dot segments": lambda listed, trap: f"http://127.0.0.1:{listed}/fhir/../admin",
    "encoded dot segments": lambda listed, trap: f"http://127.0.0.1:{listed}/fhir/%2e%2e/admin",
    "twice encoded": lambda listed, trap: f"http://127.0.0.1:{listed}/fhir/%252e%252e/admin",
    "dots with a parameter": lambda listed, trap: f"http://127.0.0.1:{listed}/fhir/..;/admin",
    "an encoded slash": lambda listed, trap: f"http://127.0.0.1:{listed}/fhir%2f..%2fadmin",
    "a backslash": lambda listed, trap: f"http://127.0.0.1:{listed}/fhir\\..\\admin",
    "a double slash": lambda listed, trap: f"http://127.0.0.1:{listed}//fhir",
    "another case": lambda listed, trap: f"http://127.0.0.1:{listed}/FHIR",
    # characters that end or split a request
    "a line break": lambda listed, trap: f"http://127.0.0.1:{listed}/fhir\r\nHost: 127.0.0.1:{trap}",
    "a tab": lambda listed, trap: f"http://127.0.0.1:\t{listed}/fhir",
    "a null": lambda listed, trap: f"http://127.0.0.1:{listed}/fhir\x00",
    "a blank before": lambda listed, trap: f" http://127.0.0.1:{listed}/fhir",
    "a blank behind": lambda listed, trap: f"http://127.0.0.1:{listed}/fhir /admin",
    "a Kelvin sign": lambda listed, trap: f"http://127.0.0.1:{listed}/\u212ahir",
}


def listed_server(next_url: str = "") -> Callable[[Asked], Answer]:
    def script(asked: Asked) -> Answer:
        if asked.target.startswith("/fhir/Patient"):
            return fhir(PATIENT)
        links = [{"relation": "next", "url": next_url}] if next_url and "?patient" in asked.target else []
        return fhir({"resourceType": "Bundle", "type": "searchset", "link": links})

    return script


def trap(asked: Asked) -> Answer:
    raise AssertionError("the trap must stay silent")


def test_there_are_enough_of_them() -> None:
    assert len(HOSTILE) >= 40


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_fhir_server_is_never_contacted(hostile: Hostile) -> None:
    with listening(trap) as aside, listening(listed_server()) as listed, deployment(listed.base) as client:
        response = call(client, hostile(listed.port, aside.port))
        assert response.status_code == 412
        assert "fhirServer is not one that this service may read" in diagnostics(response)
        assert (listed.connections, aside.connections) == (0, 0)
        assert call(client, listed.base).json() == {"cards": []}
        assert listed.connections > 0


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_next_link_is_not_followed(hostile: Hostile) -> None:
    with listening(trap) as aside, listening(listed_server()) as listed:
        listed.script = listed_server(hostile(listed.port, aside.port))
        with deployment(listed.base) as client:
            response = call(client, listed.base)
            assert response.status_code == 412
            assert "the link to the next page leads away from fhirServer" in diagnostics(response)
            assert aside.connections == 0
            assert [target for target in listed.targets if "patient=1" not in target] == ["/fhir/Patient/1"]


@pytest.mark.parametrize("path", ["?_getpages=7&_getpagesoffset=20", "/Observation?page=2", "/?page=2"])
def test_the_next_page_of_the_listed_server_is_read(path: str) -> None:
    with listening(listed_server()) as listed:
        listed.script = listed_server(f"{listed.base}{path}")
        with deployment(listed.base) as client:
            assert call(client, listed.base).json() == {"cards": []}
            following = [asked for asked in listed.asked if "patient=1" not in asked.target and "page" in asked.target]
            assert len(following) == 7
            assert {asked.headers["authorization"] for asked in following} == {f"Bearer {TOKEN}"}


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(status: int) -> None:
    with listening(trap) as aside:
        elsewhere = Answer((http(status, headers={"Location": f"http://127.0.0.1:{aside.port}/fhir"}),))
        with listening(lambda asked: elsewhere) as listed, deployment(listed.base) as client:
            response = call(client, listed.base)
            assert "a redirect, which is not followed" in diagnostics(response)
            assert aside.connections == 0


def test_a_public_name_that_leads_to_loopback_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    """DNS rebinding: the name is listed, its answer is an address of this machine."""
    with listening(listed_server()) as listed:
        names = resolving(monkeypatch, "127.0.0.1")
        base = f"http://fhir.example.org:{listed.port}/fhir"
        with deployment(base) as client:
            assert "leads to an address in a private range" in diagnostics(call(client, base))
            assert listed.connections == 0
        with deployment(f"private+{base}") as client:
            assert call(client, base).json() == {"cards": []}
            assert {asked.headers["host"] for asked in listed.asked} == {f"fhir.example.org:{listed.port}"}
        assert names == ["fhir.example.org"] * 2


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    resolving(monkeypatch, "93.184.215.14", "169.254.169.254")
    with deployment("https://fhir.example.org/r4") as client:
        response = call(client, "https://fhir.example.org/r4")
        assert "leads to an address in a private range" in diagnostics(response)


def test_a_name_that_does_not_resolve() -> None:
    with deployment("https://no-such-host.invalid/fhir") as client:
        response = call(client, "https://no-such-host.invalid/fhir")
        assert response.status_code == 412
        assert "the FHIR server's name cannot be resolved" in diagnostics(response)
