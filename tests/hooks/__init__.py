"""CDS Hooks over HTTP: discovery, calls, refusals, feedback. Numbers such as Q-8 are those of the conformance list."""
