"""URIs of the code systems that the code tables speak in."""

from __future__ import annotations

from typing import Final

SNOMED_CT: Final = "http://snomed.info/sct"
LOINC: Final = "http://loinc.org"
ICD_10_CM: Final = "http://hl7.org/fhir/sid/icd-10-cm"
HPO: Final = "http://human-phenotype-ontology.org"
