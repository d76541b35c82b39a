"""Whole charts in words, each about one rule of knowledge.md, and what the service answers."""
