"""The places of a run shared among processes, each with its own copy of the content and its own battery."""

from __future__ import annotations

import atexit
import multiprocessing
import shutil
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from cds_service.knowledge import load_terminology, locate
from tests.mutation.mutants import Mutant, Place, mutant_at

if TYPE_CHECKING:
    from tests.mutation.battery import Battery

SHIPPED = locate.content_folder()
Fate = tuple[Mutant, str]
_OF_THIS_PROCESS: list[Battery] = []


def fates_of(places: list[Place], jobs: int, until: float) -> Iterator[Fate]:
    """What becomes of the mutants at ``places``, as they are asked; ends at the moment ``until`` (monotonic)."""
    with multiprocessing.get_context("spawn").Pool(jobs, initializer=_prepare) as pool:
        for fate in pool.imap_unordered(_fate_at, places):
            if fate is not None:
                yield fate
            if time.monotonic() > until:
                return


def _prepare() -> None:
    """Give this process a copy of the content, and collect the tests that read it."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    content = Path(shutil.copytree(SHIPPED, Path(folder) / SHIPPED.name))
    # Every module that reads the content is imported after this, so that it reads the copy.
    locate.content_folder = lambda: content
    load_terminology.load_terminology = cache(load_terminology.load_terminology)
    from tests.mutation.battery import Battery, collect, passes

    asked = collect()
    passing = [one for one in asked if passes(one)]
    left_out = len(asked) - len(passing)
    print(f"{len(passing)} tests" + (f"; {left_out} that fail already are left out" if left_out else ""), flush=True)
    _OF_THIS_PROCESS.append(Battery(passing, content))


def _fate_at(place: Place) -> Fate | None:
    mutant = mutant_at(place, SHIPPED)
    return None if mutant is None else (mutant, _OF_THIS_PROCESS[0].fate(mutant))
