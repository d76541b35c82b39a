"""How the code tables are indexed: rows by (system, code), with rows that nobody verified left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from cds_service.errors import ContentError, ContentFault
from cds_service.knowledge.code_systems import HPO, ICD_10_CM, LOINC, SNOMED_CT
from cds_service.knowledge.done_when import DoneWhen, parse_done_when
from cds_service.knowledge.reading_rules import ReadingRules
from cds_service.knowledge.terminology_rows import (
    Code,
    CodeTables,
    ConditionRow,
    FindingRow,
    LabRow,
    MedicationRow,
    OrderRow,
    SiteRow,
)

Row = TypeVar("Row")
Value = TypeVar("Value")

WORD: Final = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class CodeIndex(Generic[Row]):
    """Rows by exact code, and by the beginning of a code for the systems that have such rows."""

    exact: Mapping[Code, tuple[Row, ...]]
    beginnings: Mapping[str, Mapping[str, tuple[Row, ...]]]

    def rows(self, code: Code) -> tuple[Row, ...]:
        """Every row that ``code`` matches; exact rows and rows of its beginnings hold together."""
        found = self.exact.get(code, ())
        by_beginning = self.beginnings.get(code[0])
        if by_beginning is not None:
            for length in range(1, len(code[1]) + 1):
                found += by_beginning.get(code[1][:length], ())
        return found


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What a code of conditions.csv says. ``side_by_code``: the side is read from the ICD code itself."""

    condition: str
    limb: str
    side: str
    side_by_code: bool
    history: bool
    says_sequela: bool


@dataclass(frozen=True, slots=True)
class NihssItem:
    """An item of the NIH Stroke Scale: its maximum, and the score of each answer code (None where untestable)."""

    maximum: int
    scores: Mapping[Code, int | None]


@dataclass(frozen=True, slots=True)
class CountedSystems:
    """The code systems in which an unknown code is a finding that was not understood: ``always``, in an Observation
    that may be a finding, and in one that says that it is an examination.
    """

    always: frozenset[str]
    in_findings: frozenset[str]
    in_examinations: frozenset[str]


def counted_systems_of(project_system: str) -> CountedSystems:
    """HPO and the project's own CodeSystem hold nothing but findings; most of LOINC is laboratory."""
    always = frozenset({HPO, project_system})
    return CountedSystems(always, always | {SNOMED_CT, ICD_10_CM}, always | {SNOMED_CT, ICD_10_CM, LOINC})


OBSERVED_AS_FINDING = 1
OBSERVED_AS_MEASUREMENT = 2


def observed_codes(tables: CodeTables, project_system: str) -> dict[Code, int]:
    """What an Observation with this code is read for; 0 for codes that are known and read for nothing."""
    observed: dict[Code, int] = {(row.system_uri, row.code): 0 for row in tables.sites}
    observed |= {(row.system_uri, row.code): 0 for row in tables.qualifiers}
    for own in tables.project:
        observed[(project_system, own.code)] = OBSERVED_AS_FINDING if own.kind == "sign" else 0
    observed |= {(row.system_uri, row.code): OBSERVED_AS_FINDING for row in tables.findings}
    observed |= {(row.system_uri, row.code): OBSERVED_AS_FINDING for row in tables.unmapped}
    for lab in tables.labs:
        code = (lab.system_uri or project_system, lab.code or lab.result)
        observed[code] = observed.get(code, 0) | (OBSERVED_AS_MEASUREMENT if lab.use != "never" else 0)
    for order in tables.orders:
        if _recognised(order):
            code = (order.system_uri, order.code)
            observed[code] = observed.get(code, 0) | OBSERVED_AS_MEASUREMENT
    return observed


def _on(row: LabRow | SiteRow | FindingRow) -> bool:
    return row.verified == "yes"


def _recognised(row: OrderRow) -> bool:
    return row.verified == "yes" and row.use in ("order", "recognise") and row.specific == "yes"


def _grouped(pairs: Iterable[tuple[Code, Value]]) -> dict[Code, tuple[Value, ...]]:
    groups: dict[Code, list[Value]] = {}
    for code, value in pairs:
        groups.setdefault(code, []).append(value)
    return {code: tuple(values) for code, values in groups.items()}


def finding_rows(tables: CodeTables, project_system: str) -> dict[Code, tuple[FindingRow, ...]]:
    """Codes that assert a sign or ask for one, and the project's own code of each sign.

    A sign that the tables only ask for (a graded one) is a question in the project's CodeSystem too.
    """
    rows = [row for row in tables.findings if _on(row) and row.role != "non-specific"]
    asserted = {row.sign for row in rows if row.role == "finding"}
    asked = {row.sign for row in rows if row.role == "question"} - asserted
    own = [_own_sign(code.code, code.display, project_system, asked) for code in tables.project if code.kind == "sign"]
    return _grouped(((row.system_uri, row.code), row) for row in [*rows, *own])


def _own_sign(key: str, display: str, system: str, asked: set[str]) -> FindingRow:
    if key in asked:
        return FindingRow(system, key, display, key, "", "", "by-value", "question", "", "yes", "")
    return FindingRow(system, key, display, key, "", "", "present", "finding", "", "yes", "")


def silent_codes(tables: CodeTables) -> dict[Code, str]:
    """Codes of findings that never decide, and codes whose row is off, with the reason."""
    silent = {(row.system_uri, row.code): row.reason for row in tables.unmapped}
    for row in tables.findings:
        if row.role == "non-specific":
            # What follows the first clause says where the code was seen, not why it decides nothing.
            silent.setdefault((row.system_uri, row.code), row.note.partition(";")[0])
        elif not _on(row):
            silent.setdefault((row.system_uri, row.code), "its row is switched off: nobody has verified the code")
    return silent


def diagnoses(tables: CodeTables, rules: ReadingRules) -> CodeIndex[Diagnosis]:
    """Diagnoses by code and by the beginning of a code."""
    rows = [row for row in tables.conditions if row.verified == "yes" and row.condition]
    exact = (((row.system_uri, row.code), _diagnosis(row, rules)) for row in rows if row.match == "exact")
    beginnings = (((row.system_uri, row.code), _diagnosis(row, rules)) for row in rows if row.match == "prefix")
    return CodeIndex(_grouped(exact), _by_system(_grouped(beginnings)))


def _diagnosis(row: ConditionRow, rules: ReadingRules) -> Diagnosis:
    display = row.display.casefold()
    history = any(word in display for word in rules.conditions.history_words)
    if row.system_uri == ICD_10_CM:
        history = history or row.code.startswith(rules.conditions.history_icd_prefixes)
    by_code = row.laterality == "by code"
    says_sequela = any(word in display for word in rules.conditions.sequelae.said_by)
    return Diagnosis(row.condition, row.limb, "" if by_code else row.laterality, by_code, history, says_sequela)


def _by_system(groups: Mapping[Code, tuple[Value, ...]]) -> dict[str, dict[str, tuple[Value, ...]]]:
    systems: dict[str, dict[str, tuple[Value, ...]]] = {}
    for (system, code), values in groups.items():
        systems.setdefault(system, {})[code] = values
    return systems


def medication_index(rows: list[MedicationRow]) -> CodeIndex[MedicationRow]:
    """Medications by code."""
    exact = (((row.system_uri, row.code), row) for row in rows if row.match == "exact")
    beginnings = (((row.system_uri, row.code), row) for row in rows if row.match != "exact")
    return CodeIndex(_grouped(exact), _by_system(_grouped(beginnings)))


def ingredient_names(rows: list[MedicationRow]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Names of ingredients with their medication, by their first word."""
    names: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        words = WORD.findall(row.display.casefold()) if row.level == "ingredient" else []
        if words:
            names.setdefault(words[0], []).append((" ".join(words), row.medication))
    return {word: tuple(sorted(set(found))) for word, found in names.items()}


def done_when_of(tables: CodeTables, content: str) -> dict[str, DoneWhen]:
    """What settles each composite action. ``content`` names the content folder in the ContentError for an expression
    that cannot be read."""
    texts = {row.action: row.done_when for row in tables.orders if row.done_when}
    return {action: _parsed(action, text, tables, content) for action, text in texts.items()}


def _parsed(action: str, text: str, tables: CodeTables, content: str) -> DoneWhen:
    name = f"{content}/terminology/orders.csv"
    try:
        expression = parse_done_when(text)
    except ValueError as error:
        raise ContentError([ContentFault(name, 0, f"done_when of {action}: {error}")]) from error
    if len({row.done_when for row in tables.orders if row.action == action}) > 1:
        raise ContentError([ContentFault(name, 0, f"{action} has more than one done_when")])
    return expression


def lab_rows(tables: CodeTables, project_system: str) -> dict[Code, LabRow]:
    """Codes of measurements. A row without a code is a code of the project itself, which nobody has to verify."""
    standard = {(row.system_uri, row.code): row for row in tables.labs if row.code and _on(row)}
    return {**standard, **{(project_system, row.result): row for row in tables.labs if not row.code}}


def order_rows(tables: CodeTables) -> dict[Code, tuple[OrderRow, ...]]:
    """Codes that order an action, or show that it is ordered or done."""
    return _grouped(((row.system_uri, row.code), row) for row in tables.orders if _recognised(row))


def site_rows(tables: CodeTables, project_system: str) -> dict[Code, dict[str, SiteRow]]:
    """Body sites by code and context, the project's own among them."""
    sites: dict[Code, dict[str, SiteRow]] = {}
    for row in tables.sites:
        if _on(row):
            sites.setdefault((row.system_uri, row.code), {})[row.context] = row
    for own in tables.project:
        if own.kind in ("site", "muscle", "reflex"):
            row = SiteRow(project_system, own.code, own.display, own.code, own.kind, "", "any", "yes")
            sites[(project_system, own.code)] = {"any": row}
    return sites


def qualifier_values(tables: CodeTables) -> dict[Code, dict[str, str]]:
    """What qualifier and answer codes mean, by axis."""
    qualifiers: dict[Code, dict[str, str]] = {}
    for row in tables.qualifiers:
        if row.verified == "yes" and row.code:
            qualifiers.setdefault((row.system_uri, row.code), {})[row.axis] = row.value
    return qualifiers


def nihss_items(tables: CodeTables) -> dict[str, NihssItem]:
    """The items of the NIH Stroke Scale by their LOINC code."""
    scores: dict[str, dict[Code, int | None]] = {}
    maximum: dict[str, int] = {}
    for row in tables.nihss:
        maximum[row.item_code] = int(row.item_max)
        score = int(row.score) if row.score else None
        scores.setdefault(row.item_code, {})[(row.answer_system, row.answer_code)] = score
    return {item: NihssItem(maximum[item], scores[item]) for item in scores}
