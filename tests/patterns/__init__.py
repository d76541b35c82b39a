"""The patterns of known disease, focal and named alternatives, twitching and overlays: tables written from their texts.

A file a pattern (knowledge.md 3.4). A row adds lines to the record of its table (``tests/spec/notation.py`` has the
words) and says what the pattern then answers. No row is taken from a vignette.
"""
