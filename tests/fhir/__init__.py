"""Reading FHIR servers: what is asked, what is refused, and what every failure becomes."""
