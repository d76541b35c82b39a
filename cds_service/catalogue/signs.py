"""Entries of signs, sites, scales and diagnoses."""

from __future__ import annotations

from collections.abc import Iterator

from cds_service.catalogue.codes import code_lines, sign_codes
from cds_service.catalogue.entry import Entry, Line, fact, listed
from cds_service.catalogue.sources import sources
from cds_service.knowledge.clinical import ScaleContent, SignContent, SiteContent
from cds_service.knowledge.in_words import Names, say
from cds_service.knowledge.in_words.said import series
from cds_service.knowledge.in_words.tests import CLASSES, WEIGHTS
from cds_service.knowledge.model import Knowledge


def sign_entry(key: str, sign: SignContent, names: Names, knowledge: Knowledge) -> Entry:
    """One sign: class, weight, region, window, rules of its own, and the codes that mean it."""
    region = names.region(sign.region) if sign.region else "that of its site"
    facts = (
        *listed("Key", [f"`{key}`"]),
        *listed("Class", [CLASSES[sign.sign_class]]),
        *listed("Weight", [WEIGHTS[sign.weight]] if sign.weight != "-" else []),
        *_weight_rules(key, names),
        *listed("Region", [region]),
        *listed("Window", [_window(sign)]),
        *_readings(key, names),
        *listed("Note", [sign.note] if sign.note else []),
        *sources(sign.references, names),
    )
    return Entry("sign", key, sign.label, facts, sign_codes(key, knowledge.terminology))


def _window(sign: SignContent) -> str:
    if sign.window is None:
        return "none: a record stays active"
    problems = "also for the problem list" if sign.window_for_problems else "an entry of the problem list stays active"
    return f"a record stays active for {sign.window} days; {problems}"


def _weight_rules(key: str, names: Names) -> Iterator[Line]:
    for rule in names.clinical.sign_rules.weights:
        if rule.sign == key:
            yield from fact(f"Weight is {WEIGHTS[rule.weight]}", say(rule.when, names))


def _readings(key: str, names: Names) -> Iterator[Line]:
    for rule in names.clinical.sign_rules.readings:
        if rule.sign == key:
            yield from fact(f"Reads as {names.sign(rule.becomes)}", say(rule.when, names))
    for row in names.clinical.findings.normalize:
        if row.sign == key:
            yield 0, f"**Reads as {names.sign(row.becomes)}:** in the {names.sites(row.at)}"


def scale_entry(sign: str, scale: str, content: ScaleContent, names: Names) -> Entry:
    """One scale of one graded sign: what each grade says is there, and is not there."""
    facts = (
        *listed("Grades", [f"{names.sign(sign)} on the scale {scale}"]),
        *(line for row in content.rows for line in listed(f"Grade {' or '.join(row.values)}", [_grade(row, names)])),
        *listed("Note", [content.note] if content.note else []),
        *sources(content.references, names),
    )
    return Entry("scale", f"{sign}-{scale}", f"{names.clinical.sign_label(sign)}: {scale}", facts)


def _grade(row: object, names: Names) -> str:
    present, absent, note = (getattr(row, member) for member in ("present", "absent", "note"))
    said = [
        names.signs(present, "and") if present else "",
        f"not {names.signs(absent, 'or')}" if absent else "",
        note,
    ]
    return "; ".join(text for text in said if text) or "says nothing"


def site_entry(key: str, site: SiteContent, names: Names, knowledge: Knowledge) -> Entry:
    """One place of the body; of a muscle its roots and nerves, of a reflex its muscle."""
    facts = (
        *listed("Key", [f"`{key}`"]),
        *listed("Region", [names.region(site.region) if site.region else "none"]),
        *listed("Part of", [names.site(site.within)] if site.within else []),
        *listed("The same place as", [names.site(site.same_as)] if site.same_as else []),
        *listed("Muscle", [names.site(site.muscle)] if site.muscle else []),
        *listed("Roots", [_roots(site)] if site.roots else []),
        *listed("Plexus", [series(list(site.plexus), "and")] if site.plexus else []),
        *listed("Nerves, from the lowest", [", ".join(site.nerves)] if site.nerves else []),
        *listed("Test", [site.test] if site.test else []),
        *sources(site.references, names),
    )
    rows = [row for row in knowledge.terminology.tables.sites if row.site == key]
    return Entry("site", key, site.label, facts, code_lines(rows))


def _roots(site: SiteContent) -> str:
    main = f" (mainly {', '.join(site.main_roots)})" if site.main_roots != site.roots and site.main_roots else ""
    return f"{', '.join(site.roots)}{main}"


def condition_entry(key: str, names: Names, knowledge: Knowledge) -> Entry:
    """One diagnosis that rules look at."""
    content = names.clinical.conditions[key]
    day = "the oldest record" if content.day == "oldest-recorded" else "the newest onset"
    groups = [
        names.term(term.name, term.text)
        for term in names.clinical.terms.values()
        if term.kind == "conditions" and key in term.members
    ]
    facts = (
        *listed("Key", [f"`{key}`"]),
        *listed("Its day", [day]),
        *listed("Counts as", groups),
    )
    rows = [row for row in knowledge.terminology.tables.conditions if row.condition == key]
    return Entry("condition", key, content.label, facts, code_lines(rows))


def medication_entry(key: str, names: Names, knowledge: Knowledge) -> Entry:
    """One medicine or exposure that rules look at."""
    rows = [row for row in knowledge.terminology.tables.medications if row.medication == key]
    return Entry("medication", key, names.medication(key), tuple(listed("Key", [f"`{key}`"])), code_lines(rows))


def result_entry(key: str, names: Names, knowledge: Knowledge) -> Entry:
    """One result that rules read."""
    rows = [row for row in knowledge.terminology.tables.labs if row.result == key and row.use != "never"]
    facts = (*listed("Key", [f"`{key}`"]), *listed("Unit", [names.unit(key).strip()] if names.unit(key) else []))
    return Entry("result", key, names.result(key), facts, code_lines(rows))
