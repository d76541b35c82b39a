"""How reading's view of the anatomy is loaded from ``anatomy/*.yaml``."""

from __future__ import annotations

from pathlib import Path

from cds_service.knowledge.places import Places
from cds_service.knowledge.strict_yaml import Items, Members, Text, read_yaml


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
