"""Entries of actions, and the rules over them (knowledge.md 3.1, 4.1 P7 and P8, 4.3 D1 to D5)."""

from __future__ import annotations

from collections.abc import Iterator

from cds_service.catalogue.codes import code_lines
from cds_service.catalogue.entry import Entry, Line, listed
from cds_service.catalogue.sources import sources
from cds_service.knowledge.actions import Action, OrderRules
from cds_service.knowledge.in_words import Names
from cds_service.knowledge.in_words.said import series
from cds_service.knowledge.model import Knowledge


def action_entry(key: str, action: Action, names: Names, knowledge: Knowledge) -> Entry:
    """One thing that can be suggested: its order, its question, and for how long it counts as done."""
    facts = (
        *listed("What it is", [f"`{key}`, {'an order' if action.kind == 'order' else 'advice'}"]),
        *listed("On the card", [action.suggest] if action.suggest != action.label else []),
        *listed("Question", [action.question] if action.question else []),
        *listed("With it", knowledge.actions.order_lines(key)),
        *listed("Counts as done for", [f"{action.window} days" if action.window else "never: it is always suggested"]),
        *listed("Parts", [member.label for member in action.members.values()]),
        *listed("Urgent", ["yes"] if action.urgent else []),
        *listed("Not before", [f"{action.occurs_after_days} days"] if action.occurs_after_days else []),
        *_asked_by(key, names),
        *sources(action.references, names),
    )
    rows = [row for row in knowledge.terminology.tables.orders if row.action == key]
    return Entry("action", key, action.label, facts, code_lines(rows))


def _asked_by(key: str, names: Names) -> Iterator[Line]:
    for strength in ("must", "may"):
        asking = [
            names.pattern(pattern.key)
            for pattern in names.clinical.patterns.values()
            if any(key in row.actions and row.strength == strength for row in pattern.suggests)
        ]
        yield from listed(f"{strength.capitalize()} be suggested for", asking)


def order_rules(rules: OrderRules, names: Names) -> Iterator[Line]:
    """Every rule over suggestions, a line each."""

    def actions(keys: tuple[str, ...]) -> str:
        return series([names.action(key) for key in keys], "or")

    yield 0, f"**Cards:** {rules.most_cards} at most, beyond these only critical ones"
    for row in rules.replacements:
        yield 0, f"**Under {row.under_years} years:** {actions(row.actions)} becomes {names.action(row.by)}"
    for conflict in rules.conflicts:
        yield 0, f"**Asked for together:** {names.action(conflict.action)} removes {actions(conflict.removes)}"
    for withdrawn in rules.withdrawn:
        shown = series(list(withdrawn.with_indicators), "or")
        yield 0, f"**Not beside a card that is {shown}:** {actions(withdrawn.actions)}"
    yield 0, f"**A draft counts for:** {rules.draft_days} days"
    yield 0, f"**For a critical pattern an active order counts for:** {rules.critical_order_days} days"
    for normal in rules.recent_normal:
        sign, action = names.sign(normal.sign), names.action(normal.action)
        yield 0, f'**{sign} in the last {normal.within_days} days:** {action} is may, not must ("{normal.note}")'
    for coverage in rules.coverage:
        yield 0, f"**Covers also:** {names.action(coverage.action)} covers {actions(coverage.covers)}"
    for expedite in rules.expedite:
        action, on_record = names.action(expedite.action), names.action(expedite.on_record)
        yield 0, f'**Not covered:** {action} by {on_record} ("{expedite.note}")'
    yield 0, f"**A declined action is shown without a button for:** {rules.declined_days} days"
    for reopen in rules.reopen:
        what = [names.action(key) for key in reopen.actions] + [f"every {group} study" for group in reopen.groups]
        shown = series([names.pattern(key) for key in reopen.patterns], "or")
        yield 0, f"**Asked for again after {reopen.result_days} days while shown, {shown}:** {', '.join(what)}"
