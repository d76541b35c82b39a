"""Loading files into a FHIR server: which resources, in which order, and what is said when it fails."""
