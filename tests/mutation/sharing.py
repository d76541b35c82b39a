"""The places of a run shared among processes, each with its own copy of the content and its own battery."""

from __future__ import annotations

import multiprocessing
import shutil
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from cds_service.knowledge import locate, terminology
from tests.mutation.mutants import Mutant, Place, mutant_at

SHIPPED = locate.content_folder()
Fate = tuple[Mutant, str]


def fates_of(chosen: list[Place], jobs: int, until: float) -> Iterator[Fate]:
    """The fates, each process with a copy of the content and the whole battery."""
    shares = [(chosen[number::jobs], until) for number in range(jobs)]
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        for fates in pool.imap_unordered(_share, shares):
            yield from fates


def _share(share: tuple[list[Place], float]) -> list[Fate]:
    places, until = share
    with tempfile.TemporaryDirectory() as folder:
        content = Path(shutil.copytree(SHIPPED, Path(folder) / SHIPPED.name))
        # Every module that reads the content is imported after this, so that it reads the copy.
        locate.content_folder = lambda: content
        terminology.load_terminology = cache(terminology.load_terminology)
        return list(_fates(places, content, until))


def _fates(places: list[Place], copy: Path, until: float) -> Iterator[Fate]:
    from tests.mutation.battery import Battery, collect, passes

    asked = collect()
    passing = [one for one in asked if passes(one)]
    if len(passing) < len(asked):
        print(f"{len(asked) - len(passing)} tests fail on the shipped content and are left out", flush=True)
    battery = Battery(passing, copy)
    for place in places:
        if time.monotonic() > until:
            return
        mutant = mutant_at(place, SHIPPED)
        if mutant is not None:
            yield mutant, battery.fate(mutant)
