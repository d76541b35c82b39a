"""From the tables of anatomy to what each lesion predicts: how often a feature of a place is found (1.5 to 1.8)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from cds_service.knowledge.clinical import Anatomy
from cds_service.knowledge.lesion_content import (
    LesionContent,
    LocalizationContent,
    NerveContent,
    RuleContent,
    Scope,
    StepContent,
)

Place = str
"""A site key, or the compared name of a root, level or nerve."""


@dataclass(frozen=True, slots=True)
class Frequencies:
    """How often a feature of one place is found on the side of the lesion and on the other."""

    same: float = 0.0
    other: float = 0.0


@dataclass(frozen=True, slots=True)
class Lesion:
    """One place of a lesion with its predictions by feature and place. ``prior``: logarithm of how common it is."""

    key: str
    label: str
    sided: bool
    prior: float
    expects: Mapping[str, Mapping[Place, Frequencies]]


@dataclass(frozen=True, slots=True)
class Lesions:
    """Every lesion, and for each feature the places that some lesion makes abnormal.

    ``parts``: for a feature and a site, those of the places that lie in the site (itself left out).
    """

    content: LocalizationContent = field(repr=False)
    lesions: tuple[Lesion, ...] = field(repr=False)
    places: Mapping[str, frozenset[Place]] = field(repr=False)
    parts: Mapping[tuple[str, Place], tuple[Place, ...]] = field(repr=False)
    remembered: dict[tuple[str, ...], tuple[float, ...]] = field(default_factory=dict, repr=False, compare=False)
    """Log-likelihood ratios of every lesion for one kind of observation: computed once, then looked up."""


def compared(name: str) -> str:
    """A name of a root or nerve as it is compared: without blanks and letter case (contract, item 8)."""
    return "".join(name.split()).casefold()


def lesions_of(
    content: LocalizationContent,
    lesions: Mapping[str, LesionContent],
    nerves: Mapping[str, NerveContent],
    anatomy: Anatomy,
) -> Lesions:
    """What every lesion of the tables predicts."""
    compiler = _Compiler(content, nerves, anatomy)
    compiled = [compiler.lesion(key, lesion) for key, lesion in lesions.items()]
    compiled += [compiler.stretch(nerve, number) for nerve in nerves.values() for number in range(len(nerve.course))]
    places = _places(compiled)
    return Lesions(content, tuple(compiled), places, _parts(places, anatomy))


def _places(lesions: Iterable[Lesion]) -> dict[str, frozenset[Place]]:
    found: dict[str, set[Place]] = {}
    for lesion in lesions:
        for feature, places in lesion.expects.items():
            found.setdefault(feature, set()).update(places)
    return {feature: frozenset(places) for feature, places in found.items()}


def _parts(places: Mapping[str, frozenset[Place]], anatomy: Anatomy) -> dict[tuple[str, Place], tuple[Place, ...]]:
    inside = {
        site: frozenset(other for other in anatomy.sites if other != site and anatomy.covers(site, other))
        for site in anatomy.sites
    }
    found = {
        (feature, site): tuple(sorted(known & parts))
        for feature, known in places.items()
        for site, parts in inside.items()
    }
    return {key: parts for key, parts in found.items() if parts}


@dataclass(frozen=True, slots=True)
class _Reach:
    """The places that the scopes of a lesion's rules stand for."""

    main: frozenset[str] = frozenset()
    partial: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    last_segment: int | None = None


class _Compiler:
    def __init__(self, content: LocalizationContent, nerves: Mapping[str, NerveContent], anatomy: Anatomy) -> None:
        self.content, self.nerves, self.anatomy = content, nerves, anatomy
        self.sites = anatomy.sites
        self.order = {segment: number for number, segment in enumerate(content.segments)}
        self.served = [key for key, site in anatomy.sites.items() if site.roots]

    def lesion(self, key: str, lesion: LesionContent) -> Lesion:
        kind = self.content.kinds[lesion.kind]
        prior = float(kind.prior + lesion.prior)
        rules = (*kind.rules, *lesion.rules)
        return Lesion(key, lesion.label, lesion.sided == "yes", prior, self._expects(rules, self._reach(lesion)))

    def stretch(self, nerve: NerveContent, number: int) -> Lesion:
        """A lesion of a nerve at one step of its course: it takes all that leaves there and beyond."""
        kind = self.content.kinds[self.content.nerve_kind]
        beyond = list(self._beyond(nerve.course[number:]))
        step = nerve.course[number]
        rules = (*kind.rules, *(rule for taken in beyond for rule in taken.rules))
        reach = _Reach(
            self._with_reflexes(muscle for taken in beyond for muscle in taken.muscles),
            self._with_reflexes(muscle for taken in beyond for muscle in taken.often),
            tuple(name for taken in beyond for name in taken.names),
        )
        return Lesion(step.key, step.label, True, float(kind.prior + step.prior), self._expects(rules, reach))

    def _beyond(self, course: Iterable[StepContent]) -> Iterator[StepContent]:
        for step in course:
            yield step
            for branch in step.branches:
                yield from self._beyond(self.nerves[branch].course)

    def _with_reflexes(self, muscles: Iterable[str]) -> frozenset[str]:
        found = set(muscles)
        return frozenset(found | {key for key, site in self.sites.items() if site.muscle in found})

    def _of_roots(self, roots: set[str]) -> frozenset[str]:
        return frozenset(key for key in self.served if roots & set(self.sites[key].roots))

    def _of_parts(self, parts: Iterable[str]) -> frozenset[str]:
        wanted = set(parts)
        return self._with_reflexes(key for key in self.served if wanted & set(self.sites[key].plexus))

    def _reach(self, lesion: LesionContent) -> _Reach:
        roots = {*lesion.roots, *lesion.segments}
        served = self._of_parts(lesion.parts) if lesion.parts else self._of_roots(roots)
        by_root = frozenset(key for key in served if not roots or roots & set(self.sites[key].main_roots))
        main = by_root | self._with_reflexes(lesion.muscles)
        last = max((self.order[segment] for segment in lesion.segments), default=None)
        return _Reach(main, served - main, (*lesion.roots, *lesion.segments, *lesion.names), last)

    def _expects(self, rules: Iterable[RuleContent], reach: _Reach) -> dict[str, dict[Place, Frequencies]]:
        expects: dict[str, dict[Place, Frequencies]] = {}
        for rule in rules:
            how = float(self.content.certainty[rule.how])
            found = Frequencies(
                how if rule.side in ("same", "both") else 0.0, how if rule.side in ("other", "both") else 0.0
            )
            places = expects.setdefault(rule.feature, {})
            for place in self._places_of(rule.of, rule, reach):
                before = places.get(place, Frequencies())
                places[place] = Frequencies(max(before.same, found.same), max(before.other, found.other))
        return expects

    def _places_of(self, scope: Scope, rule: RuleContent, reach: _Reach) -> Iterable[Place]:
        if scope == "at":
            return self._within(rule.at) if rule.at else ("",)
        if scope == "main":
            return reach.main
        if scope == "partial":
            return reach.partial
        if scope == "below":
            return [key for key in self.served if self._lies_below(key, reach)]
        if scope == "skin":
            return self._skin(reach.names)
        if scope == "level":
            return self._level_names(reach)
        below = self._names_below(reach, self.content.level_reach if scope == "below_level" else 0)
        return self._skin(below) if scope == "below_skin" else [compared(name) for name in below]

    def _within(self, sites: Iterable[str]) -> set[str]:
        return {key for site in sites for key in self.sites if self.anatomy.contains(site, key)}

    def _lies_below(self, key: str, reach: _Reach) -> bool:
        roots = self.sites[key].main_roots or self.sites[key].roots
        places = [self.order[root] for root in roots if root in self.order]
        return reach.last_segment is not None and bool(places) and min(places) > reach.last_segment

    def _skin(self, names: Iterable[str]) -> set[Place]:
        """The dermatomes and territories by name, and their sites with all that lies in them."""
        wanted = list(names)
        sites = {site for name in wanted for site in self.content.skin.get(name, ())}
        return {compared(name) for name in wanted} | self._within(sites)

    def _level_names(self, reach: _Reach) -> list[Place]:
        reach_to = (reach.last_segment or 0) + self.content.level_reach
        own = [compared(name) for name in reach.names]
        return [
            "",
            *own,
            *(compared(n) for n, place in self.order.items() if (reach.last_segment or 0) < place <= reach_to),
        ]

    def _names_below(self, reach: _Reach, beyond: int) -> list[str]:
        if reach.last_segment is None:
            return []
        return [name for name, place in self.order.items() if place > reach.last_segment + beyond]
