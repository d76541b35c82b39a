"""Which URLs are one of the listed servers: scheme, host, port and path, in one spelling only."""

from __future__ import annotations

import pytest

from cds_service.errors import SettingsError
from cds_service.fhir.addresses import may_connect
from cds_service.fhir.servers import AllowedServer, Url, allowed_servers, find_allowed, page_of, parse_url

LISTED = "https://ehr.example.org/fhir"

SAME_SERVER = [
    LISTED,
    "https://ehr.example.org/fhir/",
    "HTTPS://EHR.EXAMPLE.ORG/fhir",
    "https://ehr.example.org:443/fhir",
    "https://ehr.example.org:0443/fhir",
    "https://ehr.example.org/fhir/tenant-1",
    "https://ehr.example.org/fhir/tenant-1/r4",
]

OTHER_SERVER = [
    "http://ehr.example.org/fhir",
    "http://ehr.example.org:443/fhir",
    "https://ehr.example.org:8443/fhir",
    "https://ehr.example.org",
    "https://ehr.example.org/",
    "https://ehr.example.org/FHIR",
    "https://ehr.example.org/fhirs",
    "https://ehr.example.org/other/fhir",
    "https://example.org/fhir",
    "https://ehr.example.org.evil.example/fhir",
    "https://evil-ehr.example.org/fhir",
    "",
]

NO_PLAIN_URL = [
    "https://user@ehr.example.org/fhir",
    "https://ehr.example.org@evil.example/fhir",
    "https://ehr.example.org:pass@evil.example/fhir",
    "https://ehr.example.org./fhir",
    "https://ehr..example.org/fhir",
    "https://-ehr.example.org/fhir",
    "https://ehr.example.org:/fhir",
    "https://ehr.example.org:0/fhir",
    "https://ehr.example.org:65536/fhir",
    "https://ehr.example.org:443:443/fhir",
    "https://ehr.example.org/fhir/..",
    "https://ehr.example.org/fhir/../admin",
    "https://ehr.example.org/fhir/./r4",
    "https://ehr.example.org/fhir/.../admin",
    "https://ehr.example.org/fhir/..;/admin",
    "https://ehr.example.org/fhir/%2e%2e/admin",
    "https://ehr.example.org/fhir%2fadmin",
    "https://ehr.example.org/fhir%5cadmin",
    "https://ehr.example.org/fhir%00",
    "https://ehr.example.org//fhir",
    "https://ehr.example.org/fhir//",
    "https:\\\\ehr.example.org\\fhir",
    "https://ehr.example.org\\@evil.example/fhir",
    "https://ehr.example.org/fhir\\..\\admin",
    "https:///ehr.example.org/fhir",
    "https:/ehr.example.org/fhir",
    "//ehr.example.org/fhir",
    "ehr.example.org/fhir",
    " https://ehr.example.org/fhir",
    "https://ehr.example.org/fhir ",
    "https://ehr.example.org/fhir\n",
    "https://ehr.example.org\t/fhir",
    "https://ehr.example.org\r\nHost: evil.example/fhir",
    "https://ehr.example.org\x00/fhir",
    "https://ehr.example.org/fhir#@evil.example",
    "https://ehr\u3002example\u3002org/fhir",
    "https://ehr.e\u017fample.org/fhir",
    "https://\u2139ehr.example.org/fhir",
    "https://ehr.example.org/f\u212air",
    "https://[ehr.example.org]/fhir",
    "file:///etc/passwd",
    "gopher://ehr.example.org/fhir",
    "ftp://ehr.example.org/fhir",
    "javascript:alert(1)",
]

LOOPBACK_IN_DISGUISE = [
    "2130706433", "0x7f000001", "0x7f.0.0.1", "017700000001", "0177.0.0.1", "127.1", "127.0.1", "127.0.0.01",
    "[127.0.0.1]", "[::ffff:127.0.0.1%25lo]", "[::1%lo]", "[0::0::1]", "127.0.0.1.", "127。0。0。1", "①②⑦.0.0.1",
]  # fmt: skip


@pytest.mark.parametrize("url", SAME_SERVER)
def test_a_url_of_the_listed_server_is_found(url: str) -> None:
    assert find_allowed(url, allowed_servers([LISTED])) is not None


@pytest.mark.parametrize("url", OTHER_SERVER)
def test_a_url_of_another_server_is_not(url: str) -> None:
    assert find_allowed(url, allowed_servers([LISTED])) is None


@pytest.mark.parametrize("url", NO_PLAIN_URL)
def test_what_could_be_read_in_two_ways_is_no_url(url: str) -> None:
    assert parse_url(url) is None


@pytest.mark.parametrize("host", LOOPBACK_IN_DISGUISE)
def test_an_ip_address_has_one_spelling(host: str) -> None:
    assert parse_url(f"http://{host}/fhir") is None


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("http://127.0.0.1:8080/fhir", Url("http", "127.0.0.1", 8080, "/fhir")),
        ("HTTP://LocalHost/", Url("http", "localhost", 80)),
        ("https://[2001:DB8:0:0::1]:8443/r4", Url("https", "[2001:db8::1]", 8443, "/r4")),
        ("https://e.example/fhir?_getpages=1&x=a%7Cb", Url("https", "e.example", 443, "/fhir", "_getpages=1&x=a%7Cb")),
    ],
)
def test_a_url_has_one_normal_form(text: str, url: Url) -> None:
    assert parse_url(text) == url


@pytest.mark.parametrize("url", [f"{LISTED}?x=1", f"{LISTED}?"])
def test_a_base_url_has_no_query(url: str) -> None:
    assert find_allowed(url, allowed_servers([LISTED])) is None
    with pytest.raises(SettingsError):
        allowed_servers([url])


def test_the_entry_with_the_longest_path_decides() -> None:
    servers = allowed_servers(["open+https://ehr.example.org/fhir", "https://ehr.example.org/fhir/r4"])
    found = [find_allowed(f"https://ehr.example.org/fhir/{path}", servers) for path in ("dstu2", "r4")]
    assert [allowed[0].open for allowed in found if allowed] == [True, False]


def test_the_marks_of_an_entry() -> None:
    entries = [LISTED, f"open+{LISTED}", f"private+{LISTED}", f"private+open+{LISTED}"]
    marks = [(server.open, server.private) for server in allowed_servers(entries)]
    assert marks == [(False, False), (True, False), (False, True), (True, True)]


def test_every_wrong_entry_is_a_fault() -> None:
    with pytest.raises(SettingsError) as raised:
        allowed_servers(["ehr.example.org", LISTED, "https://user:password@ehr.example.org/fhir"])
    assert str(raised.value).count("CDS_FHIR_SERVERS holds an entry that is no FHIR base URL") == 2
    assert "password" not in str(raised.value)


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("https://ehr.example.org/fhir?_getpages=7", "/fhir?_getpages=7"),
        ("https://ehr.example.org/fhir/Observation?page=2", "/fhir/Observation?page=2"),
        ("https://ehr.example.org:443/fhir/?page=2", "/fhir?page=2"),
        ("https://ehr.example.org/?page=2", None),
        ("https://evil.example/fhir?page=2", None),
        ("/fhir?page=2", None),
        ("?page=2", None),
        ("", None),
    ],
)
def test_a_next_link_belongs_to_the_base_or_is_not_followed(link: str, target: str | None) -> None:
    base = parse_url(LISTED)
    assert base is not None
    assert page_of(base, link) == target


ADDRESSES = {
    "93.184.215.14": (True, True, True),
    "2606:2800:21f:cb07:6820:80da:af6b:8b2c": (True, True, True),
    "127.0.0.1": (False, True, True),
    "::1": (False, True, True),
    "10.1.2.3": (False, True, True),
    "172.17.0.2": (False, True, True),
    "192.168.1.1": (False, True, True),
    "fd00::1": (False, True, True),
    "::ffff:127.0.0.1": (False, True, True),
    "::ffff:93.184.215.14": (True, True, True),
    "2002:7f00:1::": (False, True, True),
    "64:ff9b::7f00:1": (False, True, True),
    "100.64.0.1": (False, False, False),
    "169.254.169.254": (False, False, False),
    "fe80::1": (False, False, False),
    "::ffff:169.254.169.254": (False, False, False),
    "64:ff9b::a9fe:a9fe": (False, False, False),
    "0.0.0.0": (False, False, False),
    "::": (False, False, False),
    "224.0.0.1": (False, False, False),
    "ff02::1": (False, False, False),
}
"""Whether a public name, one marked ``private+`` and one that is private by itself may lead there."""


@pytest.mark.parametrize(("address", "allowed"), ADDRESSES.items())
def test_a_name_leads_to_private_addresses_only_where_the_list_says_so(
    address: str, allowed: tuple[bool, bool, bool]
) -> None:
    entries = (LISTED, f"private+{LISTED}", "http://fhir:8080/fhir")
    assert tuple(may_connect(server, address) for server in allowed_servers(entries)) == allowed


@pytest.mark.parametrize("name", ["localhost", "fhir", "ehr.hospital.internal", "ehr.local", "hapi.test"])
def test_names_that_cannot_be_public_are_private_by_themselves(name: str) -> None:
    assert may_connect(AllowedServer(Url("https", name, 443)), "10.1.2.3")


@pytest.mark.parametrize(
    ("listed", "address", "allowed"),
    [
        ("http://127.0.0.1/fhir", "127.0.0.1", True),
        ("http://169.254.1.1/fhir", "169.254.1.1", True),
        ("http://[::1]/fhir", "::1", True),
        ("http://127.0.0.1/fhir", "127.0.0.2", False),
    ],
)
def test_a_listed_address_is_itself_and_nothing_else(listed: str, address: str, allowed: bool) -> None:
    (server,) = allowed_servers([listed])
    assert may_connect(server, address) is allowed
