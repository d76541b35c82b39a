"""Against a real HAPI FHIR JPA server, and a real browser."""
