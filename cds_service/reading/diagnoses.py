"""One diagnosis of a Condition or Procedure: its key, side, limb, and whether it is acute still (clinical text 1.9)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from cds_service.knowledge.code_systems import ICD_10_CM
from cds_service.knowledge.terminology import Terminology
from cds_service.knowledge.terminology_index import Diagnosis
from cds_service.knowledge.terminology_rows import Code
from cds_service.neuro.case import ConditionOnRecord, Side
from cds_service.reading.codings import Coded, Raw
from cds_service.reading.ledger import evidence_of
from cds_service.reading.places import RecordedSite, recorded_site

_BEFORE_SEVENTH = 7
"""Characters of an ICD-10-CM code before the seventh, with the dot."""
_LAST_CHARACTER_SIDES = {"1": "right", "4": "right", "2": "left", "5": "left"}

Found = Sequence[tuple[Coded, Diagnosis]]


def condition_of(
    found: Found,
    body_sites: Iterable[Raw],
    terminology: Terminology,
    *,
    reference: str,
    recorded: date | None,
    onset: date | None,
    verification: Literal["confirmed", "provisional", "refuted"] = "confirmed",
    verification_missing: bool = False,
) -> ConditionOnRecord:
    """The diagnosis that these codings of one resource agree on; side and limb by its code, else by ``bodySite``."""
    sites = [recorded_site(site, terminology, reflex=False) for site in body_sites]
    codings = tuple(dict.fromkeys(coding for coding, _ in found))
    return ConditionOnRecord(
        key=found[0][1].condition,
        verification=verification,
        side=_side(found, sites, terminology),
        limb=_limb(found, sites, terminology),
        recorded=recorded,
        onset=onset,
        history=any(diagnosis.history for _, diagnosis in found),
        verification_missing=verification_missing,
        evidence=evidence_of(reference, codings),
    )


def _side(found: Found, sites: Iterable[RecordedSite], terminology: Terminology) -> Side:
    by_code = {side_of_code(code, diagnosis, terminology) for (code, _), diagnosis in found} - {""}
    sides = by_code or {side for site in sites for side in site.sides}
    return Side(sides.pop()) if len(sides) == 1 else Side.UNKNOWN


def side_of_code(code: Code, diagnosis: Diagnosis, terminology: Terminology) -> str:
    """The side that a diagnosis code itself gives, ``""`` for none."""
    if not diagnosis.side_by_code or code[0] != ICD_10_CM:
        return diagnosis.side
    stem = code[1][:_BEFORE_SEVENTH]
    side = terminology.side_exceptions.get(stem) or _LAST_CHARACTER_SIDES.get(stem.rstrip("Xx")[-1:], "")
    return "" if side == Side.UNKNOWN else side


def _limb(found: Found, sites: Iterable[RecordedSite], terminology: Terminology) -> str:
    by_code = {diagnosis.limb for _, diagnosis in found} - {""}
    limbs = by_code or {limb for site in sites for key in site.sites for limb in _limbs_of(key, terminology)}
    return limbs.pop() if len(limbs) == 1 else ""


def _limbs_of(site: str, terminology: Terminology) -> set[str]:
    """The limbs that conditions.csv speaks of and that hold ``site``."""
    lies_in = terminology.places.lies_in
    return {limb for limb in terminology.limbs if site == limb or lies_in(site, limb)}


def is_acute(found: Sequence[Diagnosis], day: date | None, as_of: date, terminology: Terminology) -> bool:
    """Whether a sequela is none yet: begun (else first recorded) only days ago, and its code does not say sequela."""
    rule = terminology.rules.conditions.sequelae
    if found[0].condition not in rule.conditions or any(diagnosis.says_sequela for diagnosis in found):
        return False
    return day is not None and (as_of - day).days <= rule.acute_within_days
