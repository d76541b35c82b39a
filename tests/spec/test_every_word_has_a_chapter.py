"""No word of the rule language without a chapter, and no chapter about a word that there is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from cds_service.knowledge.parse_conditions import CONDITIONS
from cds_service.knowledge.parse_tests import TESTS
from cds_service.knowledge.vocabulary import TERM_KINDS

WORDS = {"finding_tests": {*TESTS}, "conditions": {*CONDITIONS, "always"}}


@pytest.mark.parametrize("folder", WORDS)
def test_chapters_and_words_are_the_same(folder: str) -> None:
    chapters = {path.stem.removeprefix("test_") for path in (Path(__file__).parent / folder).glob("test_*.py")}
    assert chapters == WORDS[folder]


def test_every_kind_of_term_is_told() -> None:
    assert set(TERM_KINDS) == {"signs", "conditions", "selection", "test", "first", "condition"}
