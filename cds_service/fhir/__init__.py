"""From a hook request to the evidence: which resources were sent, and which were not."""
