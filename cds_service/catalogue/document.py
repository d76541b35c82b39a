"""The whole catalogue as sections, in the order in which a neurologist reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cds_service.catalogue import rules
from cds_service.catalogue.actions import action_entry, order_rules
from cds_service.catalogue.entry import Entry, Section
from cds_service.catalogue.patterns import pattern_entry
from cds_service.catalogue.signs import (
    condition_entry,
    medication_entry,
    result_entry,
    scale_entry,
    sign_entry,
    site_entry,
)
from cds_service.catalogue.sources import source_entry
from cds_service.catalogue.terms import term_entry, uses_of_terms
from cds_service.knowledge.in_words import Names
from cds_service.knowledge.in_words.tests import CLASSES
from cds_service.knowledge.model import Knowledge

Vignettes = Mapping[str, Mapping[str, str]]
"""Of each pattern the vignettes that expect it: titles by id."""

TIERS = {
    0: "emergencies",
    1: "known disease and age",
    2: "upper and lower motor neuron patterns",
    3: "focal and named alternatives",
    4: "hyperexcitability",
    5: "overlays and data quality",
}
"""What a tier is."""


def catalogue(knowledge: Knowledge, vignettes: Vignettes, linked: bool = True) -> tuple[Section, ...]:
    """Every section. ``linked``: names of terms, signs, patterns and actions lead to their entries."""
    names = names_of(knowledge, linked)
    return (
        Section(
            "Questions for the neurologist",
            "Decisions to confirm before release.",
            tuple((0, f"{number}. {text}") for number, text in enumerate(knowledge.questions, start=1)),
        ),
        *_pattern_sections(names, vignettes),
        Section("Which pattern is shown", "", tuple(rules.precedence_rules(names))),
        *_vignette_section(names, vignettes),
        Section("Terms", "The words that rules use, and what stands behind each.", (), _terms(names)),
        *_sign_sections(names, knowledge),
        Section("Scales", "What a grade says.", (), _scales(names)),
        Section("Regions", "A region is where a sign is elicited.", tuple(rules.region_rules(names.clinical))),
        Section("What counts", "", tuple(rules.finding_rules(names))),
        Section("Criteria fields", "Never a diagnosis.", tuple(rules.criteria_rules(names))),
        Section("Actions", "What can be suggested.", (), _actions(names, knowledge)),
        Section("Rules over suggestions", "", tuple(order_rules(knowledge.actions.rules, names))),
        Section("Diagnoses", "Diagnoses that change what rules do.", (), _conditions(names, knowledge), False),
        Section("Medicines", "Medicines and exposures that rules read.", (), _medications(names, knowledge), False),
        Section("Results", "Results that rules read.", (), _results(names, knowledge), False),
        Section("Places", "Sites, muscles and reflexes.", (), _sites(names, knowledge), False),
        Section("Sources", "", (), tuple(source_entry(*one) for one in names.clinical.references.items())),
    )


def names_of(knowledge: Knowledge, linked: bool) -> Names:
    """The labels of the content."""
    return Names(knowledge.clinical, {key: one.label for key, one in knowledge.actions.actions.items()}, linked)


def entries(knowledge: Knowledge, vignettes: Vignettes) -> dict[str, dict[str, Entry]]:
    """Every entry without links, by kind and key."""
    found: dict[str, dict[str, Entry]] = {}
    for section in catalogue(knowledge, vignettes, linked=False):
        for entry in section.entries:
            found.setdefault(entry.kind, {})[entry.key] = entry
    return found


def _pattern_sections(names: Names, vignettes: Vignettes) -> Iterator[Section]:
    patterns = [names.clinical.patterns[key] for key in names.clinical.precedence.order]
    for tier in sorted({pattern.tier for pattern in patterns}):
        shown = tuple(
            pattern_entry(pattern, names, vignettes.get(pattern.key, {}))
            for pattern in patterns
            if pattern.tier == tier
        )
        yield Section(f"Patterns of tier {tier}: {TIERS.get(tier, 'others')}", "", (), shown)


def _vignette_section(names: Names, vignettes: Vignettes) -> Iterator[Section]:
    if vignettes:
        keys = names.clinical.precedence.order
        lines = ((0, f"{names.pattern(key)}: {', '.join(vignettes.get(key, ())) or 'none'}") for key in keys)
        yield Section("Vignettes", "Which invented patients exercise each pattern.", tuple(lines))


def _terms(names: Names) -> tuple[Entry, ...]:
    uses = uses_of_terms(names)
    terms = sorted(names.clinical.terms.values(), key=lambda term: term.name)
    return tuple(term_entry(term, uses.get(term.name, []), names) for term in terms)


def _sign_sections(names: Names, knowledge: Knowledge) -> Iterator[Section]:
    for sign_class, words in CLASSES.items():
        signs = {key: sign for key, sign in names.clinical.signs.items() if sign.sign_class == sign_class}
        if signs:
            shown = tuple(sign_entry(key, sign, names, knowledge) for key, sign in signs.items())
            yield Section(f"Signs of the class {words}", "", (), shown)


def _scales(names: Names) -> tuple[Entry, ...]:
    return tuple(
        scale_entry(sign, scale, content, names)
        for sign, by_scale in names.clinical.scales.items()
        for scale, content in by_scale.items()
    )


def _actions(names: Names, knowledge: Knowledge) -> tuple[Entry, ...]:
    return tuple(action_entry(key, action, names, knowledge) for key, action in knowledge.actions.actions.items())


def _conditions(names: Names, knowledge: Knowledge) -> tuple[Entry, ...]:
    return tuple(condition_entry(key, names, knowledge) for key in names.clinical.conditions)


def _medications(names: Names, knowledge: Knowledge) -> tuple[Entry, ...]:
    return tuple(medication_entry(key, names, knowledge) for key in sorted(knowledge.terminology.keys.medications))


def _results(names: Names, knowledge: Knowledge) -> tuple[Entry, ...]:
    return tuple(result_entry(key, names, knowledge) for key in names.clinical.results)


def _sites(names: Names, knowledge: Knowledge) -> tuple[Entry, ...]:
    return tuple(site_entry(key, site, names, knowledge) for key, site in names.clinical.anatomy.sites.items())
