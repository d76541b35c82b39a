"""Grades of a graded question or finding: on which scale, and which grade (clinical text, section 2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cds_service.knowledge.reading_rules import GradedSign
from cds_service.knowledge.terminology import Terminology
from cds_service.knowledge.terminology_rows import Code
from cds_service.neuro.case import Grade
from cds_service.reading.answers import Answer, scales_named
from cds_service.reading.codings import coded

SCALE_NOT_STATED = "scale not stated"


@dataclass(frozen=True, slots=True)
class Read:
    """A grade that was read, with what has to be said about it."""

    grade: Grade
    notes: tuple[str, ...] = ()


def scale_stated(
    concept: Mapping[str, Any], method: Mapping[str, Any], answer: Answer, terminology: Terminology
) -> str:
    """The scale that ``method``, the answer, or the question's text or code names; ``""`` for none, or for two."""
    by_code = _scale_codes(terminology)
    in_method = {code[1] for code, _ in coded(method) if _is_scale(code, terminology)}
    for named in (
        in_method | set(scales_named(method.get("text", ""), terminology)),
        {answer.scale} - {""},
        set(scales_named(concept.get("text", ""), terminology)),
        {by_code[code] for code, _ in coded(concept) if code in by_code},
    ):
        if named:
            return named.pop() if len(named) == 1 else ""
    return ""


def _is_scale(code: Code, terminology: Terminology) -> bool:
    return code[0] == terminology.project_system and terminology.project.get(code[1]) == "scale"


def _scale_codes(terminology: Terminology) -> dict[Code, str]:
    return {(question.system, question.code): question.scale for question in terminology.rules.question_scales}


def grade_of(answer: Answer, graded: GradedSign, stated: str, terminology: Terminology) -> Read | None:
    """The grade that an answer gives to a graded question, None where it is no grade of the scale."""
    scale = stated if stated in graded.scales else ""
    if answer.out_of and not scale:
        scale = graded.out_of.get(answer.out_of, "")
        if not scale:
            return None
    notes = () if scale and scale in graded.scales else (SCALE_NOT_STATED,)
    text = graded.same.get(answer.grade, answer.grade)
    return _on_scale(scale or graded.not_stated, text, notes, terminology)


def grade_on(scale: str, answer: Answer, terminology: Terminology) -> Read | None:
    """The grade of an answer on a known scale."""
    return _on_scale(scale, answer.grade, (), terminology)


def _on_scale(scale: str, text: str, notes: tuple[str, ...], terminology: Terminology) -> Read | None:
    rules = terminology.rules.scales[scale]
    if text in rules.grades:
        return Read(Grade(scale, text), notes)
    nearest = rules.nearest.get(text)
    return Read(Grade(scale, nearest), (*notes, f"recorded as {text}, read as {nearest}")) if nearest else None
