"""What the clinical core owes to every case, made of any keys of the content."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cds_service.neuro.case import Case
from cds_service.neuro.reasoning import reason
from cds_service.neuro.recommendations import recommend
from tests.properties.cases import cases, mirrored, near_vignettes
from tests.vignettes.answer import Answer, answer_of_core
from tests.vignettes.routes import TODAY, shipped_knowledge

any_case = cases | near_vignettes()
unhurried = settings(max_examples=300, deadline=None)


@unhurried
@given(case=any_case)
def test_mirroring_the_sides_mirrors_the_answer(case: Case) -> None:
    straight, turned = _answer(case), _answer(mirrored(case))
    assert _without_words(turned) == _without_words(straight)
    assert _lines(turned.localization) == _lines(_mirrored_words(straight.localization))


@unhurried
@given(case=any_case, shuffle=st.randoms(use_true_random=False))
def test_the_order_of_findings_never_matters(case: Case, shuffle: Any) -> None:
    findings, conditions = list(case.findings), list(case.conditions)
    shuffle.shuffle(findings)
    shuffle.shuffle(conditions)
    other = replace(case, findings=tuple(findings), conditions=tuple(conditions))
    assert reason(other, shipped_knowledge(), TODAY) == reason(case, shipped_knowledge(), TODAY)


def _answer(case: Case) -> Answer:
    knowledge = shipped_knowledge()
    reasoning = reason(case, knowledge, TODAY)
    return answer_of_core(reasoning, recommend(reasoning, case, knowledge, TODAY))


def _without_words(answer: Answer) -> Answer:
    return replace(answer, localization="")


def _mirrored_words(text: str) -> str:
    other = {"left": "right", "right": "left"}
    return re.sub(r"\b(left|right)\b", lambda word: other[word[0]], text)


def _lines(text: str) -> list[str]:
    return sorted(text.splitlines())
