"""``python -m tests.mutation``: change the content place by place, and name what no test noticed.

--sample N     so many places, in an order that mixes all files and is the same in every run (default: 300)
--all          every mutant
--only TEXT    only files whose name contains TEXT
--minutes M    stop after so many minutes and report what was asked until then (default: 30)
--jobs J       processes (default: 2)
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from hashlib import sha256

from cds_service.knowledge.locate import content_folder
from tests.mutation.equivalents import reason_for
from tests.mutation.mutants import Place, places_of
from tests.mutation.sharing import Fate, fates_of

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
SHIPPED = content_folder()


def main() -> int:
    """Run and report; always 0: survivors are for reading, not a gate."""
    options = _options()
    chosen = _chosen(options)
    print(f"{len(chosen)} mutants, {options.jobs} processes, at most {options.minutes} minutes", flush=True)
    fates = []
    for mutant, fate in fates_of(chosen, options.jobs, time.monotonic() + 60 * options.minutes):
        fates.append((mutant, fate))
        if fate == "survived":
            print(f"survived: {mutant.name}", flush=True)
    _report(fates)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description="Mutation run over the content.")
    parser.add_argument("--sample", type=int, default=300, help="so many places, mixed")
    parser.add_argument("--all", action="store_true", help="every mutant")
    parser.add_argument("--only", default="", help="only files whose name contains this")
    parser.add_argument("--minutes", type=float, default=30, help="stop after so many minutes")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    return parser.parse_args()


def _chosen(options: argparse.Namespace) -> list[Place]:
    paths = [path for pattern in FILES for path in sorted(SHIPPED.glob(pattern))]
    places = [place for path in paths if options.only in str(path) for place in places_of(path, SHIPPED)]
    shuffled = sorted(places, key=lambda place: sha256(repr(place).encode()).digest())
    return shuffled if options.all else shuffled[: options.sample]


def _report(fates: list[Fate]) -> None:
    survivors = sorted((mutant for mutant, fate in fates if fate == "survived"), key=lambda mutant: mutant.name)
    equivalent = [mutant for mutant in survivors if reason_for(mutant)]
    unnoticed = [mutant for mutant in survivors if mutant not in equivalent]
    asked = Counter(mutant.file for mutant, fate in fates if fate != "refused")
    killed = asked - Counter(mutant.file for mutant in survivors)
    for file, number in sorted(asked.items()):
        print(f"{file}: {killed[file]} of {number} killed")
    print(f"\n{len(fates) - asked.total()} more were refused by the loader; equivalent:")
    for mutant in equivalent:
        print(f"  {mutant.name}: {reason_for(mutant)}")
    print(f"killed {killed.total()} of {asked.total() - len(equivalent)} that a patient can tell", end=" ")
    print(f"({_share_of(killed.total(), asked.total() - len(equivalent))}); survivors:")
    for mutant in unnoticed:
        print(f"  {mutant.name}")


def _share_of(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "none asked"


if __name__ == "__main__":
    sys.exit(main())
