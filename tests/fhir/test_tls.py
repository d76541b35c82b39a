"""https: the connection goes to the checked address, the certificate must be that of the listed name."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest
import trustme

from tests.fhir.calls import call, deployment
from tests.fhir.dns import resolving
from tests.fhir.listener import Asked, fhir, listening
from tests.hooks.requests import diagnostics

EMPTY = {"resourceType": "Bundle", "type": "searchset", "total": 0}


def tls_of(name: str, authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """A certificate authority that this deployment trusts."""
    made = trustme.CA()
    made.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    return made


def patient_or_nothing(asked: Asked) -> object:
    return {"resourceType": "Patient", "id": "1"} if asked.target == "/fhir/Patient/1" else EMPTY


def test_the_listed_name_is_what_the_certificate_must_say(
    authority: trustme.CA, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolving(monkeypatch, "127.0.0.1")
    with listening(lambda asked: fhir(patient_or_nothing(asked)), tls_of("fhir.example.org", authority)) as server:
        base = f"https://fhir.example.org:{server.port}/fhir"
        with deployment(f"private+{base}") as client:
            assert call(client, base).json() == {"cards": []}
            assert {asked.headers["host"] for asked in server.asked} == {f"fhir.example.org:{server.port}"}


@pytest.mark.parametrize("name", ["other.example.org", "127.0.0.1"])
def test_a_certificate_of_another_name_is_refused(
    name: str, authority: trustme.CA, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also one for the very address: it proves nothing about the name."""
    resolving(monkeypatch, "127.0.0.1")
    with listening(lambda asked: fhir(EMPTY), tls_of(name, authority)) as server:
        base = f"https://fhir.example.org:{server.port}/fhir"
        with deployment(f"private+{base}") as client:
            assert "the FHIR server cannot be reached" in diagnostics(call(client, base))
            assert server.asked == []


def test_a_certificate_of_an_unknown_authority_is_refused(
    authority: trustme.CA, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolving(monkeypatch, "127.0.0.1")
    with listening(lambda asked: fhir(EMPTY), tls_of("fhir.example.org", trustme.CA())) as server:
        base = f"https://fhir.example.org:{server.port}/fhir"
        with deployment(f"private+{base}") as client:
            assert "the FHIR server cannot be reached" in diagnostics(call(client, base))
            assert server.asked == []
