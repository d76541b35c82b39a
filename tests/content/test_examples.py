"""Examples inside the content: every pattern has them, and ``cds check`` runs them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cds_service.authoring.check import check
from cds_service.authoring.rehearse import REHEARSED_ON, case_of, rehearsed
from cds_service.knowledge.examples import Given
from cds_service.neuro.case import Side
from tests.content.broken import copy_of_content, told
from tests.vignettes.routes import shipped_knowledge

PATTERN = "patterns/umn_only.yaml"
FIRST = "{sign: spasticity, site: leg, side: both}"
KEPT = "findings: [{sign: spasticity, site: leg, side: both}]"


def test_a_wrong_result_is_told_with_what_came_instead(tmp_path: Path) -> None:
    assert told(tmp_path, PATTERN, 'result: "yes"', 'result: "no"') == [
        f'{PATTERN}: the pattern "umn_only" has no example with the result "yes": add one to "examples"',
        f'{PATTERN}: this example says "no", but its record gives "yes"; what fires: umn_only, workup_in_progress',
    ]


def test_a_record_that_says_nothing_fires_nothing(tmp_path: Path) -> None:
    assert told(tmp_path, PATTERN, FIRST, '{sign: spasticity, present: "no"}') == [
        f'{PATTERN}: this example says "yes", but its record gives "no"; what fires: nothing'
    ]


def test_a_rule_that_changes_breaks_its_examples(tmp_path: Path) -> None:
    """Those of another pattern too, where it looks at this one."""
    said = told(tmp_path, PATTERN, "{none: sudden_onset}", "{some: sudden_onset}")
    silent = 'this example says "yes", but its record gives "no"; what fires: nothing'
    assert {f"{PATTERN}: {silent}", f"patterns/umn_lmn_risk_predictors.yaml: {silent}"} <= set(said)


def test_the_place_is_the_line_of_the_result(tmp_path: Path) -> None:
    copy = copy_of_content(tmp_path, {PATTERN: ("result: unknown", 'result: "yes"')})
    lines = (copy / PATTERN).read_text(encoding="utf-8").splitlines()
    (fault,) = check(copy)
    assert fault.line == len(lines)
    assert lines[fault.line - 1].strip() == 'result: "yes"'


@pytest.mark.parametrize("result", ["yes", "no"])
def test_a_pattern_without_such_an_example(result: str, tmp_path: Path) -> None:
    text = (copy_of_content(tmp_path, {}) / PATTERN).read_text(encoding="utf-8")
    examples = text[text.index("\nexamples:") :].split("  - given:")
    (gone,) = [one for one in examples if f'result: "{result}"' in one]
    assert told(tmp_path, PATTERN, f"  - given:{gone}", "") == [
        f'{PATTERN}: the pattern "umn_only" has no example with the result "{result}": add one to "examples"'
    ]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            FIRST,
            FIRST.replace("spasticity", "spastisity"),
            'no sign is called "spastisity". Did you mean "spasticity"?',
        ),
        (FIRST, FIRST.replace("site: leg", "site: legg"), 'no site is called "legg". Did you mean "leg"?'),
        (FIRST, FIRST.replace("side:", "sides:"), 'no member is called "sides" here. Did you mean "side"?'),
        (KEPT, f"{KEPT}, conditions: [{{key: slee}}]", 'no condition is called "slee". Did you mean "sle"?'),
        (KEPT, f"{KEPT}, medications: [lithum]", 'no medication is called "lithum". Did you mean "lithium"?'),
        (
            KEPT,
            f"{KEPT}, results: [{{field: k_mol, value: 3}}]",
            'no result is called "k_mol". Did you mean "k_mmol"?',
        ),
        (
            FIRST,
            "{sign: weakness, grade: {scale: MCR, value: 3}}",
            'no scale is called "MCR". Did you mean "MRC"?',
        ),
        (
            FIRST,
            '{sign: weakness, grade: {scale: MRC, value: "4--"}}',
            'no grade of MRC is called "4--". Did you mean "4-"?',
        ),
        (
            KEPT,
            f"{KEPT}, results: [{{field: k_mmol, value: about 3}}]",
            "given.results.0.value: String should match pattern '^(\\d+(\\.\\d+)?|low|normal|high)$'",
        ),
        (
            FIRST,
            FIRST.replace("both", "both, recorded: -1"),
            "given.findings.0.recorded: Input should be greater than or equal to 0",
        ),
        ("{age: 55,", "{age: 55, age_months: 660,", "an example tells the age in years or in months, not in both"),
        (
            FIRST,
            FIRST.replace("both", "bilateral"),
            "given.findings.0.side: Input should be 'left', 'right', 'both' or 'unknown'",
        ),
        ('result: "yes"', 'result: "maybe"', "result: Input should be 'yes', 'no' or 'unknown'"),
        ("examples:\n", "examples: none\nlines_of: \n", 'no member is called "lines_of" here. Did you mean "lines"?'),
    ],
)
def test_examples_are_read_as_strictly_as_rules(before: str, after: str, message: str, tmp_path: Path) -> None:
    assert told(tmp_path, PATTERN, before, after) == [f"{PATTERN}: {message}"]


def test_examples_are_a_list(tmp_path: Path) -> None:
    text = (copy_of_content(tmp_path, {}) / PATTERN).read_text(encoding="utf-8")
    examples = text[text.index("examples:") :]
    assert told(tmp_path, PATTERN, examples, "examples: none\n") == [f'{PATTERN}: "examples" must be a list']


def test_days_count_back_from_the_rehearsal_and_what_is_left_out_is_not_recorded() -> None:
    knowledge = shipped_knowledge()
    given = Given.model_validate(
        {
            "findings": [
                {"sign": "weakness", "site": "leg", "side": "both", "recorded": "2", "onset": "5"},
                {"sign": "clonus", "present": "no", "problem": "yes", "grade": {"scale": "MRC", "value": "4-"}},
            ],
            "conditions": [{"key": "sle", "recorded": "10", "history": "yes"}],
            "medications": ["lithium"],
            "results": [{"field": "k_mmol", "value": "2.5"}, {"field": "tsh", "value": "low", "recorded": "1"}],
            "age_months": "20",
            "sex": "male",
        }
    )
    case = case_of(given, knowledge)
    weakness, clonus = case.findings
    (lupus,) = case.conditions
    assert (weakness.side, weakness.recorded, weakness.onset) == (Side.BILATERAL, date(2026, 1, 13), date(2026, 1, 10))
    assert (clonus.present, clonus.side, clonus.recorded, clonus.onset) == (False, Side.UNKNOWN, REHEARSED_ON, None)
    assert (clonus.source, clonus.site, str(clonus.grade)) == ("problem", "unspecified", "MRC:4-")
    assert (lupus.key, lupus.recorded, lupus.history) == ("sle", date(2026, 1, 5), True)
    assert [medication.key for medication in case.medications] == ["lithium"]
    assert [(one.value, one.day) for one in case.results] == [
        (Decimal("2.5"), REHEARSED_ON),
        ("low", date(2026, 1, 14)),
    ]
    assert (case.patient.age_months, case.patient.sex) == (20, "male")
    assert case_of(Given(age=60), knowledge).patient.age_months == 720
    assert case_of(Given(), knowledge).patient.age_months is None


def test_two_findings_of_an_example_are_two_statements() -> None:
    """Weakness and breathlessness of one statement would not be two signs of a failing chest."""
    knowledge = shipped_knowledge()
    (yes, *_) = knowledge.clinical.patterns["neuromuscular_respiratory_compromise"].examples
    assert len({finding.statement for finding in case_of(yes.given, knowledge).findings}) == 2
    assert rehearsed(yes, knowledge)["neuromuscular_respiratory_compromise"] == "yes"


NEVER_UNKNOWN = [
    "acute_toxidrome",
    "contradictory_findings",
    "drug_toxic_fasciculations",
    "envenomation",
    "eyelid_twitch_benign",
    "facial_myokymia",
    "fasciculations_isolated_incomplete_exam",
    "genetic_lmn_care",
    "hemifacial_spasm",
    "infection_risk_lmn",
    "known_mnd_followup",
    "mononeuropathy",
    "neuromyotonia",
    "plexopathy",
    "progression_detected",
    "respiratory_insufficiency_mnd",
    "root_lesion",
    "sensory_reconsider_mnd",
    "stale_findings_only",
    "vocal_fold_palsy",
    "workup_in_progress",
]
"""Patterns that rest on what is recorded alone: nothing that is not recorded could complete them (N8)."""


@pytest.mark.parametrize("pattern", sorted(shipped_knowledge().clinical.patterns))
def test_every_pattern_shows_each_result_that_it_can_have(pattern: str) -> None:
    results = {example.result for example in shipped_knowledge().clinical.patterns[pattern].examples}
    assert results == {"yes", "no"} | (set() if pattern in NEVER_UNKNOWN else {"unknown"})
