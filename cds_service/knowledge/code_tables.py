"""The tables of ``fhir_mappings/terminology/``: their closed lists and what may stand in them once only."""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypeVar

from cds_service.errors import ContentError, ContentFault
from cds_service.knowledge.terminology_rows import (
    CodeTables,
    ConditionRow,
    FindingRow,
    LabRow,
    MedicationRow,
    NihssRow,
    OrderRow,
    ProjectCode,
    QualifierRow,
    SideException,
    SiteRow,
    UnmappedRow,
)
from cds_service.knowledge.terminology_tables import RowType, Table, read_table

_YES_NO: Final = ("yes", "no")
_SIDES: Final = ("", "left", "right", "bilateral")
_SOURCE: Final = ("source", "note")
_CODE: Final = ("system_uri", "code")

_FINDINGS: Final = Table(
    "findings.csv",
    FindingRow,
    ("source",),
    {
        "laterality": _SIDES,
        "polarity": ("present", "absent", "by-value"),
        "role": ("finding", "question", "non-specific"),
        "flag": ("", "disuse", "chronic", "NIHSS:1", "NIHSS:2", "NIHSS:3", "NIHSS:4"),
        "verified": _YES_NO,
    },
    (*_CODE, "sign", "site", "laterality"),
)
_UNMAPPED: Final = Table("unmapped.csv", UnmappedRow, ("former_concept_key", "source"), {"verified": _YES_NO}, _CODE)
_CONDITIONS: Final = Table(
    "conditions.csv",
    ConditionRow,
    _SOURCE,
    {
        "match": ("exact", "prefix"),
        "laterality": (*_SIDES, "by code"),
        "differential_only": ("", "yes"),
        "verified": _YES_NO,
    },
    (*_CODE, "match", "condition", "concept_key"),
)
_ORDERS: Final = Table(
    "orders.csv",
    OrderRow,
    _SOURCE,
    {
        "kind": ("order", "advice"),
        "use": ("order", "recognise", "not-used", ""),
        "primary": ("yes", "no", "member", ""),
        "specific": ("yes", "no", ""),
        "verified": (*_YES_NO, ""),
    },
    (*_CODE, "action", "member"),
)
_MEDICATIONS: Final = Table(
    "medications.csv",
    MedicationRow,
    _SOURCE,
    {
        "match": ("exact", "prefix", "atc-prefix"),
        "level": ("ingredient", "class", "product", "exposure"),
        "verified": _YES_NO,
    },
    (*_CODE, "medication", "match"),
)
_LABS: Final = Table(
    "labs.csv",
    LabRow,
    ("action", "specimen", "reads", "spec_section", *_SOURCE),
    {"use": ("primary", "accept", "never"), "verified": _YES_NO},
    (*_CODE, "result"),
)
_SITES: Final = Table(
    "body_sites.csv",
    SiteRow,
    _SOURCE,
    {
        "kind": ("", "site", "muscle", "reflex"),
        "laterality": ("", "left", "right"),
        "context": ("any", "reflex"),
        "verified": _YES_NO,
    },
    (*_CODE, "context"),
)
_QUALIFIERS: Final = Table(
    "qualifiers.csv",
    QualifierRow,
    ("concept_key", *_SOURCE),
    {
        "axis": (
            "laterality", "onset", "presence", "degree", "answer", "scale", "course", "region-modifier",
            "interpretation", "category", "fhir-status",
        ),
        "verified": _YES_NO,
    },
    (*_CODE, "axis"),
)  # fmt: skip
_NIHSS: Final = Table(
    "nihss.csv",
    NihssRow,
    ("item_display", "answer_display", *_SOURCE),
    {"score": ("", "0", "1", "2", "3", "4"), "verified": _YES_NO},
    ("item_code", "answer_code"),
)
_EXCEPTIONS: Final = Table(
    "icd_limb_side_exceptions.csv",
    SideException,
    ("category", "display", "source"),
    {"side": ("left", "right", "bilateral", "unknown")},
    ("code_without_7th_character",),
)
_PROJECT: Final = Table(
    "project-codesystem.csv",
    ProjectCode,
    (),
    {"kind": ("sign", "site", "muscle", "reflex", "scale", "result"), "has_standard_code": _YES_NO},
    ("code",),
)

_Row = TypeVar("_Row", bound=RowType)


def read_code_tables(folder: Path) -> CodeTables:
    """Every table of one folder. Raises ContentError with the faults of all tables, not only of the first."""
    faults: list[ContentFault] = []

    def rows(table: Table[_Row]) -> list[_Row]:
        try:
            return read_table(folder, table)
        except ContentError as error:
            faults.extend(error.faults)
            return []

    tables = CodeTables(
        findings=rows(_FINDINGS),
        unmapped=rows(_UNMAPPED),
        conditions=rows(_CONDITIONS),
        orders=rows(_ORDERS),
        medications=rows(_MEDICATIONS),
        labs=rows(_LABS),
        sites=rows(_SITES),
        qualifiers=rows(_QUALIFIERS),
        nihss=rows(_NIHSS),
        side_exceptions=rows(_EXCEPTIONS),
        project=rows(_PROJECT),
    )
    if faults:
        raise ContentError(faults)
    return tables
