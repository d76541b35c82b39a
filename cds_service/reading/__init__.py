"""From FHIR resources to a Case: what was recorded, without judging it. Pure: nothing is fetched, logged or guessed."""
