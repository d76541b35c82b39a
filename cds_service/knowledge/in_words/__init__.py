"""The rule language in plain English: every expression has words (tests/catalogue/ proves that none is missing)."""

from cds_service.knowledge.in_words import conditions, record, selections, tests
from cds_service.knowledge.in_words.names import Names
from cds_service.knowledge.in_words.said import Said, flat, heading, lines, one_line, plain
from cds_service.knowledge.in_words.saying import deny, say

__all__ = [
    "Names", "Said", "conditions", "deny", "flat", "heading", "lines", "one_line", "plain", "record", "say",
    "selections", "tests",
]  # fmt: skip
