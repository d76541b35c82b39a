"""The clinical content of ``fhir_mappings/``: its types, and how it is read and refused."""
