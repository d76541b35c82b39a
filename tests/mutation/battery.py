"""The tests that a mutant of the content is asked, collected once and called in this process.

Every test reads the content where ``content_folder`` says; here that is the copy that is being changed. What tests
remember between calls is forgotten before each mutant.
"""

from __future__ import annotations

import contextlib
import io
import sys
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from cds_service.errors import ContentError
from cds_service.knowledge.load import load_knowledge
from tests.mutation.mutants import Mutant

CHAPTERS = (
    "tests/patterns",
    "tests/neuro",
    "tests/criteria",
    "tests/vignettes/test_vignettes.py",
)
ONE_ROUTE = "test_findings_by_their_keys_give_the_expected_answer"
"""Of the vignettes the clinical core's own route, on one day."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One test with its arguments."""

    name: str
    call: Callable[[], Any]


@dataclass(slots=True)
class _Collected:
    """A pytest plugin that keeps the collected tests instead of running them."""

    asked: list[Asked] = field(default_factory=list)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        for item in session.items:
            if isinstance(item, pytest.Function) and _is_asked(item):
                self.asked.append(Asked(item.nodeid, _call(item)))


def _is_asked(item: pytest.Function) -> bool:
    arguments = set(item.callspec.params) if hasattr(item, "callspec") else set()
    if "tests/vignettes" in item.nodeid.replace(".", "/") and ONE_ROUTE not in item.nodeid:
        return False
    needs_other_fixtures = set(item._fixtureinfo.argnames) - arguments
    return not needs_other_fixtures and not ("2028" in item.nodeid or "2027-03" in item.nodeid or "2032" in item.nodeid)


def _call(item: pytest.Function) -> Callable[[], Any]:
    arguments = dict(item.callspec.params) if hasattr(item, "callspec") else {}
    return lambda: item.obj(**arguments)


def collect() -> list[Asked]:
    """The tests of the chapters, those of patterns first."""
    collected = _Collected()
    with contextlib.redirect_stdout(io.StringIO()) as said:
        code = pytest.main(["--collect-only", "-qq", "-p", "no:cacheprovider", *CHAPTERS], [collected])
    assert code == pytest.ExitCode.OK, f"the tests could not be collected ({code!r}):\n{said.getvalue()}"
    return collected.asked


class Battery:
    """Asks mutants. Tests that noticed a mutant come first for the next: mutants of one file die of the same tests."""

    def __init__(self, asked: list[Asked], copy: Path) -> None:
        self.copy = copy
        self.asked = asked
        self.lately: deque[Asked] = deque(maxlen=60)

    def fate(self, mutant: Mutant) -> str:
        """``killed by TEST``, ``refused`` (the loader does not take it) or ``survived``."""
        path = self.copy / mutant.file
        shipped = path.read_text(encoding="utf-8")
        path.write_text(mutant.text, encoding="utf-8")
        forget()
        try:
            return self._fate(mutant)
        finally:
            path.write_text(shipped, encoding="utf-8")

    def _fate(self, mutant: Mutant) -> str:
        try:
            load_knowledge(self.copy)
        except (ContentError, ValueError, KeyError, TypeError, AssertionError):
            return "refused"
        for asked in self._in_order(mutant):
            if not passes(asked):
                if asked not in self.lately:
                    self.lately.appendleft(asked)
                return f"killed by {asked.name}"
        return "survived"

    def _in_order(self, mutant: Mutant) -> Iterator[Asked]:
        first = [asked for asked in self.asked if Path(mutant.file).stem in asked.name]
        yield from dict.fromkeys([*self.lately, *first, *self.asked])


FAILURES = (
    AssertionError,
    ArithmeticError,
    AttributeError,
    ContentError,
    LookupError,
    RuntimeError,
    StopIteration,
    TypeError,
    ValueError,
    pytest.fail.Exception,
)
"""What a test, or the service on broken content, raises."""


def passes(asked: Asked) -> bool:
    """Whether a test passes now."""
    try:
        asked.call()
    except FAILURES:
        return False
    return True


def forget() -> None:
    """Clear everything that tests remember of the content."""
    for name, module in list(sys.modules.items()):
        if name.startswith("tests."):
            for value in vars(module).values():
                clear = getattr(value, "cache_clear", None)
                if clear is not None:
                    clear()
