"""The rows of the code tables in ``fhir_mappings/terminology/`` (its README.md explains the columns)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Code = tuple[str, str]
"""A coding without its display: system URI and code."""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A code that asserts a sign (``finding``), asks for it (``question``), or never decides (``non-specific``)."""

    system_uri: str
    code: str
    display: str
    sign: str
    site: str
    laterality: str
    polarity: Literal["present", "absent", "by-value"]
    role: Literal["finding", "question", "non-specific"]
    flag: str
    verified: str
    note: str

    @property
    def nihss_maximum(self) -> int | None:
        """The maximum of the NIH Stroke Scale item that this code asks for, None for any other code."""
        return int(self.flag.removeprefix(_NIHSS)) if self.flag.startswith(_NIHSS) else None


_NIHSS = "NIHSS:"


@dataclass(frozen=True, slots=True)
class UnmappedRow:
    """A code that speaks of a neurological finding and has no key here."""

    system_uri: str
    code: str
    display: str
    verified: str
    reason: str


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """A code, or every code that begins with it, that is a diagnosis."""

    system_uri: str
    code: str
    match: Literal["exact", "prefix"]
    display: str
    condition: str
    limb: str
    laterality: str
    differential_only: str
    concept_key: str
    verified: str


@dataclass(frozen=True, slots=True)
class OrderRow:
    """A code that orders an action, or shows that it is ordered or done. ``member``: parts of it, joined by ``+``."""

    action: str
    kind: Literal["order", "advice"]
    use: Literal["order", "recognise", "not-used", ""]
    primary: Literal["yes", "no", "member", ""]
    member: str
    specific: str
    done_when: str
    system_uri: str
    code: str
    display: str
    verified: str

    @property
    def members(self) -> tuple[str, ...]:
        """The parts of a composite action that this code stands for; empty for the action as a whole."""
        return tuple(self.member.split("+")) if self.member else ()


@dataclass(frozen=True, slots=True)
class MedicationRow:
    """A code that is a medication; ``exposure`` rows are read from diagnoses."""

    medication: str
    system_uri: str
    code: str
    display: str
    match: Literal["exact", "prefix", "atc-prefix"]
    level: Literal["ingredient", "class", "product", "exposure"]
    verified: str


@dataclass(frozen=True, slots=True)
class LabRow:
    """A code that measures a result (``never``: looks like it and is not). A row without a code is a project code."""

    result: str
    quantity: str
    sign: str
    system_uri: str
    code: str
    display: str
    use: Literal["primary", "accept", "never"]
    preferred_unit: str
    accepted_units: str
    verified: str

    @property
    def units(self) -> frozenset[str]:
        """The UCUM codes in which a value may come."""
        return frozenset(self.accepted_units.split("|")) if self.accepted_units else frozenset()


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A code that is a site, a muscle or a reflex; ``reflex`` context only with a reflex question or finding."""

    system_uri: str
    code: str
    display: str
    site: str
    kind: str
    laterality: str
    context: Literal["any", "reflex"]
    verified: str


@dataclass(frozen=True, slots=True)
class QualifierRow:
    """What a qualifier or answer code means on its ``axis``."""

    axis: str
    value: str
    system_uri: str
    code: str
    display: str
    verified: str


@dataclass(frozen=True, slots=True)
class NihssRow:
    """The score of one answer to one item of the NIH Stroke Scale; an untestable answer has none."""

    item_code: str
    item_max: str
    answer_system: str
    answer_code: str
    score: str
    verified: str


@dataclass(frozen=True, slots=True)
class SideException:
    """An ICD-10-CM limb code whose last character does not tell the side."""

    code_without_7th_character: str
    side: str


@dataclass(frozen=True, slots=True)
class ProjectCode:
    """One concept of the project's own CodeSystem."""

    code: str
    display: str
    definition: str
    kind: Literal["sign", "site", "muscle", "reflex", "scale", "result"]
    has_standard_code: str


@dataclass(frozen=True, slots=True)
class CodeTables:
    """The rows of every table, as they stand there."""

    findings: list[FindingRow]
    unmapped: list[UnmappedRow]
    conditions: list[ConditionRow]
    orders: list[OrderRow]
    medications: list[MedicationRow]
    labs: list[LabRow]
    sites: list[SiteRow]
    qualifiers: list[QualifierRow]
    nihss: list[NihssRow]
    side_exceptions: list[SideException]
    project: list[ProjectCode]
