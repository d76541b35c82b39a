"""Rehearsal: the examples of every pattern are given to the core, and what it concludes must be what they say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from cds_service.authoring.content_files import Written
from cds_service.errors import ContentFault
from cds_service.knowledge.examples import Example, ExampleCondition, ExampleFinding, ExampleResult, Given, SideWord
from cds_service.knowledge.model import Knowledge
from cds_service.knowledge.strict_yaml import Items, Members, key_fault
from cds_service.neuro.case import (
    Case,
    CodedEvidence,
    ConditionOnRecord,
    Finding,
    Grade,
    MedicationOnRecord,
    Patient,
    Result,
    Side,
)
from cds_service.neuro.outcome import Ternary
from cds_service.neuro.reasoning import reason

REHEARSED_ON = date(2026, 1, 15)
"""The day of every rehearsal: any day would do, as examples count days back from it."""

_SIDES: dict[SideWord, Side] = {
    "left": Side.LEFT, "right": Side.RIGHT, "both": Side.BILATERAL, "unknown": Side.UNKNOWN,
}  # fmt: skip


def failed_examples(content: Written) -> Iterator[ContentFault]:
    """Every example gives the result that it states, before another pattern silences it."""
    for key, file in content.patterns():
        nodes = file.get("examples", Items())
        assert isinstance(nodes, Items)
        for node, example in zip(nodes, content.knowledge.clinical.patterns[key].examples, strict=True):
            assert isinstance(node, Members)
            results = rehearsed(example, content.knowledge)
            came = results.get(key, "no")
            if came != example.result:
                fires = sorted(pattern for pattern, result in results.items() if result == "yes")
                yield key_fault(
                    node,
                    "result",
                    f'this example says "{example.result}", but its record gives "{came}"; '
                    f"what fires: {', '.join(fires) or 'nothing'}",
                )


def rehearsed(example: Example, knowledge: Knowledge) -> dict[str, Ternary]:
    """The result of every pattern on the record of an example; none where nothing in it asks for a word (N7)."""
    reasoning = reason(case_of(example.given, knowledge), knowledge, REHEARSED_ON)
    return {outcome.pattern: outcome.result for outcome in reasoning.outcomes}


def case_of(given: Given, knowledge: Knowledge) -> Case:
    """The record of an example as the core takes it."""
    no_site = knowledge.clinical.findings.no_site[0]
    return Case(
        patient=Patient(given.months, given.sex),
        findings=tuple(_finding(number, one, no_site) for number, one in enumerate(given.findings, start=1)),
        conditions=tuple(_condition(one) for one in given.conditions),
        medications=tuple(MedicationOnRecord(key) for key in given.medications),
        results=tuple(_result(one) for one in given.results),
    )


def _ago(days: int) -> date:
    return REHEARSED_ON - timedelta(days=days)


def _finding(number: int, one: ExampleFinding, no_site: str) -> Finding:
    return Finding(
        sign=one.sign,
        present=one.present,
        site=one.site or no_site,
        side=_SIDES[one.side],
        recorded=_ago(one.recorded),
        onset=None if one.onset is None else _ago(one.onset),
        grade=None if one.grade is None else Grade(one.grade.scale, one.grade.value),
        source="problem" if one.problem else "examined",
        statement=f"{number}",
        evidence=(CodedEvidence(f"{number}"),),
    )


def _condition(one: ExampleCondition) -> ConditionOnRecord:
    return ConditionOnRecord(
        key=one.key,
        side=_SIDES[one.side],
        recorded=None if one.recorded is None else _ago(one.recorded),
        onset=None if one.onset is None else _ago(one.onset),
        history=one.history,
    )


def _result(one: ExampleResult) -> Result:
    try:
        return Result(one.field, Decimal(one.value), _ago(one.recorded))
    except InvalidOperation:
        return Result(one.field, one.value, _ago(one.recorded))
