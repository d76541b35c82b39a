"""A problem list that has said something for years makes no card by itself (knowledge.md 4.2, old problems)."""

from __future__ import annotations

from datetime import timedelta

from tests.vignettes.lone_codes import cards_of_a_lone, examined_today, finding_codes, on_the_problem_list
from tests.vignettes.routes import TODAY

TWO_YEARS_AGO = TODAY - timedelta(days=730)


def test_no_finding_code_alone_on_an_old_problem_list_gives_a_card() -> None:
    speaking = [code for code in finding_codes() if cards_of_a_lone(on_the_problem_list(code, TWO_YEARS_AGO))]
    assert speaking == []


def test_the_same_codes_speak_when_they_are_examined_today() -> None:
    """Else the rule above would hold for want of reading."""
    speaking = [code for code in finding_codes() if cards_of_a_lone(examined_today(code))]
    assert len(speaking) > 100
