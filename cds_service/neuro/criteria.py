"""Optional criteria fields: Gold Coast, revised El Escorial and Awaji, as values with their inputs (knowledge.md 5).

No value is a diagnosis: all three ask that other disease is excluded, which nothing on record says, so the third point
of Gold Coast is always pending. The keys of the values are those of the content.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from cds_service.knowledge.criteria import CriteriaContent
from cds_service.knowledge.expressions import BARE, Condition, RegionSet
from cds_service.knowledge.model import Clinical
from cds_service.neuro.condition_outcomes import regions_of
from cds_service.neuro.evaluation import Evaluation
from cds_service.neuro.facts import View
from cds_service.neuro.gold_coast import GoldCoastRegions, gold_coast_regions

EVALUATION = Evaluation()

Course = Literal["yes", "no", "unknown"]
NONE, NOT_APPLICABLE, LMN_ONLY = "none", "not_applicable", "lmn_only_suspected"
NOT_RECORDED = "not_recorded"


@dataclass(frozen=True, slots=True)
class Criteria:
    """The values by key, and sentences for a card: features recorded for each criterion, and what counted (W9)."""

    values: dict[str, str]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the fields count: regions rostral to caudal as numbers, so that a smaller number is more rostral.

    ``umn`` is u(r), ``lmn`` is lw(r), ``lmn_awaji`` is la(r) of knowledge.md 5; ``spinal`` are the regions below the
    bulbar one; ``laboratory``: EMG denervation in two limbs.
    """

    umn: frozenset[int]
    lmn: frozenset[int]
    lmn_awaji: frozenset[int]
    spinal: frozenset[int]
    laboratory: bool
    course: Course


def criteria(view: View, clinical: Clinical) -> dict[str, str]:
    """The values of the criteria fields by key, empty under 16 (5)."""
    return assess(view, clinical).values


def assess(view: View, clinical: Clinical) -> Criteria:
    """The criteria fields with the sentences that tell them. Only active findings count; empty under 16 (5)."""
    content = clinical.criteria
    if not _holds(content.applies, view):
        return Criteria({}, ())
    inputs = _inputs(view, content)
    counted = gold_coast_regions(view, content)
    reading = gold_coast_reading(counted)
    values = {
        content.gold_coast.field: gold_coast_field(reading, inputs.course),
        content.gold_coast.regions: reading,
        content.el_escorial.key: revised_el_escorial(inputs),
        content.awaji.key: awaji(inputs),
    }
    return Criteria(values, _lines(values, inputs, counted, clinical))


def gold_coast_reading(regions: GoldCoastRegions) -> str:
    """Point 2 of Gold Coast (``c2`` of 5.1): strict, lenient, indeterminate or not_met; only strict may be quoted."""
    if _strict(regions.umn, regions.lmn):
        return "strict"
    if len(regions.umn | regions.lmn) >= 2 and regions.umn and regions.lmn:
        return "lenient"
    return "indeterminate" if _strict(regions.umn, regions.lmn | regions.lmn_open) else "not_met"


def _strict(umn: frozenset[str], lmn: frozenset[str]) -> bool:
    return bool(umn & lmn) or len(lmn) >= 2


def gold_coast_field(reading: str, course: Course) -> str:
    """The Gold Coast field from its points 1 and 2 (5.1)."""
    if reading == "not_met" or course == "no":
        return "not_met"
    if reading == "indeterminate" or course == "unknown":
        return "indeterminate"
    return "pattern_features_exclusion_pending"


def revised_el_escorial(inputs: Inputs) -> str:
    """The revised El Escorial category of the recorded features (5.2)."""
    umn, lmn = inputs.umn, inputs.lmn
    both = umn & lmn
    rostral = _some_rostral(umn, lmn)
    if len(both) >= 3:
        return _with_course("definite", inputs.course)
    if len(both) >= 2 and rostral:
        return _with_course("probable", inputs.course)
    if umn and inputs.laboratory:
        return _with_course("probable_lab_support", inputs.course)
    if _possible(umn, lmn) or (len(both) >= 2 and not rostral):
        return _with_course("possible", inputs.course)
    return _with_course(LMN_ONLY if lmn and not umn else NONE, inputs.course)


def awaji(inputs: Inputs) -> str:
    """The Awaji category of the recorded features (5.3)."""
    umn, lmn = inputs.umn, inputs.lmn_awaji
    both = umn & lmn
    spinal = len(both & inputs.spinal)
    if spinal >= 3 or (spinal >= 2 and both - inputs.spinal):
        return _with_course("definite", inputs.course)
    if len(both) >= 2 and _some_rostral(umn, lmn):
        return _with_course("probable", inputs.course)
    return _with_course("possible" if _possible(umn, lmn) else NONE, inputs.course)


def _possible(umn: frozenset[int], lmn: frozenset[int]) -> bool:
    lmn_above = bool(umn) and bool(lmn) and min(lmn) < min(umn)
    return len(umn & lmn) == 1 or (len(umn) >= 2 and not lmn) or lmn_above


def _some_rostral(umn: frozenset[int], lmn: frozenset[int]) -> bool:
    return bool(umn) and bool(lmn) and min(umn) < max(lmn)


def _with_course(category: str, course: Course) -> str:
    """A category needs progression; where it is not recorded the value says so (5.2)."""
    if course == "no":
        return NOT_APPLICABLE
    return f"{category}_progression_{NOT_RECORDED}" if course == "unknown" and category != NONE else category


def _inputs(view: View, content: CriteriaContent) -> Inputs:
    def numbers(regions: Iterable[str]) -> frozenset[int]:
        return frozenset(order.index(region) for region in regions)

    order = [region for region, _ in content.umn.by_region]
    return Inputs(
        umn=numbers(regions_of(EVALUATION, (content.umn,), view)),
        lmn=numbers(regions_of(EVALUATION, (content.lmn,), view)),
        lmn_awaji=numbers(regions_of(EVALUATION, (content.awaji.lmn,), view)),
        spinal=numbers(content.awaji.spinal),
        laboratory=_holds(content.el_escorial.laboratory, view),
        course=_course(view, content),
    )


def _course(view: View, content: CriteriaContent) -> Course:
    if _holds(content.progressive, view):
        return "yes"
    return "no" if _holds(content.not_progressive, view) else "unknown"


def _holds(condition: Condition, view: View) -> bool:
    return EVALUATION.condition(condition, view).value >= BARE


def _lines(values: dict[str, str], inputs: Inputs, counted: GoldCoastRegions, clinical: Clinical) -> tuple[str, ...]:
    content = clinical.criteria
    titles = {
        content.gold_coast.field: content.gold_coast.title,
        content.el_escorial.key: content.el_escorial.title,
        content.awaji.key: content.awaji.title,
    }
    if values[content.gold_coast.regions] != "strict":
        titles.pop(content.gold_coast.field)
    told = [
        content.line.format(criterion=title, features=features)
        for key, title in titles.items()
        if (features := _features(values[key], content))
    ]
    return (*told, _counted(inputs, counted, clinical)) if told else ()


def _features(value: str, content: CriteriaContent) -> str:
    """The words of a value, empty where the content has none (nothing to tell)."""
    category, unknown, _ = value.partition(f"_progression_{NOT_RECORDED}")
    words = content.words.get(category, "")
    return content.words[NOT_RECORDED].format(features=words) if words and unknown else words


def _counted(inputs: Inputs, counted: GoldCoastRegions, clinical: Clinical) -> str:
    content = clinical.criteria

    def named(set_: RegionSet, numbers: frozenset[int], more: frozenset[str]) -> str:
        names = [
            clinical.anatomy.regions[region].name
            for number, (region, _) in enumerate(set_.by_region)
            if number in numbers or region in more
        ]
        return ", ".join(names) or content.nothing

    return content.inputs.format(
        umn=named(content.umn, inputs.umn, counted.umn),
        lmn=named(content.umn, inputs.lmn | inputs.lmn_awaji, counted.lmn),
        course={"yes": "progressive", "no": "not progressive", "unknown": "not recorded"}[inputs.course],
    )
