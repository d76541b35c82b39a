"""Records made of the content's own keys: any finding anywhere, on any side, of any day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from cds_service.neuro.case import Case, CodedEvidence, ConditionOnRecord, Finding, Grade, Patient, Side
from tests.vignettes.case_of import case_of
from tests.vignettes.routes import TODAY, shipped_knowledge, within

_CLINICAL = shipped_knowledge().clinical
_OTHER_SIDE = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}

_days: st.SearchStrategy[date] = st.integers(0, 400).map(lambda days: TODAY - timedelta(days=days))
_recent: st.SearchStrategy[date] = st.integers(0, 9).map(lambda days: TODAY - timedelta(days=days))
_sides = st.sampled_from(Side)


def _graded(sign: str) -> st.SearchStrategy[Grade | None]:
    """A grade of one of the sign's scales, where it has any."""
    grades = [
        Grade(scale, value)
        for scale, content in sorted(_CLINICAL.scales.get(sign, {}).items())
        for row in content.rows
        for value in row.values
    ]
    return st.sampled_from(grades) if grades else st.none()


def _finding_of(sign: str) -> st.SearchStrategy[Finding]:
    return st.builds(
        Finding,
        sign=st.just(sign),
        present=st.just(True) if sign in _CLINICAL.scales else st.booleans(),
        site=st.sampled_from(sorted(_CLINICAL.anatomy.sites)),
        side=_sides,
        recorded=_recent | _days | st.none(),
        onset=st.none() | _days,
        grade=_graded(sign),
        source=st.sampled_from(["examined", "examined", "problem"]),
    )


_conditions = st.builds(
    ConditionOnRecord,
    key=st.sampled_from(sorted(_CLINICAL.conditions)),
    verification=st.sampled_from(["confirmed", "provisional"]),
    side=_sides,
    recorded=st.none() | _days,
    onset=st.none() | _days,
)


def _numbered(findings: list[Finding]) -> tuple[Finding, ...]:
    """Each finding from a statement and a resource of its own."""
    return tuple(
        replace(finding, statement=f"s{number}", evidence=(CodedEvidence(f"Observation/{number}"),))
        for number, finding in enumerate(findings)
    )


cases: st.SearchStrategy[Case] = st.builds(
    Case,
    patient=st.builds(Patient, st.none() | st.integers(0, 1100), st.sampled_from(["", "female", "male"])),
    findings=st.lists(st.sampled_from(sorted(_CLINICAL.signs)).flatmap(_finding_of), max_size=8).map(_numbered),
    conditions=st.lists(_conditions, max_size=2).map(tuple),
)


@st.composite
def near_vignettes(draw: st.DrawFn) -> Case:
    """The case of a vignette with some findings left out, on another side, or on another day."""
    case = case_of(draw(st.sampled_from(within(shipped_knowledge()))), TODAY)
    findings = [_changed(draw, finding) for finding in case.findings if draw(st.integers(0, 5)) > 0]
    return replace(case, findings=tuple(findings))


def _changed(draw: st.DrawFn, finding: Finding) -> Finding:
    if draw(st.booleans()):
        finding = replace(finding, side=draw(_sides))
    return replace(finding, recorded=draw(_recent)) if draw(st.integers(0, 5)) == 0 else finding


def mirrored(case: Case) -> Case:
    """The same record with left and right exchanged."""
    return replace(
        case,
        findings=tuple(replace(f, side=_OTHER_SIDE.get(f.side, f.side)) for f in case.findings),
        conditions=tuple(replace(c, side=_OTHER_SIDE.get(c.side, c.side)) for c in case.conditions),
    )
