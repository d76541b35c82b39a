"""How much of a record is weighed: rules compare findings with each other, so their number must have a limit.

No examination comes near these limits; a hostile or broken record may. Findings that are present are kept before
normal ones, so that no number of normal findings hides a sign; of either kind the newest. What was left out is
counted and said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from cds_service.knowledge.clinical import Limits
from cds_service.neuro.case import Finding
from cds_service.neuro.facts import Fact


def newest_findings(findings: Iterable[Finding], limits: Limits) -> list[Finding]:
    """The findings that are present, then the normal ones, newest first, as many as the content allows."""
    found = list(set(findings))
    if len(found) <= limits.findings:
        return found
    return sorted(
        found, key=lambda finding: (finding.present, finding.recorded or date.min, repr(finding)), reverse=True
    )[: limits.findings]


def weighed_facts(facts: list[Fact], limits: Limits) -> list[Fact]:
    """The facts that rules compare: of equal statements a few; of active ones those present, then the newest.

    Of several that say the same of one place and day those with the latest onset and the worst grade are kept.
    """
    if len(facts) <= limits.alike:
        return facts
    alike: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        alike[(fact.sign, fact.present, fact.site, fact.side, fact.recorded)].append(fact)
    kept = [fact for group in alike.values() for fact in _few(group, limits.alike)]
    active = [fact for fact in kept if fact.active]
    if len(active) <= limits.weighed:
        return kept
    newest = sorted(active, key=lambda fact: (not fact.present, fact.recorded or 0, fact.id))[: limits.weighed]
    chosen = {id(fact) for fact in newest}
    return [fact for fact in kept if not fact.active or id(fact) in chosen]


def _few(group: list[Fact], most: int) -> list[Fact]:
    return group if len(group) <= most else sorted(group, key=_telling)[:most]


def _telling(fact: Fact) -> tuple[bool, int, Decimal, str]:
    worst = fact.number if fact.number is not None else Decimal("Infinity")
    return fact.onset is None, fact.onset or 0, worst, fact.id
