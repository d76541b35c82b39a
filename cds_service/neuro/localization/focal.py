"""The focal algorithm: root, nerve and plexus candidates of one limb (knowledge.md 1.7).

    focus = focal(facts, negatives, anatomy)

``facts`` are the active positive facts that may count (``[f for fs in view.active.values() for f in fs]``),
``negatives`` the active explicit negatives (those of ``view.absent``), ``anatomy`` is ``clinical.anatomy``. The result
is always a ``Focal``. ``focus.confined`` is the first condition of 1.7: weakness, atrophy, fasciculations, reflex loss
and flaccidity lie in one limb on one side. The other condition stays with the caller, who knows the regions: the limb's
region is LMN-positive, or no region has UMN signs and ``focus.has_weak_muscle`` (for root, nerve and plexus patterns).

What each rule asks for:
- root: ``root_candidates`` ("1.7 gives a root candidate"), ``satisfied_root`` (1.7.6), ``root_sensory`` (radicular pain
  or a dermatomal loss in the limb whose grade, if it has one, is a candidate) and ``root`` to print ("C7").
- nerve: ``nerve`` (lowest common, empty where none), ``trunk``, ``satisfied_nerve``, ``territory_sensory``.
- plexus: ``spans_two_trunk_nerves``, ``satisfied_plexus``, ``plexus`` ("brachial"), ``plexus_candidates``.
- tie or one muscle only: ``inseparable``.
Names of roots, nerves and plexuses are those of the content. Where the whole body is asked for (several motor nerves),
``affected_muscles`` and ``trunk_nerve`` answer without the limb.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cds_service.knowledge.clinical import Anatomy
from cds_service.neuro.facts import Fact, FactSide


@dataclass(frozen=True, slots=True)
class Focal:
    """What the signs of one limb say. Candidates are names of the content, best supported first; ids are finding ids.

    ``muscles``: W of 1.7. ``explains``: the motor, reflex and sensory findings of the limb that were used.
    ``against``: for each root or nerve candidate the normal muscles and reflexes that it serves (1.7.4).
    ``sensory_nerves``: nerves whose territory has lost sensation (1.7.5).
    """

    confined: bool = False
    limb: str = ""
    side: FactSide = "unknown"
    muscles: tuple[str, ...] = ()
    has_weak_muscle: bool = False
    root_candidates: tuple[str, ...] = ()
    nerve_candidates: tuple[str, ...] = ()
    plexus_candidates: tuple[str, ...] = ()
    plexus: str = ""
    trunk_nerves: tuple[str, ...] = ()
    sensory_nerves: tuple[str, ...] = ()
    root_sensory: tuple[str, ...] = ()
    territory_sensory: tuple[str, ...] = ()
    satisfied_root: bool = False
    satisfied_nerve: bool = False
    satisfied_plexus: bool = False
    explains: tuple[str, ...] = ()
    against: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def root(self) -> str:
        """The root to print: the best supported candidate, empty where there is none."""
        return self.root_candidates[0] if self.root_candidates else ""

    @property
    def nerve(self) -> str:
        """The lowest nerve common to every muscle, empty where there is none."""
        return self.nerve_candidates[0] if self.nerve_candidates else ""

    @property
    def trunk(self) -> str:
        """The trunk nerve of ``nerve``: the last of its chain."""
        return self.nerve_candidates[-1] if self.nerve_candidates else ""

    @property
    def spans_two_trunk_nerves(self) -> bool:
        """Whether the muscles belong to two or more trunk nerves."""
        return len(self.trunk_nerves) > 1

    @property
    def inseparable(self) -> bool:
        """Root or nerve cannot be told: one muscle only, or both satisfied, without a sensory sign (1.7.6)."""
        if not (self.root_candidates and self.nerve_candidates):
            return False
        tie = len(self.muscles) == 1 or (self.satisfied_root and self.satisfied_nerve)
        return tie and not (self.root_sensory or self.territory_sensory)


def focal(facts: Sequence[Fact], negatives: Sequence[Fact], anatomy: Anatomy) -> Focal:
    """The focal algorithm on active positives and explicit negatives; no candidates unless confined to a limb."""
    place = _confined_to(facts, anatomy)
    if place is None:
        return Focal()
    limb, side = place
    here = [fact for fact in facts if _in_limb(fact, limb, anatomy) and _same_side(fact.side, side)]
    normal = [fact for fact in negatives if _in_limb(fact, limb, anatomy) and _same_side(fact.side, side)]
    if not affected_muscles(here, anatomy):
        return Focal(confined=True, limb=limb, side=side)
    of_this_side = [fact for fact in facts if _same_side(fact.side, side)]
    return _Limb(limb, side, here, normal, of_this_side, anatomy).focal()


def affected_muscles(facts: Iterable[Fact], anatomy: Anatomy) -> dict[str, tuple[str, ...]]:
    """Each muscle with weakness, wasting, fasciculations or a lost reflex, and the findings that say so (1.7 W)."""
    found: dict[str, list[str]] = {}
    for fact in facts:
        muscle = _muscle_of(fact, anatomy)
        if muscle:
            found.setdefault(muscle, []).append(fact.id)
    return {muscle: tuple(dict.fromkeys(found[muscle])) for muscle in sorted(found)}


def trunk_nerve(muscle: str, anatomy: Anatomy) -> str:
    """The trunk nerve of a muscle: the last of its chain (1.5), empty where the table has none."""
    nerves = anatomy.sites[muscle].nerves
    return nerves[-1] if nerves else ""


def _muscle_of(fact: Fact, anatomy: Anatomy) -> str:
    site = anatomy.sites.get(fact.site)
    if site is None:
        return ""
    if fact.sign in anatomy.focal.reflex_lost:
        return site.muscle or (fact.site if site.is_muscle else "")
    return fact.site if fact.sign in anatomy.focal.motor and site.is_muscle else ""


def _confined_to(facts: Iterable[Fact], anatomy: Anatomy) -> tuple[str, FactSide] | None:
    """The one limb and side of every motor sign; None where one lies elsewhere or its place is not known.

    A sign of unknown side may be of either side (1.3); a sign without a limb may be anywhere, so nothing is confined.
    """
    reads = anatomy.focal
    deficits = [fact for fact in facts if fact.sign in {*reads.motor, *reads.reflex_lost, *reads.slack}]
    limbs = {next((limb for limb in reads.limbs if anatomy.contains(limb, fact.site)), "") for fact in deficits}
    sides: set[FactSide] = {fact.side for fact in deficits if fact.side != "unknown"}
    if len(limbs) != 1 or "" in limbs or len(sides) > 1:
        return None
    return limbs.pop(), sides.pop() if sides else "unknown"


def _in_limb(fact: Fact, limb: str, anatomy: Anatomy) -> bool:
    return anatomy.contains(limb, fact.site)


def _same_side(side: FactSide, of: FactSide) -> bool:
    return side == of or "unknown" in (side, of)


def plain(name: str) -> str:
    """A name of a root or nerve as it is compared: without blanks and letter case (contract, item 8)."""
    return "".join(name.split()).casefold()


def _names(anatomy: Anatomy) -> frozenset[str]:
    """Every root and nerve of the table, as names are compared."""
    return frozenset(plain(name) for site in anatomy.sites.values() for name in (*site.roots, *site.nerves))


class _Limb:
    """One limb's affected muscles with everything that bears on them.

    ``here`` and ``normal`` are the positives and negatives of the limb and side; ``facts`` those of this side anywhere:
    a graded root or nerve tells its limb though no site is recorded.
    """

    def __init__(
        self, limb: str, side: FactSide, here: list[Fact], normal: list[Fact], facts: list[Fact], anatomy: Anatomy
    ) -> None:
        self.limb, self.side, self.here, self.normal, self.facts = limb, side, here, normal, facts
        self.anatomy, self.reads, self.names = anatomy, anatomy.focal, _names(anatomy)
        self.muscles = tuple(affected_muscles(here, anatomy))
        self.sites = [anatomy.sites[muscle] for muscle in self.muscles]
        self.trunks = tuple(dict.fromkeys(trunk_nerve(muscle, anatomy) for muscle in self.muscles))

    def focal(self) -> Focal:
        """Everything that 1.7 says of this limb."""
        roots, nerves, plexus = self._roots(), self._nerves(), self._plexus()
        root_signs = self._sensory({*self.reads.dermatome, *self.reads.root_pain}, roots)
        territories = self._sensory(set(self.reads.territory), self._limb_nerves())
        own = [fact for fact in territories if self._named(fact) in {plain(nerve) for nerve in nerves}]
        against = {name: found for name in (*roots, *nerves) if (found := self._against(name))}
        graded = {self._named(fact) for fact in root_signs} - {""}
        several = len(self.trunks) > 1
        return Focal(
            confined=True,
            limb=self.limb,
            side=self.side,
            muscles=self.muscles,
            has_weak_muscle=any(self._is_weak_muscle(fact) for fact in self.here),
            root_candidates=tuple(
                sorted(
                    roots, key=lambda root: (plain(root) not in graded, -self._mains(root), len(against.get(root, ())))
                )
            ),
            nerve_candidates=nerves,
            plexus_candidates=_common([site.plexus for site in self.sites]),
            plexus=plexus,
            trunk_nerves=self.trunks,
            sensory_nerves=tuple(sorted({self._named(fact) for fact in territories} - {""})),
            root_sensory=_ids(root_signs),
            territory_sensory=_ids([fact for fact in territories if fact in own or not self._named(fact)]),
            satisfied_root=bool(roots) and (several or bool(graded) or self._reflex_agrees()),
            satisfied_nerve=bool(nerves) and (len(self.muscles) > 1 or bool(own)),
            satisfied_plexus=several and not roots and bool(plexus),
            explains=_ids([fact for fact in self.here if _muscle_of(fact, self.anatomy)] + root_signs + territories),
            against=against,
        )

    def _is_weak_muscle(self, fact: Fact) -> bool:
        return fact.sign in self.reads.weak and self.anatomy.sites[fact.site].is_muscle

    def _roots(self) -> list[str]:
        main = {root for site in self.sites for root in site.main_roots}
        return [root for root in _common([site.roots for site in self.sites]) if root in main]

    def _mains(self, root: str) -> int:
        return sum(root in site.main_roots for site in self.sites)

    def _nerves(self) -> tuple[str, ...]:
        return _common([site.nerves for site in self.sites])

    def _plexus(self) -> str:
        """The plexus to which every muscle belongs, empty where they belong to several or to none."""
        belonging = (
            plexus
            for plexus, parts in self.reads.plexuses.items()
            if all(set(site.plexus) & set(parts) for site in self.sites)
        )
        return next(belonging, "")

    def _limb_nerves(self) -> set[str]:
        sites = self.anatomy.sites
        return {n for key, site in sites.items() if self.anatomy.contains(self.limb, key) for n in site.nerves}

    def _sensory(self, signs: set[str], names: Iterable[str]) -> list[Fact]:
        """Sensory signs of this limb: of one of the names, or without a name and recorded in the limb."""
        wanted = {plain(name) for name in names}
        of_the_signs = [fact for fact in self.facts if fact.sign in signs]
        return [
            fact
            for fact in of_the_signs
            if (self._placed(fact) and self._named(fact) in wanted)
            or (not self._named(fact) and _in_limb(fact, self.limb, self.anatomy))
        ]

    def _named(self, fact: Fact) -> str:
        """The root or nerve that a finding carries as its grade, empty where it carries none (or another grade)."""
        name = plain(fact.grade.value) if fact.grade else ""
        return name if name in self.names else ""

    def _placed(self, fact: Fact) -> bool:
        """Whether a named sensory sign may be of this limb: recorded in it, or without a place of its own."""
        return _in_limb(fact, self.limb, self.anatomy) or fact.region is None

    def _reflex_agrees(self) -> bool:
        """Whether a lost reflex and a dermatome are of one root (1.7.6)."""
        lost = [self.anatomy.sites[fact.site] for fact in self.here if fact.sign in self.reads.reflex_lost]
        arcs = {plain(root) for site in lost for root in site.roots}
        return any(
            self._named(fact) in arcs for fact in self.facts if fact.sign in self.reads.dermatome and self._placed(fact)
        )

    def _against(self, name: str) -> tuple[str, ...]:
        """Normal muscles and reflexes that a root or nerve serves. They weaken it; they never delete it (1.7.4)."""
        affected = {fact.site for fact in self.here if _muscle_of(fact, self.anatomy)}
        return _ids(
            fact
            for fact in self.normal
            if fact.sign in {*self.reads.weak, *self.reads.reflex_lost}
            and fact.site not in affected
            and name in {*self.anatomy.sites[fact.site].roots, *self.anatomy.sites[fact.site].nerves}
        )


def _common(names: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """What every list holds, in the order of the first."""
    return tuple(name for name in names[0] if all(name in others for others in names))


def _ids(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact.id for fact in facts))
