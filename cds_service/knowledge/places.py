"""What reading needs of the anatomy: which site lies in which, and how nerves are called (``anatomy/*.yaml``)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cds_service.knowledge.strict_yaml import Items, Members, Text, read_yaml


@dataclass(frozen=True, slots=True)
class Places:
    """Sites with everything that contains them; ``everywhere`` are the sites that contain every other.

    ``nerves`` are their names, by the name in small letters without blanks.
    """

    containers: dict[str, frozenset[str]]
    everywhere: frozenset[str]
    nerves: dict[str, str]

    def lies_in(self, inner: str, outer: str) -> bool:
        """Whether ``inner`` is narrower than ``outer``: another place, and it lies inside."""
        if inner == outer or self.same_place(inner, outer):
            return False
        return outer in self.containers.get(inner, frozenset()) or outer in self.everywhere

    def same_place(self, one: str, other: str) -> bool:
        """Whether two keys name one place (a part of the body and its muscle)."""
        return one in self.containers.get(other, frozenset()) and other in self.containers.get(one, frozenset())


def load_places(folder: Path) -> Places:
    """The containment of sites of the content folder, through any number of steps."""
    parents: dict[str, set[str]] = {}
    everywhere: set[str] = set()
    nerves: dict[str, str] = {}
    for path in sorted((folder / "anatomy").glob("*.yaml")):
        node = read_yaml(path, folder.parent)
        for key, site in node.items() if isinstance(node, Members) else ():
            members = site if isinstance(site, Members) else Members()
            parents[str(key)] = {
                str(members[link]) for link in ("in", "same_as") if isinstance(members.get(link), Text)
            }
            if "contains" in members:
                everywhere.add(str(key))
            named = members.get("nerves")
            for nerve in named if isinstance(named, Items) else ():
                nerves["".join(str(nerve).split()).casefold()] = str(nerve)
    return Places({key: _above(key, parents) for key in parents}, frozenset(everywhere), nerves)


def _above(key: str, parents: dict[str, set[str]]) -> frozenset[str]:
    seen: set[str] = set()
    waiting = list(parents[key])
    while waiting:
        parent = waiting.pop()
        if parent not in seen and parent != key:
            seen.add(parent)
            waiting += parents.get(parent, set())
    return frozenset(seen)
