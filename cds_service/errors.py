"""The exception family.

ServiceError
├── ContentError         fhir_mappings/ cannot be used: a list of faults, each with file and line
├── SettingsError        an environment variable is missing or wrong
└── RequestError         a call that cannot be answered: HTTP status and words for the integrator
"""

from __future__ import annotations

from dataclasses import dataclass


class ServiceError(Exception):
    """Base of every error that this service raises on purpose."""


@dataclass(frozen=True, slots=True, order=True)
class ContentFault:
    """One fault of the clinical content, in words for its author."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class ContentError(ServiceError):
    """The content cannot be used. ``faults`` holds every fault that was found, not only the first."""

    def __init__(self, faults: list[ContentFault]) -> None:
        self.faults = sorted(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class SettingsError(ServiceError):
    """A setting is missing or has a value that cannot be used. The message names the variable."""


class RequestError(ServiceError):
    """A call that gets no cards. ``status`` is the HTTP status; the message is for the integrator."""

    def __init__(self, status: int, message: str, *, code: str = "invalid", retry_after: int | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.retry_after = retry_after
