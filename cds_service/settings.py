"""Every environment variable that the service reads: read once, checked, frozen."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cds_service.errors import SettingsError

Profile = Literal["development", "production"]
PrefetchStyle = Literal["plain", "us-core"]
SearchMethod = Literal["get", "post"]


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table of settings: for ``--help`` and README."""

    name: str
    meaning: str
    default: str


SETTINGS = (
    Setting(
        "CDS_PROFILE",
        "development (no authentication, any origin: for loopback) or production (refuses to start while something "
        "it needs is missing)",
        "development",
    ),
    Setting("CDS_PUBLIC_URL", "base URL that callers use; cards link to it", "the address served"),
    Setting("CDS_ALLOW_ORIGINS", "browser origins, comma separated", "development: any; production: none"),
    Setting("CDS_PREFETCH", "plain, or us-core for EHRs that refuse an Observation search without category", "plain"),
    Setting("CDS_TIMEZONE", "IANA zone of the day that rules count from", "UTC"),
    Setting(
        "CDS_FHIR_SERVERS",
        "FHIR base URLs that may be read, comma separated; open+URL: also without a token; private+URL: a name of the "
        "public DNS that leads to a private address",
        "none",
    ),
    Setting("CDS_FETCH_TIMEOUT_S", "seconds for all reading of one call", "2"),
    Setting("CDS_FETCH_SEARCH", "get, or post for FHIR servers that want POST _search", "get"),
    Setting("CDS_FETCH_PAGE_SIZE", "entries asked for at once (_count)", "200"),
    Setting("CDS_FETCH_MAX_PAGES", "most pages of one search", "200"),
    Setting("CDS_MAX_BODY_BYTES", "largest body of one call, and most that is fetched for it, in bytes", "20000000"),
    Setting("CDS_MAX_ENTRIES", "most Bundle entries of one call, and most that are fetched for it", "50000"),
)

RESERVED = (
    "CDS_CLIENTS",
    "CDS_DATABASE_URL",
    "CDS_CONTENT_OVERLAY",
    "CDS_TERMINOLOGY_URL",
)
"""Names of what this version does not do yet: setting one has no effect, which is said at start."""

_UTC = ZoneInfo("UTC")
_NAMES = frozenset(setting.name for setting in SETTINGS)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one running service.

    ``public_url`` has no slash at its end. ``allow_origins`` holds origins, or ``*`` for any. ``max_body_bytes``
    and ``max_entries`` limit one call. ``fhir_servers`` are entries of ``CDS_FHIR_SERVERS``; the ``fetch_`` settings
    say how those servers are read. ``warnings`` are sentences for whoever starts the service.
    """

    profile: Profile = "development"
    public_url: str = "http://127.0.0.1:8000"
    allow_origins: tuple[str, ...] = ("*",)
    prefetch: PrefetchStyle = "plain"
    timezone: ZoneInfo = _UTC
    fhir_servers: tuple[str, ...] = ()
    fetch_timeout_s: float = 2.0
    fetch_search: SearchMethod = "get"
    fetch_page_size: int = 200
    fetch_max_pages: int = 200
    max_body_bytes: int = 20_000_000
    max_entries: int = 50_000
    warnings: tuple[str, ...] = ()


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings that the environment asks for; a variable that is empty counts as not set.

    Raises SettingsError with a line for each fault: a value that cannot be used, or something that the production
    profile needs and does not have.
    """
    given = {name: value.strip() for name, value in environment.items() if name.startswith("CDS_") and value.strip()}
    reader = _Reader(given, [])
    default = Settings()
    profile = reader.read("CDS_PROFILE", _profile, default.profile)
    settings = Settings(
        profile=profile,
        public_url=reader.read("CDS_PUBLIC_URL", _base_url, default.public_url),
        allow_origins=reader.read("CDS_ALLOW_ORIGINS", _origins, ("*",) if profile == "development" else ()),
        prefetch=reader.read("CDS_PREFETCH", _prefetch_style, default.prefetch),
        timezone=reader.read("CDS_TIMEZONE", _timezone, default.timezone),
        fhir_servers=reader.read("CDS_FHIR_SERVERS", _listed, default.fhir_servers),
        fetch_timeout_s=reader.read("CDS_FETCH_TIMEOUT_S", _seconds, default.fetch_timeout_s),
        fetch_search=reader.read("CDS_FETCH_SEARCH", _search_method, default.fetch_search),
        fetch_page_size=reader.read("CDS_FETCH_PAGE_SIZE", _positive, default.fetch_page_size),
        fetch_max_pages=reader.read("CDS_FETCH_MAX_PAGES", _positive, default.fetch_max_pages),
        max_body_bytes=reader.read("CDS_MAX_BODY_BYTES", _positive, default.max_body_bytes),
        max_entries=reader.read("CDS_MAX_ENTRIES", _positive, default.max_entries),
        warnings=tuple(_without_effect(name) for name in sorted(given) if name not in _NAMES),
    )
    faults = reader.faults + (_missing_for_production(given) if profile == "production" else [])
    if faults:
        raise SettingsError("\n".join(faults))
    return settings


def serve_at(host: str, port: int) -> None:
    """Make the address served the public URL of this process and its workers, unless one is set already."""
    os.environ.setdefault("CDS_PUBLIC_URL", f"http://{f'[{host}]' if ':' in host else host}:{port}")


Value = TypeVar("Value")
Choice = TypeVar("Choice")


@dataclass(frozen=True, slots=True)
class _Reader:
    given: Mapping[str, str]
    faults: list[str]

    def read(self, name: str, convert: Callable[[str], Value], default: Value) -> Value:
        """The converted value of a variable, or ``default``; a fault is kept, so that all are said at once."""
        if name not in self.given:
            return default
        try:
            return convert(self.given[name])
        except ValueError as error:
            self.faults.append(f'{name} is "{self.given[name]}", expected {error}.')
            return default


def _without_effect(name: str) -> str:
    if name in RESERVED:
        return f"{name} is set, but has no effect: this version does not do yet what it is for."
    close = difflib.get_close_matches(name, _NAMES, n=1, cutoff=0.6)
    return f"{name} is no setting of this service and has no effect." + (f" Did you mean {close[0]}?" if close else "")


def _missing_for_production(given: Mapping[str, str]) -> list[str]:
    faults = ["CDS_PROFILE is production, but this version cannot authenticate its callers yet: use development."]
    if "CDS_PUBLIC_URL" not in given:
        faults.append("CDS_PUBLIC_URL is not set; production needs the https base URL that callers use.")
    elif urlsplit(given["CDS_PUBLIC_URL"]).scheme != "https":
        faults.append("CDS_PUBLIC_URL is not https, as production needs.")
    if "*" in given.get("CDS_ALLOW_ORIGINS", ""):
        faults.append("CDS_ALLOW_ORIGINS is any origin; production needs them one by one, or none.")
    return faults


def _one_of(value: str, choices: tuple[Choice, ...]) -> Choice:
    for choice in choices:
        if value == choice:
            return choice
    raise ValueError(" or ".join(str(choice) for choice in choices))


def _profile(value: str) -> Profile:
    return _one_of(value, ("development", "production"))


def _prefetch_style(value: str) -> PrefetchStyle:
    return _one_of(value, ("plain", "us-core"))


def _search_method(value: str) -> SearchMethod:
    return _one_of(value, ("get", "post"))


def _base_url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError("an http or https URL without query, like https://cds.example.org")
    return value.rstrip("/")


def _origins(value: str) -> tuple[str, ...]:
    origins = _listed(value)
    for origin in origins:
        parts = urlsplit(origin)
        if origin != "*" and (parts.scheme not in ("http", "https") or origin != f"{parts.scheme}://{parts.netloc}"):
            raise ValueError("origins like https://ehr.example.org, without a path, comma separated")
    return origins


def _timezone(value: str) -> ZoneInfo:
    try:
        return ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError("an IANA time zone like Europe/Berlin") from error


def _listed(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _seconds(value: str) -> float:
    if not re.fullmatch(r"\d{1,4}(\.\d{1,3})?", value, re.ASCII) or float(value) == 0:
        raise ValueError("seconds above 0, like 2 or 0.5")
    return float(value)


def _positive(value: str) -> int:
    if not value.isdecimal() or int(value) == 0:
        raise ValueError("a whole number above 0")
    return int(value)
