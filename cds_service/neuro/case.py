"""The nouns that every stage shares: what was recorded about one patient, as values.

Keys (signs, sites, conditions, actions …) are strings of the content in ``fhir_mappings/``; no key is
named in Python. Dates are calendar dates; ages of records are counted in whole days before ``as_of``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal


class Side(StrEnum):
    """Side of the body as recorded. ``BILATERAL`` counts as left and right (knowledge.md 1.1)."""

    LEFT = "left"
    RIGHT = "right"
    BILATERAL = "bilateral"
    UNKNOWN = "unknown"


Source = Literal["examined", "problem"]
"""``problem``: an entry of the problem list (Condition); ``examined``: Observation or report."""


@dataclass(frozen=True, slots=True, order=True)
class CodedEvidence:
    """Where a value came from: reference of the resource, and the coding that was read."""

    reference: str
    system: str = ""
    code: str = ""
    display: str = ""


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade as recorded: ``scale`` is a key of the scales (``""`` for a bare text such as ``T10``)."""

    scale: str
    value: str

    def __str__(self) -> str:
        return f"{self.scale}:{self.value}" if self.scale else self.value


@dataclass(frozen=True, slots=True)
class Finding:
    """One recorded finding, before scales are converted (knowledge.md 1.1).

    ``present`` false means looked for and not there; what was not recorded has no Finding at all.
    ``recorded`` is the day of the record, None when undated (then never active, never a negative);
    ``onset`` the day the patient says it began. ``statement`` is equal for all findings that one code of one
    resource gave. ``flags`` are those of the code tables (``disuse``, ``chronic``, ``NIHSS``).
    ``notes`` say in words what could not be told (side contradicted, scale not stated …).
    """

    sign: str
    present: bool
    site: str
    side: Side
    recorded: date | None
    onset: date | None = None
    grade: Grade | None = None
    source: Source = "examined"
    statement: str = ""
    flags: frozenset[str] = frozenset()
    evidence: tuple[CodedEvidence, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConditionOnRecord:
    """A diagnosis of knowledge.md 1.9. ``limb`` is ``arm`` or ``leg`` where its code says so."""

    key: str
    verification: Literal["confirmed", "provisional", "refuted"] = "confirmed"
    side: Side = Side.UNKNOWN
    limb: str = ""
    recorded: date | None = None
    onset: date | None = None
    history: bool = False
    verification_missing: bool = False
    evidence: tuple[CodedEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class MedicationOnRecord:
    """A medication key with the words of the record; ``ended`` is None while active."""

    key: str
    display: str = ""
    ended: date | None = None
    evidence: tuple[CodedEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """One value of one day that rules may compare (knowledge.md 2.5 to 2.8).

    ``field`` is a result key of labs.csv (``k_mmol``, ``ck_x_uln``, ``fvc_pct`` …); ``value`` a number where the
    field is a number, else one of ``low``, ``normal``, ``high``.
    """

    field: str
    value: Decimal | str
    day: date
    evidence: tuple[CodedEvidence, ...] = ()


OrderStatus = Literal["requested", "draft", "resulted", "declined"]


@dataclass(frozen=True, slots=True)
class OrderOnRecord:
    """What the record says of one action: composites already settled by their members (coverage.md, orders.csv).

    ``member`` is set where only one member of a composite is settled. ``imaging`` etc. need no member.
    ``urgent`` is the priority of a referral (contract, "Orders and results").
    ``this_call`` marks the draft orders of the hook's own context.
    """

    action: str
    status: OrderStatus
    day: date
    member: str = ""
    urgent: bool = False
    this_call: bool = False
    evidence: tuple[CodedEvidence, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class NotUnderstood:
    """A statement in a code system of neurological findings that had no meaning here, or could not be read."""

    reference: str
    system: str
    code: str
    display: str
    reason: str


@dataclass(frozen=True, slots=True)
class Patient:
    """Age in whole months on ``as_of`` (None when unknown) and administrative sex (``""`` when unknown)."""

    age_months: int | None = None
    sex: str = ""

    @property
    def age_years(self) -> int | None:
        """Completed years, None when the age is not known."""
        return None if self.age_months is None else self.age_months // 12


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that was read about one patient: the only input of the clinical core besides content and day.

    ``not_looked_at`` and ``truncated`` are prefetch keys (contract, Card).
    """

    patient: Patient = field(default_factory=Patient)
    findings: tuple[Finding, ...] = ()
    conditions: tuple[ConditionOnRecord, ...] = ()
    medications: tuple[MedicationOnRecord, ...] = ()
    results: tuple[Result, ...] = ()
    orders: tuple[OrderOnRecord, ...] = ()
    not_understood: tuple[NotUnderstood, ...] = ()
    not_looked_at: tuple[str, ...] = ()
    truncated: tuple[str, ...] = ()
