"""``python -m tests.mutation``: change the content place by place, and name what no test noticed.

    --sample N     so many mutants, spread evenly over all (default: 300)
    --all          every mutant
    --only TEXT    only files whose name contains TEXT
    --minutes M    stop after so many minutes and report what was asked until then (default: 30)
    --jobs J       processes (default: 2)
"""

from __future__ import annotations

import argparse
import multiprocessing
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from cds_service.knowledge import locate
from tests.mutation.mutants import Mutant, mutants_of

FILES = (
    "patterns/*.yaml",
    "terms/*.yaml",
    "precedence.yaml",
    "weights.yaml",
    "findings.yaml",
    "order_rules.yaml",
    "actions/*.yaml",
    "signs/*.yaml",
)
SHIPPED = locate.content_folder()
Fate = tuple[Mutant, str]


def main() -> int:
    """Run and report; always 0: survivors are for reading, not a gate."""
    options = _options()
    chosen = _chosen(options)
    print(f"{len(chosen)} mutants, {options.jobs} processes, at most {options.minutes} minutes", flush=True)
    _report(list(_asked(chosen, options.jobs, time.monotonic() + 60 * options.minutes)))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description="Mutation run over the content.")
    parser.add_argument("--sample", type=int, default=300, help="so many mutants, spread evenly")
    parser.add_argument("--all", action="store_true", help="every mutant")
    parser.add_argument("--only", default="", help="only files whose name contains this")
    parser.add_argument("--minutes", type=float, default=30, help="stop after so many minutes")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    return parser.parse_args()


def _chosen(options: argparse.Namespace) -> list[Mutant]:
    paths = [path for pattern in FILES for path in sorted(SHIPPED.glob(pattern))]
    mutants = [mutant for path in paths if options.only in str(path) for mutant in mutants_of(path, SHIPPED)]
    if options.all or options.sample >= len(mutants):
        return mutants
    return [mutants[number * len(mutants) // options.sample] for number in range(options.sample)]


def _asked(chosen: list[Mutant], jobs: int, until: float) -> Iterator[Fate]:
    """The fates, each process with a copy of the content and the whole battery."""
    shares = [(chosen[number::jobs], until) for number in range(jobs)]
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        for fates in pool.imap_unordered(_share, shares):
            yield from fates


def _share(share: tuple[list[Mutant], float]) -> list[Fate]:
    mutants, until = share
    with tempfile.TemporaryDirectory() as folder:
        content = Path(shutil.copytree(SHIPPED, Path(folder) / SHIPPED.name))
        locate.content_folder = lambda: content
        return list(_fates(mutants, content, until))


def _fates(mutants: list[Mutant], copy: Path, until: float) -> Iterator[Fate]:
    from cds_service.knowledge import load
    from tests.mutation.battery import Battery, collect, passes

    load.load_terminology = cache(load.load_terminology)
    asked = collect()
    passing = [one for one in asked if passes(one)]
    if len(passing) < len(asked):
        print(f"{len(asked) - len(passing)} tests fail on the shipped content and are left out", flush=True)
    battery = Battery(passing, copy)
    for mutant in mutants:
        if time.monotonic() > until:
            return
        yield mutant, battery.fate(mutant)


def _report(fates: list[Fate]) -> None:
    survivors = sorted((mutant for mutant, fate in fates if fate == "survived"), key=lambda mutant: mutant.name)
    asked = Counter(mutant.file for mutant, fate in fates if fate != "refused")
    survived = Counter(mutant.file for mutant in survivors)
    for file, number in sorted(asked.items()):
        print(f"{file}: {number - survived[file]} of {number} killed")
    total = sum(asked.values())
    refused = len(fates) - total
    print(f"\nkilled {total - len(survivors)} of {total} ({_share_of(total - len(survivors), total)}),", end=" ")
    print(f"{refused} more were refused by the loader; survivors:")
    for mutant in survivors:
        print(f"  {mutant.name}")


def _share_of(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "none asked"


if __name__ == "__main__":
    sys.exit(main())
