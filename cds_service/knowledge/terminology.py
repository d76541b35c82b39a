"""Which codes stand for which keys: the code tables of ``fhir_mappings/terminology/``, indexed by (system, code).

Rows with ``verified=no`` are off. Nothing is matched by name, except where ``reading.yaml`` lists the very words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cds_service.knowledge.code_tables import CodeTables, read_code_tables
from cds_service.knowledge.done_when import DoneWhen
from cds_service.knowledge.places import Places, load_places
from cds_service.knowledge.reading_rules import ReadingRules, load_reading_rules
from cds_service.knowledge.terminology_index import (
    WORD,
    CodeIndex,
    CountedSystems,
    Diagnosis,
    NihssItem,
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
from cds_service.knowledge.terminology_keys import Keys, keys_of
from cds_service.knowledge.terminology_rows import Code, FindingRow, LabRow, MedicationRow, OrderRow, SiteRow

_EXAMINATION = ("category", "exam")
CANONICAL_BASE = "https://motor-neuron-signs.example.org/fhir"


@dataclass(frozen=True, slots=True)
class Terminology:
    """Every code table, indexed.

    ``silent`` holds codes of findings that never decide, with the reason. ``observed`` says what an Observation with a
    code is read for (``OBSERVED_AS_…``, 0 for nothing); a code that is not in it is not known, and is counted in the
    systems of ``counted``. ``examination`` are the category codes of an examination, with their system.
    """

    findings: Mapping[Code, tuple[FindingRow, ...]]
    silent: Mapping[Code, str]
    conditions: CodeIndex[Diagnosis]
    orders: Mapping[Code, tuple[OrderRow, ...]]
    done_when: Mapping[str, DoneWhen]
    medications: CodeIndex[MedicationRow]
    exposures: CodeIndex[MedicationRow]
    ingredients: Mapping[str, tuple[tuple[str, str], ...]]
    labs: Mapping[Code, LabRow]
    sites: Mapping[Code, Mapping[str, SiteRow]]
    qualifiers: Mapping[Code, Mapping[str, str]]
    nihss: Mapping[str, NihssItem]
    side_exceptions: Mapping[str, str]
    limbs: frozenset[str]
    project_system: str
    canonical_base: str
    project: Mapping[str, str]
    laterality_extensions: frozenset[str]
    places: Places
    rules: ReadingRules
    keys: Keys
    observed: Mapping[Code, int]
    counted: CountedSystems
    examination: Mapping[str, str]
    tables: CodeTables

    def qualifier(self, code: Code, axis: str) -> str:
        """What ``code`` means on one axis of qualifiers.csv, ``""`` when nothing."""
        return self.qualifiers.get(code, {}).get(axis, "")

    def speaks_of_findings(self, code: Code) -> bool:
        """Whether a code is of a finding or measurement, or an unknown one of a code system of nothing but findings."""
        known = self.observed.get(code)
        return bool(known) if known is not None else code[0] in self.counted.always

    def ingredients_in(self, text: str) -> set[str]:
        """The medications whose ingredients a text names as whole words (for products that the tables do not list)."""
        spoken = f" {' '.join(WORD.findall(text.casefold()))} "
        names = [name for word in spoken.split() for name in self.ingredients.get(word, ())]
        return {medication for name, medication in names if f" {name} " in spoken}


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
        done_when=done_when_of(tables, folder),
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
