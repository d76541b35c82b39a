"""An examination written as lines of text, and what the service reads from it.

A line is ``sign site side grade``, for example ``weakness triceps left MRC:3``; ``no`` in front says that it was looked
for and not there. Side and grade may be left out (unknown, none). Every line is recorded three days before ``AS_OF``.
"""

from __future__ import annotations

from datetime import timedelta

from cds_service.knowledge.model import Knowledge
from cds_service.neuro.case import Case, Finding, Grade, Patient, Side
from cds_service.neuro.facts import Decisions, View
from cds_service.neuro.signs import signs_of
from tests.conftest import AS_OF

SIDES = {side.value for side in Side}


def case_of(examination: str, *, age: int = 60) -> Case:
    """The lines as a case."""
    lines = (line.split() for line in examination.strip().splitlines())
    return Case(patient=Patient(age * 12), findings=tuple(finding_of(words) for words in lines if words))


def finding_of(words: list[str]) -> Finding:
    """One line, already split into words."""
    present = words[0] != "no"
    sign, *rest = words if present else words[1:]
    side = next((word for word in rest if word in SIDES), "unknown")
    others = [word for word in rest if word not in SIDES]
    site = others[0] if others else "unspecified"
    scale, _, value = " ".join(others[1:]).rpartition(":")
    grade = Grade(scale, value) if value else None
    return Finding(sign, present, site, Side(side), AS_OF - timedelta(days=3), grade=grade)


def view_of(case: Case, knowledge: Knowledge) -> View:
    """The view of the case in which rules look, before any pattern is decided."""
    return signs_of(case, knowledge.clinical, AS_OF).view(Decisions())
