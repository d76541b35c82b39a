"""What the shipped content makes of a record, and how the chapters of patterns are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from cds_service.knowledge.expressions import BARE
from cds_service.knowledge.locate import content_folder
from cds_service.knowledge.rule_parser import RuleParser
from cds_service.knowledge.strict_yaml import Members, read_yaml
from cds_service.knowledge.vocabulary import Term, Vocabulary, read_term
from cds_service.neuro.evaluation import Evaluation
from cds_service.neuro.facts import Decisions
from cds_service.neuro.outcome import FiredPattern, Reasoning
from cds_service.neuro.reasoning import reason
from cds_service.neuro.signs import signs_of
from tests.conftest import AS_OF
from tests.spec.notation import case_of
from tests.spec.tiny import yaml_of
from tests.vignettes.routes import shipped_knowledge

CLEAN = "no weakness generalised; no atrophy generalised; no hyperreflexia generalised; no areflexia generalised"
"""Power, bulk and reflexes were examined everywhere and are normal."""


@cache
def reasoned(record: str) -> Reasoning:
    """Everything that the content concludes from a record."""
    return reason(case_of(record, AS_OF), shipped_knowledge(), AS_OF)


def result(pattern: str, record: str) -> str:
    """``yes``, ``no`` or ``unknown`` (N8), before anything is silenced."""
    assert pattern in shipped_knowledge().clinical.patterns
    return next((one.result for one in reasoned(record).outcomes if one.pattern == pattern), "no")


def shown(record: str) -> list[str]:
    """The patterns that are shown, in their order."""
    return [fired.key for fired in reasoned(record).shown]


def card(pattern: str, record: str) -> FiredPattern:
    """The pattern as it is shown."""
    return next(fired for fired in reasoned(record).shown if fired.key == pattern)


def silenced(record: str) -> dict[str, str]:
    """The patterns that fire and are not shown, with the reason."""
    return {one.pattern: one.reason for one in reasoned(record).silenced}


def used(pattern: str, record: str) -> str:
    """The lines of the record on which the pattern rests."""
    lines = {read.id: read.evidence[0].reference for read in reasoned(record).findings}
    (outcome,) = [one for one in reasoned(record).outcomes if one.pattern == pattern]
    return " ".join(sorted(lines[one] for one in outcome.because))


def chapter(
    pattern: str,
    *,
    fires: Mapping[str, str],
    silent: Mapping[str, str],
    unknown: Mapping[str, str] | None = None,
) -> Callable[..., None]:
    """A test that is asked for every case: the clause in words, and a record that meets it or just misses it."""
    cases = [
        pytest.param(record, expected, id=f"{expected}: {words}")
        for expected, rows in (("yes", fires), ("no", silent), ("unknown", unknown or {}))
        for words, record in rows.items()
    ]

    @pytest.mark.parametrize(("record", "expected"), cases)
    def test(record: str, expected: str) -> None:
        assert result(pattern, record) == expected

    return test


def read(record: str) -> set[str]:
    """What the findings mean as signs: ``weakness``, or ``no weakness`` for an explicit negative."""
    return {one.sign if one.present else f"no {one.sign}" for one in reasoned(record).findings}


def active(record: str) -> str:
    """The lines of the record that are active: neither past their window nor replaced."""
    return " ".join(sorted({one.evidence[0].reference for one in reasoned(record).findings if one.active}))


def rule(text: str, record: str) -> bool:
    """Whether a condition in the words of the content holds, before any pattern is decided."""
    view = signs_of(case_of(record, AS_OF), shipped_knowledge().clinical, AS_OF).view(Decisions())
    return Evaluation().condition(_parser().condition(yaml_of(text)), view).value >= BARE


def where(term: str, record: str) -> str:
    """The regions in which a condition of regions holds, rostral to caudal."""
    return " ".join(region for region in _parser().vocabulary.regions if rule(f"{term}: {region}", record))


@cache
def _parser() -> RuleParser:
    knowledge = shipped_knowledge()
    clinical = knowledge.clinical
    return RuleParser(
        Vocabulary(
            signs=frozenset(clinical.signs),
            sites=frozenset(clinical.anatomy.sites),
            regions=tuple(clinical.anatomy.regions),
            scales=frozenset({scale for scale, _ in clinical.grade_numbers} | {*clinical.findings.point_scales}),
            conditions=frozenset(clinical.conditions),
            medications=knowledge.terminology.keys.medications,
            results=knowledge.terminology.keys.result_fields,
            actions=frozenset(knowledge.actions.actions),
            patterns={key: pattern.tier for key, pattern in clinical.patterns.items()},
            terms=_terms(content_folder() / "terms"),
            grade_numbers=clinical.grade_numbers,
        )
    )


def _terms(folder: Path) -> dict[str, Term]:
    files = [read_yaml(path, folder.parent) for path in sorted(folder.glob("*.yaml"))]
    return {name: read_term(name, body) for file in files if isinstance(file, Members) for name, body in file.items()}
