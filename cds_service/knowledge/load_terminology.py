"""How the code tables and ``reading.yaml`` are loaded, and refused with file, line and the nearest right answer."""

from __future__ import annotations

from pathlib import Path

from cds_service.knowledge.code_tables import read_code_tables
from cds_service.knowledge.load_places import load_places
from cds_service.knowledge.reading_rules import ReadingRules
from cds_service.knowledge.strict_yaml import read_yaml, validate
from cds_service.knowledge.terminology import CANONICAL_BASE, Terminology
from cds_service.knowledge.terminology_index import (
    counted_systems_of,
    diagnoses,
    done_when_of,
    finding_rows,
    ingredient_names,
    lab_rows,
    medication_index,
    nihss_items,
    observed_codes,
    order_rows,
    qualifier_values,
    silent_codes,
    site_rows,
)
from cds_service.knowledge.terminology_keys import keys_of

_EXAMINATION = ("category", "exam")


def load_reading_rules(folder: Path) -> ReadingRules:
    """``reading.yaml`` of the content folder. Raises ContentError with file, line and the nearest right member."""
    return validate(read_yaml(folder / "reading.yaml", folder.parent), ReadingRules)


def load_terminology(folder: Path, canonical_base: str = CANONICAL_BASE) -> Terminology:
    """The code tables and ``reading.yaml`` of the content folder.

    ``canonical_base`` is the base of everything that the project publishes (content manifest).
    Raises ContentError with file, line and the nearest right answer for every fault.
    """
    tables = read_code_tables(folder / "terminology")
    rules = load_reading_rules(folder)
    project_system = f"{canonical_base}/CodeSystem/motor-exam"
    medications = [row for row in tables.medications if row.verified == "yes" and row.level != "exposure"]
    exposures = [row for row in tables.medications if row.verified == "yes" and row.level == "exposure"]
    return Terminology(
        findings=finding_rows(tables, project_system),
        silent=silent_codes(tables),
        conditions=diagnoses(tables, rules),
        orders=order_rows(tables),
        done_when=done_when_of(tables, folder.name),
        medications=medication_index(medications),
        exposures=medication_index(exposures),
        ingredients=ingredient_names(medications),
        labs=lab_rows(tables, project_system),
        sites=site_rows(tables, project_system),
        qualifiers=qualifier_values(tables),
        nihss=nihss_items(tables),
        side_exceptions={row.code_without_7th_character: row.side for row in tables.side_exceptions},
        limbs=frozenset(row.limb for row in tables.conditions if row.limb),
        project_system=project_system,
        canonical_base=canonical_base,
        project={row.code: row.kind for row in tables.project},
        laterality_extensions=frozenset(
            row.system_uri for row in tables.qualifiers if (row.axis, row.value) == ("laterality", "extension")
        ),
        places=load_places(folder),
        rules=rules,
        keys=keys_of(tables, rules),
        observed=observed_codes(tables, project_system),
        counted=counted_systems_of(project_system),
        examination={row.code: row.system_uri for row in tables.qualifiers if (row.axis, row.value) == _EXAMINATION},
        tables=tables,
    )
