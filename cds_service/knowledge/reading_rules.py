"""Types of ``fhir_mappings/reading.yaml``: how a record is read (its comments cite the clinical text)."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from cds_service.knowledge.clinical import YesNo
from cds_service.knowledge.content_model import ContentModel

Words = tuple[str, ...]
Number = Annotated[Decimal, Field(allow_inf_nan=False)]


def _checked_grade(text: str) -> str:
    scale, colon, value = text.partition(":")
    if not (scale and colon and value):
        raise ValueError('a grade is written SCALE:value, as in "MRC:4-"')
    return text


GradeText = Annotated[str, AfterValidator(_checked_grade)]


class CodeName(ContentModel):
    """A coding without its display."""

    system: str
    code: str


class Statuses(ContentModel):
    """The FHIR statuses that count, by kind of resource."""

    observation: Words
    result: Words
    report: Words
    procedure: Words
    family_history: Words
    problem: Words
    medication: Words
    medication_ended: Words


class Scale(ContentModel):
    """A grading scale: ``words`` that name it, its grades, and the nearest of other ways in which they are written."""

    words: Words
    grades: Words
    nearest: dict[str, str] = {}


class Meaning(ContentModel):
    """What one answer to a graded question comes to: a grade of the question, or another sign present or absent."""

    grade: GradeText | None = None
    sign: str | None = None
    present: YesNo = "yes"


class GradedSign(ContentModel):
    """A question answered by a grade. ``out_of``: the scale that a maximum names, as 5 does in ``4-/5``.

    ``same``: grades written another way. ``answers``: what an answer in words comes to.
    """

    scales: Words
    not_stated: str
    out_of: dict[str, str] = {}
    same: dict[str, str] = {}
    answers: dict[str, tuple[Meaning, ...]]


class QuestionScale(ContentModel):
    """A question code that names its scale."""

    system: str
    code: str
    scale: str


class GradedFindings(ContentModel):
    """Signs that may be answered by a grade: those of ``absent`` deny them."""

    signs: Words
    scale: str
    out_of: str
    absent: Words


class NihssRule(ContentModel):
    """The scale key of the NIH Stroke Scale and the score that means absent."""

    scale: str
    absent: str


class CountedSign(ContentModel):
    """A sign told from its lesser form by a count."""

    sign: str
    at_least: Number
    fewer: str
    absent: Number


class PresentOrAbsent(ContentModel):
    """What an answer word says of a plain question, and of a code that states the sign itself."""

    question: dict[str, Literal["present", "absent"]]
    finding: dict[str, Literal["present", "absent"]]


class CourseRule(ContentModel):
    """The sign that a course qualifier means; one that needs a recent onset says what it is otherwise."""

    sign: str
    onset_within_days: int | None = None
    otherwise: str = ""


class SequelaRule(ContentModel):
    """Conditions that are acute, not a sequela, for some days, unless the code's display says sequela."""

    conditions: Words
    acute_within_days: int
    said_by: Words


class ConditionRules(ContentModel):
    """Which diagnoses are a history, which are acute first, which are also read from procedures."""

    history_words: Words
    history_icd_prefixes: Words
    kept_when_resolved: Words
    sequelae: SequelaRule
    from_procedures: Words


class CodesOfSystem(ContentModel):
    """Several codes of one system."""

    system: str
    codes: Words


class Routes(ContentModel):
    """Routes of administration, as codes and as words of route, form or name."""

    routes: tuple[CodeName, ...]
    words: Words


class MedicationRules(ContentModel):
    """Which medications count, by date and by route."""

    ended_within_days: int
    never_by_route: Routes
    only_by_route: dict[str, Routes]


ResultKind = Literal["number", "flag", "times_upper_limit", "percent_of", "per_weight", "denominator", "sign"]


class ResultRule(ContentModel):
    """How a result of labs.csv becomes a field.

    ``flag``: low, normal or high. ``times_upper_limit``: value by the upper limit of the same result. ``percent_of``:
    value by ``other`` of the same day. ``per_weight``: value by the newest ``other``. ``denominator``: used by another.
    ``sign``: compared by ``value_signs``. ``preferred``: words of labs.csv ``quantity`` that win on one day.
    ``every_day``: each day's value is read, else only the newest that can be classified; ``kept_days`` where it is read
    less long than other results. ``low`` and ``high`` stand in where the result has no limits. ``flag_field`` carries
    low, normal or high beside a number.
    """

    reads: ResultKind
    field: str = ""
    other: str = ""
    flag_field: str = ""
    units: dict[str, Number] = {}
    low: Number | None = None
    high: Number | None = None
    limits_first: YesNo = "no"
    unsigned: YesNo = "no"
    say_unclassified: YesNo = "no"
    preferred: Words = ()
    of_a_day: Literal["latest", "highest"] = "latest"
    every_day: YesNo = "no"
    kept_days: int | None = None


class MovedLimit(ContentModel):
    """Another limit in patients with a condition."""

    condition: str
    at_most: Number


class ValueSign(ContentModel):
    """The limit at which a value is a sign."""

    at_most: Number | None = None
    over: Number | None = None
    with_condition: MovedLimit | None = None


class PriorityPair(ContentModel):
    """Two actions with the same codes."""

    routine: str
    urgent: str


class OrderReading(ContentModel):
    """How orders that share codes are told apart."""

    by_priority: tuple[PriorityPair, ...]
    urgent_priorities: Words


class ReadingRules(ContentModel):
    """The whole of ``reading.yaml``."""

    statuses: Statuses
    verification: dict[str, Literal["confirmed", "provisional", "refuted"]]
    answer_words: dict[str, str]
    answers_that_say_nothing: Words
    answer_codes_that_say_nothing: tuple[CodeName, ...]
    interpretation_system: str
    interpretation_codes: dict[str, str]
    present_or_absent: PresentOrAbsent
    answer_names_the_sign: tuple[CodeName, ...]
    scales: dict[str, Scale]
    graded: dict[str, GradedSign]
    question_scales: tuple[QuestionScale, ...]
    graded_findings: tuple[GradedFindings, ...]
    nihss: NihssRule
    counted: tuple[CountedSign, ...]
    further_answers: dict[str, dict[str, Literal["present", "absent"]]]
    levels: dict[str, int]
    degrees: Words
    degree_codes: dict[str, str]
    course: dict[str, CourseRule]
    reflex_signs: frozenset[str]
    no_site: str
    same_as_no_site: Words
    side_words: dict[str, Literal["left", "right", "bilateral"]]
    conditions: ConditionRules
    family_history: dict[str, Words]
    not_blood_relatives: CodesOfSystem
    medications: MedicationRules
    results_kept_days: int
    results: dict[str, ResultRule]
    value_signs: dict[str, ValueSign]
    orders: OrderReading
