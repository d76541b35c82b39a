"""Which keys the code tables and ``reading.yaml`` use, so that the content that defines them can be checked."""

from __future__ import annotations

from dataclasses import dataclass

from cds_service.knowledge.reading_rules import ReadingRules
from cds_service.knowledge.terminology_rows import CodeTables


@dataclass(frozen=True, slots=True)
class Keys:
    """Every key used, by kind. ``result_fields`` are those that reading gives; scales those that grades name."""

    signs: frozenset[str]
    sites: frozenset[str]
    conditions: frozenset[str]
    actions: frozenset[str]
    medications: frozenset[str]
    scales: frozenset[str]
    result_fields: frozenset[str]


def keys_of(tables: CodeTables, rules: ReadingRules) -> Keys:
    """The keys used by the tables and the reading rules."""
    project = {kind: {row.code for row in tables.project if row.kind == kind} for kind in _KINDS}
    return Keys(
        signs=_without_empty({row.sign for row in tables.findings} | project["sign"] | _signs_of(rules)),
        sites=_without_empty(
            {row.site for row in tables.findings}
            | {row.site for row in tables.sites}
            | {row.limb for row in tables.conditions}
            | project["site"]
            | project["muscle"]
            | project["reflex"]
            | {rules.no_site, *rules.same_as_no_site}
        ),
        conditions=_without_empty({row.condition for row in tables.conditions} | _conditions_of(rules)),
        actions=_without_empty({row.action for row in tables.orders} | _actions_of(rules)),
        medications=_without_empty(
            {row.medication for row in tables.medications} | set(rules.medications.only_by_route)
        ),
        scales=frozenset(project["scale"] | set(rules.scales)),
        result_fields=frozenset(_fields_of(rules)),
    )


_KINDS = ("sign", "site", "muscle", "reflex", "scale", "result")


def _without_empty(keys: set[str]) -> frozenset[str]:
    return frozenset(keys - {""})


def _signs_of(rules: ReadingRules) -> set[str]:
    signs = {*rules.graded, *rules.reflex_signs, *rules.further_answers, *rules.family_history}
    for graded in rules.graded.values():
        signs |= {meaning.sign or "" for meanings in graded.answers.values() for meaning in meanings}
    for counted in rules.counted:
        signs |= {counted.sign, counted.fewer}
    for course in rules.course.values():
        signs |= {course.sign, course.otherwise}
    return signs | {sign for group in rules.graded_findings for sign in group.signs}


def _conditions_of(rules: ReadingRules) -> set[str]:
    conditions = {key for keys in rules.family_history.values() for key in keys}
    conditions |= {*rules.conditions.kept_when_resolved, *rules.conditions.from_procedures}
    conditions |= set(rules.conditions.sequelae.conditions)
    moved = (rule.with_condition for rule in rules.value_signs.values())
    return conditions | {limit.condition for limit in moved if limit}


def _actions_of(rules: ReadingRules) -> set[str]:
    return {key for pair in rules.orders.by_priority for key in (pair.routine, pair.urgent)}


def _fields_of(rules: ReadingRules) -> set[str]:
    return {name for rule in rules.results.values() for name in (rule.field, rule.flag_field) if name}
