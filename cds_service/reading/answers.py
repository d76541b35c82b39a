"""What the value of an Observation or component says, before it is known which question it answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from cds_service.knowledge.terminology import Terminology
from cds_service.knowledge.terminology_rows import Code
from cds_service.reading.codings import Coded, coded

_GRADE: Final = re.compile(r"([0-9])([+-]?)(?:\s*/\s*([0-9]))?", re.ASCII)
_GIVEN: Final = (
    "valueBoolean", "valueCodeableConcept", "valueDateTime", "valueInteger", "valuePeriod", "valueQuantity",
    "valueRange", "valueRatio", "valueString", "valueTime",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. ``recorded`` false: it says that nothing was recorded. ``given`` false: there is no value at all.

    ``word``: one of the meanings of ``answer_words`` and qualifiers.csv. ``number``, ``grade`` and ``out_of``: as
    written. ``scale``: where the answer itself names it. ``detail``: a level, root, nerve or degree. ``course``: a
    course qualifier.
    """

    recorded: bool = True
    given: bool = True
    word: str = ""
    grade: str = ""
    out_of: str = ""
    scale: str = ""
    number: Decimal | None = None
    detail: str = ""
    course: str = ""
    text: str = ""
    codes: tuple[Coded, ...] = ()


NOT_RECORDED: Final = Answer(recorded=False)


def answer_of(holder: Mapping[str, Any], terminology: Terminology) -> Answer:
    """The answer in ``holder`` (a validated Observation or component); without a value its ``interpretation``."""
    if "dataAbsentReason" in holder:
        return NOT_RECORDED
    if not any(name in holder for name in _GIVEN):
        return Answer(given=False, word=_interpretation(holder, terminology))
    if "valueBoolean" in holder:
        return Answer(word="present" if holder["valueBoolean"] else "absent")
    if "valueCodeableConcept" in holder:
        return _concept_answer(holder["valueCodeableConcept"], terminology)
    if "valueString" in holder:
        return _text_answer(holder["valueString"], terminology)
    return _number_answer(holder)


def _interpretation(holder: Mapping[str, Any], terminology: Terminology) -> str:
    """The polarity that flags give; high and low are none. Flags that differ say nothing."""
    rules = terminology.rules
    polar = {*rules.present_or_absent.finding, *rules.answers_that_say_nothing}
    flags = holder.get("interpretation", [])
    words = {terminology.qualifier(code, "interpretation") for flag in flags for code, _ in coded(flag)} & polar
    return words.pop() if len(words) == 1 else ""


def _number_answer(holder: Mapping[str, Any]) -> Answer:
    if "valueInteger" in holder:
        return _numbered(Decimal(holder["valueInteger"]))
    if "valueRange" in holder:
        return _quantity_answer(holder["valueRange"].get("low", {}))
    if "valueRatio" in holder:
        answer = _quantity_answer(holder["valueRatio"].get("numerator", {}))
        maximum = _quantity_answer(holder["valueRatio"].get("denominator", {}))
        return replace(answer, out_of=maximum.grade) if maximum.grade else Answer()
    return _quantity_answer(holder.get("valueQuantity", {}))


def _quantity_answer(quantity: Mapping[str, Any]) -> Answer:
    """A quantity that is no plain number (a limit, no value) answers nothing."""
    if "value" not in quantity or quantity.get("comparator"):
        return Answer()
    value = quantity["value"]
    return _numbered(Decimal(value) if isinstance(value, int) else Decimal(repr(value)))


def _numbered(number: Decimal) -> Answer:
    if not number.is_finite():
        return Answer()
    whole = number == number.to_integral_value() and abs(number) < 1000
    return Answer(number=number, grade=str(int(number)) if whole else "")


def _concept_answer(concept: Mapping[str, Any], terminology: Terminology) -> Answer:
    codes = tuple(coded(concept))
    text = concept.get("text", "")
    if not codes and not text:
        return NOT_RECORDED
    answer = Answer(codes=codes, text=text)
    known = [found for code, _ in codes if (found := _known_code(code, terminology)) is not None]
    if known:
        return replace(_agreed(answer, known), detail=_agreed(answer, known).detail or _detail(text, terminology))
    if any(code in terminology.findings for code, _ in codes):
        return answer
    for words in (text, *(display for _, display in codes)):
        read = _text_answer(words, terminology)
        if read.word or read.grade or (words is text and read.detail):
            return replace(read, codes=codes, text=text or words)
    return answer


def _known_code(code: Code, terminology: Terminology) -> Answer | None:
    """What one answer code says, None for a code that is no answer."""
    axes = terminology.qualifiers.get(code)
    if axes is None:
        return None
    rules = terminology.rules
    if any((nothing.system, nothing.code) == code for nothing in rules.answer_codes_that_say_nothing):
        return Answer(word=rules.answers_that_say_nothing[0])
    if axes.get("fhir-status"):
        return NOT_RECORDED
    if "scale" in axes:
        scale, _, grade = axes["scale"].partition(":")
        return Answer(scale=scale, grade=grade)
    if "degree" in axes:
        degree = rules.degree_codes.get(axes["degree"], "")
        return Answer(detail=degree, word="present") if degree else Answer(word=rules.answers_that_say_nothing[0])
    if "course" in axes:
        return Answer(course=axes["course"], word="present")
    said = axes.get("presence") or axes.get("answer", "")
    return Answer(grade=said) if said.isdigit() else Answer(word=said)


def _agreed(answer: Answer, known: list[Answer]) -> Answer:
    """Several codings of one answer must agree: two that differ in what they say answer nothing."""
    if any(not found.recorded for found in known):
        return NOT_RECORDED
    merged = answer
    for name in ("word", "grade", "scale", "detail", "course"):
        values = {getattr(found, name) for found in known} - {""}
        if len(values) > 1:
            return answer
        if values:
            merged = replace(merged, **{name: values.pop()})
    return merged


def _text_answer(text: str, terminology: Terminology) -> Answer:
    """Exactly a word of ``answer_words``, a grade (its scale may stand beside it), or a level, root, nerve, degree."""
    words = " ".join(text.split())
    word = terminology.rules.answer_words.get(words.casefold())
    if word:
        return Answer(word=word, text=text)
    named = scales_named(words, terminology)
    bare = _without_words(words, named, terminology)
    match = _GRADE.fullmatch(bare)
    if match and len(named) <= 1:
        digit, sign, maximum = match.groups()
        return Answer(grade=digit + sign, out_of=maximum or "", scale="".join(named), text=text)
    return Answer(detail=_detail(text, terminology), text=text)


def scales_named(text: str, terminology: Terminology) -> list[str]:
    """The scales that a text names as words of their own."""
    words = {word.casefold() for word in re.findall(r"\w+", text)}
    return [
        key for key, scale in terminology.rules.scales.items() if any(name.casefold() in words for name in scale.words)
    ]


def _without_words(text: str, named: list[str], terminology: Terminology) -> str:
    names = [re.escape(word) for key in named for word in terminology.rules.scales[key].words]
    return re.sub(rf"\b(?:{'|'.join(names)})\b:?", "", text, flags=re.IGNORECASE).strip() if names else text


def _detail(text: str, terminology: Terminology) -> str:
    """A level or root (``T10``), a nerve, or a degree, exactly; blanks and letter case do not matter."""
    word = "".join(text.split()).casefold()
    rules = terminology.rules
    if word in rules.degrees:
        return word
    if word in terminology.places.nerves:
        return terminology.places.nerves[word]
    letter, number = word[:1].upper(), word[1:]
    if number.isascii() and number.isdigit() and len(number) <= 2 and 1 <= int(number) <= rules.levels.get(letter, 0):
        return f"{letter}{int(number)}"
    return ""


def leading_score(answer: Answer) -> Iterator[str]:
    """The digits with which the text or a display of an answer begins (items of the NIH Stroke Scale)."""
    for text in (answer.text, *(display for _, display in answer.codes)):
        match = re.match(r"\s*(\d+)(?!\d)", text, re.ASCII)
        if match:
            yield match.group(1)
