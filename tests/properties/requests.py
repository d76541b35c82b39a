"""Vignettes as raw material: a request taken apart and put together again."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from cds_service.authoring.render import load_fixture
from tests.vignettes.routes import TODAY, shipped_knowledge, within
from tests.vignettes.vignette import Vignette

Json = dict[str, Any]

vignettes = st.sampled_from(within(shipped_knowledge()))


def request_of(vignette: Vignette) -> Json:
    """The vignette's request of today, a fresh copy."""
    return copy.deepcopy(_rendered(vignette.request_path))


def bundles_of(request: Json) -> Iterator[Json]:
    """Every Bundle of the prefetch that has entries."""
    for value in request["prefetch"].values():
        if isinstance(value, dict) and value.get("entry"):
            yield value


def statements_of(request: Json) -> list[tuple[str, int | None]]:
    """Every answerable statement among the Observations: an id, and the number of a component of a panel.

    A panel without a value states nothing itself; what qualifies a finding (its onset, its side) is no statement.
    Laboratory results are no findings.
    """
    found: list[tuple[str, int | None]] = []
    for observation in _observations(request):
        if _is_laboratory(observation):
            continue
        if _is_panel(observation):
            found += [(observation["id"], number) for number, _ in enumerate(observation.get("component", ()))]
        else:
            found.append((observation["id"], None))
    return found


def without(request: Json, statement: tuple[str, int | None]) -> Json:
    """The request with one statement deleted, wherever it stands."""
    changed = copy.deepcopy(request)
    wanted, number = statement
    if number is not None:
        for observation in _observations(changed):
            if observation["id"] == wanted:
                del observation["component"][number]
        return changed
    for bundle in bundles_of(changed):
        bundle["entry"] = [entry for entry in bundle["entry"] if entry["resource"]["id"] != wanted]
        for entry in bundle["entry"]:
            if "contained" in entry["resource"]:
                entry["resource"]["contained"] = [c for c in entry["resource"]["contained"] if c["id"] != wanted]
    return changed


def not_recorded(request: Json, statement: tuple[str, int | None], reason: str) -> Json:
    """The request with one statement's answer replaced by a dataAbsentReason."""
    changed = copy.deepcopy(request)
    wanted, number = statement
    for observation in _observations(changed):
        if observation["id"] == wanted:
            _answer_nothing(observation if number is None else observation["component"][number], reason)
    return changed


def _answer_nothing(stated: Json, reason: str) -> None:
    for member in [name for name in stated if name.startswith("value") or name == "interpretation"]:
        del stated[member]
    system = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
    stated["dataAbsentReason"] = {"coding": [{"system": system, "code": reason}]}


def _observations(request: Json) -> Iterator[Json]:
    for bundle in bundles_of(request):
        for entry in bundle["entry"]:
            if entry["resource"]["resourceType"] == "Observation":
                yield entry["resource"]
                yield from entry["resource"].get("contained", ())


def _is_laboratory(observation: Json) -> bool:
    return any(coding["code"] == "laboratory" for c in observation.get("category", ()) for coding in c["coding"])


def _is_panel(observation: Json) -> bool:
    return "panel" in observation["id"]


@cache
def _rendered(path: Path) -> Json:
    return load_fixture(path, TODAY)
