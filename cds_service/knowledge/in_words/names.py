"""The names that expressions speak of: labels of the content, as links where the catalogue wants them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from cds_service.knowledge.in_words.said import series
from cds_service.knowledge.model import Clinical


@dataclass(frozen=True, slots=True)
class Names:
    """Labels by key. ``linked``: as Markdown links to the entries of the catalogue."""

    clinical: Clinical
    actions: Mapping[str, str] = field(default_factory=dict)
    linked: bool = False

    def link(self, kind: str, key: str, text: str) -> str:
        """``text``, in the catalogue as a link to the entry of ``key``."""
        return f"[{text}](#{kind}-{key})" if self.linked else text

    def sign(self, key: str) -> str:
        return self.link("sign", key, self.clinical.sign_label(key))

    def condition(self, key: str) -> str:
        return self.link("condition", key, self.clinical.conditions[key].label)

    def pattern(self, key: str) -> str:
        """The title in quotes: it may hold commas."""
        return self.link("pattern", key, f'"{self.clinical.patterns[key].title}"')

    def action(self, key: str) -> str:
        return self.link("action", key, self.actions.get(key, _spaced(key)))

    def medication(self, key: str) -> str:
        return _spaced(key)

    def site(self, key: str) -> str:
        return self.clinical.site_label(key)

    def region(self, key: str) -> str:
        return self.clinical.region_label(key)

    def result(self, key: str) -> str:
        return self.clinical.results[key].label if key in self.clinical.results else _spaced(key)

    def unit(self, key: str) -> str:
        """The unit with a blank before it, or nothing."""
        unit = self.clinical.results[key].unit if key in self.clinical.results else ""
        return f" {unit}" if unit else ""

    def term(self, name: str, text: str) -> str:
        return self.link("term", name, text)

    def signs(self, keys: Collection[str], joint: str = "or") -> str:
        """Signs with the groups among them by their own names."""
        return self._grouped("signs", keys, self.clinical.signs, joint)

    def conditions(self, keys: Collection[str], joint: str = "or") -> str:
        """Conditions with the groups among them by their own names."""
        return self._grouped("conditions", keys, self.clinical.conditions, joint)

    def sites(self, keys: Collection[str]) -> str:
        return series([self.site(key) for key in self.clinical.anatomy.sites if key in keys], "or")

    def regions(self, keys: Collection[str], joint: str = "or") -> str:
        return series([self.region(key) for key in self.clinical.anatomy.regions if key in keys], joint)

    def grade(self, scale: str, number: Decimal) -> str:
        """The word of a scale for a number (``4-`` for 3.67), else the number."""
        rows = self.clinical.grade_numbers.items()
        return next(
            (value for (of, value), known in rows if of == scale and known == number), f"{number.normalize():f}"
        )

    def said_as(self, key: str) -> str:
        """An argument of a term: a region, a site, or a number as it stands."""
        return self.region(key) if key in self.clinical.anatomy.regions else self.site(key)

    def _grouped(self, kind: str, keys: Collection[str], known: Collection[str], joint: str) -> str:
        left = set(keys)
        said: list[str] = []
        groups = [term for term in self.clinical.terms.values() if term.kind == kind and len(term.members) > 1]
        for group in sorted(groups, key=lambda term: -len(term.members)):
            if group.members <= left:
                left -= group.members
                said.append(self.term(group.name, group.text))
        one = self.sign if kind == "signs" else self.condition
        return series([*said, *(one(key) for key in known if key in left)] or ["nothing"], joint)


def _spaced(key: str) -> str:
    return key.replace("_", " ")
