"""Which codes stand for which keys: the code tables of ``fhir_mappings/terminology/``, indexed by (system, code).

Rows with ``verified=no`` are off. Nothing is matched by name, except where ``reading.yaml`` lists the very words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cds_service.knowledge.done_when import DoneWhen
from cds_service.knowledge.places import Places
from cds_service.knowledge.reading_rules import ReadingRules
from cds_service.knowledge.terminology_index import WORD, CodeIndex, CountedSystems, Diagnosis, NihssItem
from cds_service.knowledge.terminology_keys import Keys
from cds_service.knowledge.terminology_rows import (
    Code,
    CodeTables,
    FindingRow,
    LabRow,
    MedicationRow,
    OrderRow,
    SiteRow,
)

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
