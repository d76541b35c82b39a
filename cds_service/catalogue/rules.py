"""Rules between patterns, and between findings and signs: precedence, regions, what counts, criteria fields."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from cds_service.catalogue.entry import Line, fact
from cds_service.catalogue.patterns import conditional
from cds_service.knowledge.in_words import Names, say
from cds_service.knowledge.in_words.said import series
from cds_service.knowledge.model import Clinical


def precedence_rules(names: Names) -> Iterator[Line]:
    """Which pattern is shown when several fire."""
    rules = names.clinical.precedence
    yield 0, "**Order of cards:** the indicator (critical, warning, info), then the tier, then the order of this page"
    for row in rules.specific_first:
        text = f"**When it fires:** {_patterns(row.fires, names)}"
        yield from conditional(f"{text}, these are not shown", row.when, names)
        yield from ((1, f"not shown: {names.pattern(key)}") for key in _ordered(row.silences, names))
    yield 0, f"**An emergency (tier {rules.emergency_tier}) silences** every other tier"
    yield 1, f"but keeps: {_patterns(rules.kept_in_emergency, names)}"
    yield 1, f"silences nothing itself: {_patterns(rules.silences_nothing, names)}"
    for key, tiers in sorted(rules.removes_tiers.items()):
        yield 1, f"removes tier {series([str(tier) for tier in sorted(tiers)], 'and')}: {names.pattern(key)}"
    yield from _known_disease(names)
    yield from _times(names)
    yield from _ends(names)


def _known_disease(names: Names) -> Iterator[Line]:
    for row in names.clinical.precedence.known_disease:
        yield from fact(f"What is known is not shown ({row.rule}), if", say(row.when, names))
        if row.tiers:
            yield 1, f"not shown: tier {series([str(tier) for tier in sorted(row.tiers)], 'and')}"
        yield from ((1, f"not shown: {names.pattern(key)}") for key in _ordered(row.silences, names))


def _times(names: Names) -> Iterator[Line]:
    rules = names.clinical.precedence
    yield (
        0,
        (
            f"**Tier {rules.newest_tier} needs a finding of the last** {rules.newest_days} days, "
            f"but for: {_patterns(rules.newest_not_for, names)}"
        ),
    )
    yield 0, f'**An answered emergency** is information: "{rules.answered_summary}"'
    yield 1, f"never answered: {_patterns(rules.never_answered, names)}"
    kept = f"still shown beside it: {_patterns(rules.kept_when_answered, names)}"
    yield from conditional(kept, rules.kept_when, names, 1)


def _ends(names: Names) -> Iterator[Line]:
    rules = names.clinical.precedence
    yield from fact("At the end of life, that is", say(rules.end_of_life, names))
    yield 1, f'summary: "{rules.end_of_life_summary}"'
    yield 1, f"still asks for its actions: {_patterns(rules.kept_at_end_of_life, names)}"
    dropped = series([names.action(key) for key in sorted(rules.dropped_at_end_of_life)], "and")
    yield 1, f"but never: {dropped}"
    yield from fact("In palliative care, that is", say(rules.palliative, names))
    yield 1, f'summary: "{rules.palliative_summary}"'
    for label, unless in rules.separators:
        yield from fact(f'"{label}" is named as not recorded, unless', say(unless, names))


def _patterns(keys: Collection[str], names: Names) -> str:
    return series([names.pattern(key) for key in _ordered(keys, names)], "or") if keys else "none"


def _ordered(keys: Collection[str], names: Names) -> list[str]:
    return [key for key in names.clinical.precedence.order if key in keys]


def region_rules(clinical: Clinical) -> Iterator[Line]:
    """What makes a region, and how a finding without a site is read."""
    for key, region in clinical.anatomy.regions.items():
        sites = [site.label for site in clinical.anatomy.sites.values() if site.region == key and not site.roots]
        yield 0, f"**{region.label}:** `{key}`"
        yield 1, f"places: {', '.join(sites)}"
        yield 1, f"a normal finding speaks for the whole region at: {', '.join(map(clinical.site_label, region.whole))}"
        reflexes = [site.label for site in clinical.anatomy.sites.values() if site.region == key and site.muscle]
        yield 1, f"reflexes: {', '.join(reflexes) or 'none'}"
        signs = [sign.label for sign in clinical.signs.values() if sign.region == key]
        yield 1, f"signs that are always of this region: {', '.join(signs) or 'none'}"


def finding_rules(names: Names) -> Iterator[Line]:
    """What is left out, and what is only logged."""
    rules = names.clinical.sign_rules
    yield from fact("Left out", say(rules.old_problems.hidden, names))
    yield from fact("unless", say(rules.old_problems.unless, names))
    for name, condition in rules.guards:
        yield from fact(f"Logged as `{name}`", say(condition, names))
    unsited = names.clinical.findings.unsited_negatives
    limbs = series([names.site(limb) for limb in unsited.limbs], "and")
    yield (
        0,
        (
            f"**A normal finding without a site** counts for the {names.site(unsited.count_at)} on a day when "
            f"{names.sign(unsited.graded)} was graded in {limbs} on both sides"
        ),
    )
    remarks = names.clinical.findings.remarks
    yield 0, f"**Printed when a sign of weight {' or '.join(remarks.gone.weights)} is gone:** {remarks.gone.text}"
    for name, remark in (("power improved", remarks.improved), ("reflexes differ", remarks.asymmetric)):
        yield 0, f"**Printed when {name}** by {remark.by} or more on {remark.scale}: {remark.text}"
    limits = names.clinical.findings.limits
    yield (
        0,
        (
            f"**Of a record** {limits.findings} findings are read and {limits.weighed} current ones weighed, "
            f"signs present before normal findings and the newest first; of those that say the same of one place and "
            f"day {limits.alike}; "
            f"beyond that the first card says: {limits.text}"
        ),
    )


def criteria_rules(names: Names) -> Iterator[Line]:
    """The criteria fields: what each counts."""
    content = names.clinical.criteria
    yield from fact("Told only for", say(content.applies, names))
    yield from fact("Progressive", say(content.progressive, names))
    yield from fact("Not progressive", say(content.not_progressive, names))
    yield from fact("UMN counts", say(content.umn, names))
    yield from fact("LMN counts", say(content.lmn, names))
    yield from _gold_coast(names)
    yield from fact(f"{content.el_escorial.title}: laboratory support", say(content.el_escorial.laboratory, names))
    yield from fact(f"{content.awaji.title}: LMN counts", say(content.awaji.lmn, names))
    yield from ((0, f"**Value `{key}` is said as:** {words}") for key, words in content.words.items())


def _gold_coast(names: Names) -> Iterator[Line]:
    content = names.clinical.criteria.gold_coast
    yield from fact(f"{content.title}: UMN counts", say(content.umn, names))
    for label, selection in (
        ("weak", content.weak), ("wasted", content.wasted), ("denervated", content.denervated),
        ("preserved reflex, in a weak and wasted muscle", content.preserved_reflex),
    ):  # fmt: skip
        yield from fact(f"{content.title}: {label}", say(selection, names))
    for region, muscles in content.muscles.items():
        yield 0, f"**{content.title}: affected muscles needed in the {names.region(region)}:** {muscles}"
    for region, condition in content.also_enough.items():
        yield from fact(f"{content.title}: enough in the {names.region(region)}", say(condition, names))
