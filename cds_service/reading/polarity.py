"""Present or absent, and with which grade: one row of findings.csv under one answer (contract, Findings 1, 2, 6, 8)."""

from __future__ import annotations

from dataclasses import dataclass

from cds_service.knowledge.reading_rules import GradedFindings, GradedSign
from cds_service.knowledge.reading_rules import Meaning as AnswerMeaning
from cds_service.knowledge.terminology import Terminology
from cds_service.knowledge.terminology_rows import FindingRow
from cds_service.neuro.case import Grade
from cds_service.reading.answers import Answer, leading_score
from cds_service.reading.grades import grade_of, grade_on


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a sign. ``sign`` is another one than asked for, where the answer means that."""

    present: bool
    grade: Grade | None = None
    sign: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Saying:
    """A row with what is said of it."""

    row: FindingRow
    said: Said


def said_of(
    row: FindingRow, answer: Answer, scale: str, terminology: Terminology, asserts: bool
) -> tuple[Saying, ...] | None:
    """What ``answer`` says of the sign of ``row``: nothing (empty), or None where the answer is not understood.

    ``scale`` is the scale stated for a grade, ``""`` where none is. ``asserts``: a code without an answer asserts.
    """
    rules = terminology.rules
    if row.nihss_maximum is not None:
        said = _scored(row, row.nihss_maximum, answer, terminology)
    elif row.sign in rules.graded:
        said = _graded(rules.graded[row.sign], answer, scale, terminology)
    elif row.polarity == "absent":
        said = _negated(answer, terminology)
    else:
        said = _plain(row, answer, scale, terminology, asserts)
    return None if said is None else tuple(Saying(row, one) for one in said)


SaidAll = tuple[Said, ...] | None
_NOTHING: tuple[Said, ...] = ()


def _says_nothing(answer: Answer, terminology: Terminology) -> bool:
    return answer.word in terminology.rules.answers_that_say_nothing


def _negated(answer: Answer, terminology: Terminology) -> SaidAll:
    """A code that is itself a negation: to deny it says nothing."""
    if _says_nothing(answer, terminology):
        return _NOTHING
    denied = terminology.rules.present_or_absent.finding.get(answer.word) == "absent"
    if denied:
        return _NOTHING
    return (Said(False),) if answer.word or not answer.given else None


def _graded(graded: GradedSign, answer: Answer, scale: str, terminology: Terminology) -> SaidAll:
    if not answer.given and not answer.word:
        return _NOTHING
    if answer.word in graded.answers:
        return tuple(_meant(meaning) for meaning in graded.answers[answer.word])
    if _says_nothing(answer, terminology) or not answer.given:
        return _NOTHING
    read = grade_of(answer, graded, scale, terminology) if answer.grade else None
    if read is not None:
        return (Said(True, read.grade, notes=read.notes),)
    return _NOTHING if answer.word == "abnormal" else None


def _meant(meaning: AnswerMeaning) -> Said:
    if meaning.grade is not None:
        scale, _, value = meaning.grade.partition(":")
        return Said(True, Grade(scale, value))
    return Said(meaning.present == "yes", sign=meaning.sign or "")


def _scored(row: FindingRow, maximum: int, answer: Answer, terminology: Terminology) -> SaidAll:
    """An item of the NIH Stroke Scale; above its maximum, untestable or without a score it is not recorded."""
    score = _score(row, answer, terminology)
    if score is None or score > maximum:
        return _NOTHING
    rule = terminology.rules.nihss
    return (Said(str(score) != rule.absent, Grade(rule.scale, str(score))),)


def _score(row: FindingRow, answer: Answer, terminology: Terminology) -> int | None:
    item = terminology.nihss.get(row.code)
    for code, _ in answer.codes:
        if item is not None and code in item.scores:
            return item.scores[code]
    if answer.number is not None:
        return int(answer.grade) if answer.grade.isdigit() else None
    return next((int(digits) for digits in leading_score(answer)), None)


def _plain(row: FindingRow, answer: Answer, scale: str, terminology: Terminology, asserts: bool) -> SaidAll:
    rules = terminology.rules
    detail = Grade("", answer.detail) if answer.detail else None
    if not answer.given and not answer.word:
        return (Said(True),) if row.role == "finding" and asserts else _NOTHING
    if answer.word:
        return _worded(row, answer, detail, terminology)
    if detail is not None:
        return (Said(True, detail),)
    for group in rules.graded_findings:
        if row.sign in group.signs and answer.grade:
            return _with_grade(group, answer, scale, terminology)
    return _counted(row, answer, terminology)


def _worded(row: FindingRow, answer: Answer, detail: Grade | None, terminology: Terminology) -> SaidAll:
    rules = terminology.rules
    words = rules.present_or_absent.finding if row.role == "finding" else rules.present_or_absent.question
    meant = words.get(answer.word) or rules.further_answers.get(row.sign, {}).get(answer.word)
    must_name = any((code.system, code.code) == (row.system_uri, row.code) for code in rules.answer_names_the_sign)
    if meant == "present":
        return None if must_name else (Said(True, detail),)
    if meant == "absent":
        return (Said(False),)
    # An unanswered question that is only flagged abnormal, and answers that say neither, give nothing.
    return _NOTHING if _says_nothing(answer, terminology) or answer.word == "abnormal" or not answer.given else None


def _with_grade(group: GradedFindings, answer: Answer, scale: str, terminology: Terminology) -> SaidAll:
    """A sign answered by its grade: only on the scale that is stated, or that its maximum names."""
    if scale != group.scale and answer.out_of != group.out_of:
        return None
    read = grade_on(group.scale, answer, terminology)
    if read is None:
        return None
    absent = read.grade.value in group.absent
    return (Said(not absent, read.grade, notes=read.notes),)


def _counted(row: FindingRow, answer: Answer, terminology: Terminology) -> SaidAll:
    """A number of beats: sustained, or the lesser sign."""
    for rule in terminology.rules.counted:
        if rule.sign == row.sign and answer.number is not None and answer.number >= 0:
            if answer.number == rule.absent:
                return (Said(False),)
            return (Said(True, sign="" if answer.number >= rule.at_least else rule.fewer),)
    return None
