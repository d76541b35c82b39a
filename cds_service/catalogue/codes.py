"""Codes in words: which code of which system means a key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cds_service.knowledge.terminology import Terminology
from cds_service.knowledge.terminology_rows import ConditionRow, FindingRow, LabRow, MedicationRow, OrderRow, SiteRow

SYSTEMS = {
    "http://snomed.info/sct": "SNOMED CT",
    "http://loinc.org": "LOINC",
    "http://human-phenotype-ontology.org": "HPO",
    "http://hl7.org/fhir/sid/icd-10-cm": "ICD-10-CM",
    "http://hl7.org/fhir/sid/icd-10": "ICD-10",
    "http://www.nlm.nih.gov/research/umls/rxnorm": "RxNorm",
    "http://www.whocc.no/atc": "ATC",
    "http://www.ama-assn.org/go/cpt": "CPT",
    "http://purl.obolibrary.org/obo/uberon.owl": "Uberon",
    "urn:iso:std:iso:11073:10101": "ISO/IEEE 11073-10101",
}
"""Code systems by the names that people use; any other is said by its URI."""

Row = FindingRow | ConditionRow | LabRow | MedicationRow | OrderRow | SiteRow


def system_name(uri: str) -> str:
    """The name of a code system, its URI where it has none here."""
    return SYSTEMS.get(uri, uri or "project CodeSystem")


def code_lines(rows: Iterable[Row]) -> tuple[str, ...]:
    """Every verified row as a line, by system and code."""
    lines = {(system_name(row.system_uri), row.code, _line(row)) for row in rows if row.verified == "yes" and row.code}
    return tuple(line for _, _, line in sorted(lines))


def _line(row: Row) -> str:
    display = f' "{row.display}"' if row.display else ""
    return f"{system_name(row.system_uri)} `{row.code}`{display}{_meaning(row)}"


def _meaning(row: Row) -> str:
    if isinstance(row, FindingRow):
        means = {"present": "means it is there", "absent": "means it is not there", "by-value": "asks for it"}
        place = " ".join(word for word in (row.laterality, row.site.replace("_", " ")) if word)
        return f": {means[row.polarity]}{f' ({place})' if place else ''}{f', coded as {row.flag}' if row.flag else ''}"
    if isinstance(row, ConditionRow | MedicationRow) and row.match != "exact":
        return ": and every code that begins with it"
    if isinstance(row, SiteRow) and row.laterality:
        return f": {row.laterality}"
    return ""


def counted(codes: Iterable[str]) -> str:
    """How many codes of which system: ``12 SNOMED CT, 3 HPO``."""
    found = Counter(line.partition(" `")[0] for line in codes)
    return ", ".join(f"{number} {system}" for system, number in sorted(found.items()))


def sign_codes(key: str, terminology: Terminology) -> tuple[str, ...]:
    """The codes that mean a sign, ask for it, or say that it is absent; and laboratory codes that give it."""
    tables = terminology.tables
    rows = [row for row in tables.findings if row.sign == key and row.role != "non-specific"]
    return code_lines([*rows, *(row for row in tables.labs if row.sign == key and row.use != "never")])
