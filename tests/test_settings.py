"""Settings: the defaults, what each variable does, and refusals that name the variable."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from cds_service.errors import SettingsError
from cds_service.settings import Settings, from_environment

GOOD = [
    ({}, Settings()),
    ({"CDS_PUBLIC_URL": "https://cds.example.org/mns/"}, Settings(public_url="https://cds.example.org/mns")),
    (
        {"CDS_ALLOW_ORIGINS": "https://a.example.org, https://b.example.org:8443"},
        Settings(allow_origins=("https://a.example.org", "https://b.example.org:8443")),
    ),
    ({"CDS_PREFETCH": "us-core"}, Settings(prefetch="us-core")),
    ({"CDS_TIMEZONE": "Europe/Berlin"}, Settings(timezone=ZoneInfo("Europe/Berlin"))),
    ({"CDS_MAX_BODY_BYTES": "1000", "CDS_MAX_ENTRIES": "10"}, Settings(max_body_bytes=1000, max_entries=10)),
    ({"CDS_PREFETCH": " ", "HOME": "/"}, Settings()),
]

BAD = [
    ("CDS_PROFILE", "test", "development or production"),
    ("CDS_PUBLIC_URL", "cds.example.org", "an http or https URL without query, like https://cds.example.org"),
    ("CDS_ALLOW_ORIGINS", "https://a/b", "origins like https://ehr.example.org, without a path, comma separated"),
    ("CDS_PREFETCH", "us", "plain or us-core"),
    ("CDS_TIMEZONE", "Berlin", "an IANA time zone like Europe/Berlin"),
    ("CDS_TIMEZONE", "../etc/passwd", "an IANA time zone like Europe/Berlin"),
    ("CDS_MAX_BODY_BYTES", "20 MB", "a whole number above 0"),
    ("CDS_MAX_ENTRIES", "0", "a whole number above 0"),
]


@pytest.mark.parametrize(("environment", "settings"), GOOD)
def test_what_is_set_is_used_and_what_is_not_has_its_default(environment: dict[str, str], settings: Settings) -> None:
    assert from_environment(environment) == settings


@pytest.mark.parametrize(("name", "value", "expected"), BAD)
def test_a_wrong_value_is_refused_by_name(name: str, value: str, expected: str) -> None:
    with pytest.raises(SettingsError) as refused:
        from_environment({name: value})
    assert str(refused.value) == f'{name} is "{value}", expected {expected}.'


def test_all_faults_are_said_at_once() -> None:
    with pytest.raises(SettingsError) as refused:
        from_environment({"CDS_PREFETCH": "a", "CDS_MAX_ENTRIES": "b"})
    assert len(str(refused.value).splitlines()) == 2


def test_names_without_effect_are_said() -> None:
    settings = from_environment({"CDS_CLIENTS": "clients.yaml", "CDS_TIMEZON": "UTC"})
    assert settings.warnings == (
        "CDS_CLIENTS is set, but has no effect: this version does not do yet what it is for.",
        "CDS_TIMEZON is no setting of this service and has no effect. Did you mean CDS_TIMEZONE?",
    )


@pytest.mark.parametrize(
    ("environment", "sentences"),
    [
        ({"CDS_PUBLIC_URL": "https://a.example.org"}, ["cannot authenticate"]),
        ({}, ["cannot authenticate", "CDS_PUBLIC_URL is not set"]),
        (
            {"CDS_PUBLIC_URL": "http://a.example.org", "CDS_ALLOW_ORIGINS": "*"},
            ["cannot authenticate", "CDS_PUBLIC_URL is not https", "CDS_ALLOW_ORIGINS is any origin"],
        ),
    ],
)
def test_production_refuses_to_start_without_what_it_needs(environment: dict[str, str], sentences: list[str]) -> None:
    with pytest.raises(SettingsError) as refused:
        from_environment({"CDS_PROFILE": "production"} | environment)
    lines = str(refused.value).splitlines()
    assert len(lines) == len(sentences)
    for line, sentence in zip(lines, sentences, strict=True):
        assert sentence in line
