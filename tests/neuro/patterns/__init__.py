"""One chapter a pattern: when it fires, when it does not, and when it cannot be told (knowledge base 3.4, N8)."""
