"""How the tables of localization are read, joined and refused with file and line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from cds_service.errors import ContentError, ContentFault
from cds_service.knowledge.clinical import Anatomy
from cds_service.knowledge.lesion_content import LesionContent, LocalizationContent, NerveContent, RuleContent
from cds_service.knowledge.lesions import Lesions, lesions_of
from cds_service.knowledge.strict_yaml import Model, nearest, read_yaml, validate


class Tables(Protocol):
    """Reads every entry of the files that match."""

    def table(self, pattern: str, model: type[Model]) -> dict[str, Model]:
        """The entries by key."""


def load_lesions(folder: Path, tables: Tables, anatomy: Anatomy, signs: Iterable[str]) -> Lesions:
    """``localization.yaml`` with the lesions and nerves of ``anatomy/``. Raises ContentError with every unknown key."""
    content = validate(read_yaml(folder / "localization.yaml", folder.parent), LocalizationContent)
    lesions = tables.table("anatomy/lesions/*.yaml", LesionContent)
    nerves = tables.table("anatomy/nerves/*.yaml", NerveContent)
    faults = _Faults(content, anatomy, lesions, nerves, frozenset(signs)).faults()
    if faults:
        raise ContentError([ContentFault("localization.yaml and anatomy/", 1, text) for text in faults])
    return lesions_of(content, lesions, nerves, anatomy)


class _Faults:
    """Keys of one table that another does not define, and muscles that a nerve's course forgets."""

    def __init__(
        self,
        content: LocalizationContent,
        anatomy: Anatomy,
        lesions: Mapping[str, LesionContent],
        nerves: Mapping[str, NerveContent],
        signs: frozenset[str],
    ) -> None:
        self.content, self.anatomy, self.lesions, self.nerves, self.signs = content, anatomy, lesions, nerves, signs
        self.steps = [step for nerve in nerves.values() for step in nerve.course]

    def faults(self) -> list[str]:
        """Every fault in words."""
        return [*self._unknown(), *self._courses()]

    def _unknown(self) -> list[str]:
        rules = list(self._rules())
        entries = [*self.lesions.values()]
        muscles = [m for e in entries for m in e.muscles] + [m for s in self.steps for m in (*s.muscles, *s.often)]
        names = [name for e in entries for name in e.names] + [name for step in self.steps for name in step.names]
        checks: tuple[tuple[str, Iterable[str], Iterable[str]], ...] = (
            ("sign", (sign for feature in self.content.features.values() for sign in feature.signs), self.signs),
            ("feature", (rule.feature for rule in rules), self.content.features),
            ("certainty", (rule.how for rule in rules), self.content.certainty),
            ("site", (site for rule in rules for site in rule.at), self.anatomy.sites),
            ("site", (site for sites in self.content.skin.values() for site in sites), self.anatomy.sites),
            ("muscle", muscles, self.anatomy.sites),
            ("kind", (lesion.kind for lesion in entries), self.content.kinds),
            ("segment", (s for lesion in entries for s in (*lesion.roots, *lesion.segments)), self.content.segments),
            ("skin", names, self.content.skin),
            ("nerve", (branch for step in self.steps for branch in step.branches), self.nerves),
        )
        return [
            f'no {what} is called "{word}".{nearest(word, known)}'
            for what, used, known in checks
            for word in sorted(set(used) - set(known))
        ]

    def _rules(self) -> Iterable[RuleContent]:
        for kind in self.content.kinds.values():
            yield from kind.rules
        for lesion in self.lesions.values():
            yield from lesion.rules
        for step in self.steps:
            yield from step.rules

    def _courses(self) -> list[str]:
        """A muscle is in the course of exactly the lowest nerve of its chain, where that nerve has a course."""
        lowest = {key: site.nerves[0] for key, site in self.anatomy.sites.items() if site.is_muscle and site.nerves}
        faults = []
        for nerve in self.nerves.values():
            in_course = {muscle for step in nerve.course for muscle in (*step.muscles, *step.often)}
            of_table = {muscle for muscle, name in lowest.items() if name == nerve.name}
            faults += [
                f'the table of muscles and the course of the {nerve.name} nerve differ in "{muscle}"'
                for muscle in sorted(in_course ^ of_table)
            ]
        return faults
