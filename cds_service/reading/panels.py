"""Panels: what a member takes from the Observation or report that names it (contract, Findings 3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from cds_service.reading.codings import Raw, references
from cds_service.reading.records import Record
from cds_service.reading.valid import Unreadable, valid
from cds_service.reading.when import OBSERVED
from cds_service.reading.whose import Whose

_HIGHEST = 8
"""How many panels above a member are looked at: panels may refer to each other in a circle."""


@dataclass(frozen=True, slots=True)
class Inherited:
    """What a member without its own takes from its panels."""

    members: dict[str, Any] = field(default_factory=dict)

    def completed(self, resource: dict[str, Any]) -> dict[str, Any]:
        """``resource`` with the body site, method and time of its panel where it has none itself."""
        own_time = any(name in resource for name in OBSERVED)
        lent = {name: value for name, value in self.members.items() if not (name in OBSERVED and own_time)}
        return {**lent, **resource}


class Panels:
    """The panels and reports of the patient, by the members that they name."""

    def __init__(self, records: Iterable[Record], whose: Whose, withdrawn: str) -> None:
        self._panels: dict[str, list[Record]] = {}
        self._valid: dict[int, dict[str, Any]] = {}
        for record in records:
            if whose.owns(record) and record.resource.get("status") != withdrawn:
                for reference in references(record.resource, "hasMember", "result"):
                    self._panels.setdefault(_target(reference, record), []).append(record)

    def inherited(self, record: Record) -> Inherited:
        """What ``record`` takes from its panels: of the nearest that has it, in the order of their references."""
        members: dict[str, Any] = {}
        level, seen = [record], {id(record.resource)}
        for _ in range(_HIGHEST):
            level = [panel for member in level for panel in self._above(member) if id(panel.resource) not in seen]
            seen |= {id(panel.resource) for panel in level}
            for panel in sorted(level, key=lambda panel: (panel.reference, panel.full_url)):
                _lend(self._members_of(panel), members)
            if not level:
                break
        return Inherited(members)

    def _above(self, record: Record) -> list[Record]:
        names = {record.reference}
        if record.full_url:
            names.add(_by_url(record.full_url, record.bundle))
        return [panel for name in sorted(names) for panel in self._panels.get(name, [])]

    def _members_of(self, panel: Record) -> dict[str, Any]:
        key = id(panel.resource)
        if key not in self._valid:
            try:
                resource = valid(panel.resource)
            except Unreadable:
                resource = {}
            self._valid[key] = {name: resource[name] for name in ("bodySite", "method", *OBSERVED) if name in resource}
        return self._valid[key]


def _lend(lent: Raw, members: dict[str, Any]) -> None:
    timed = any(name in members for name in OBSERVED)
    for name, value in lent.items():
        if not (name in OBSERVED and timed):
            members.setdefault(name, value)


def _target(reference: str, record: Record) -> str:
    """The name of a reference's target, as ``Panels`` knows its records."""
    if reference.startswith("#"):
        return f"{(record.container or record).reference}{reference}"
    if reference.startswith("urn:"):
        return _by_url(reference, record.bundle)
    return "/".join(reference.partition("/_history/")[0].rsplit("/", 2)[-2:])


def _by_url(url: str, bundle: int) -> str:
    return f"{bundle} {url}"
