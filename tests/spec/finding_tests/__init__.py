"""Words about one finding: does it pass? The first line of a record is the finding that is judged."""
