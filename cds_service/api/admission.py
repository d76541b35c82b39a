"""How many calls are answered at once: one more gets 503 at once instead of a place in an ever longer queue."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from cds_service.errors import RequestError

MAX_OPEN_CALLS = 64
"""Calls of one worker whose bodies may be in memory together; at 20 MB each that is a bound, not an aim."""

_RETRY_AFTER_S = 1


class Admission:
    """Counts the open calls of this worker. Used from its event loop only, so it needs no lock."""

    def __init__(self, max_open_calls: int = MAX_OPEN_CALLS) -> None:
        self._max_open_calls = max_open_calls
        self._open_calls = 0

    @contextmanager
    def admitted(self) -> Iterator[None]:
        """Hold a place for one call. Raises RequestError (503 with Retry-After) where all are taken."""
        if self._open_calls >= self._max_open_calls:
            message = "The service is overloaded: try again after the time in Retry-After."
            raise RequestError(503, message, code="throttled", retry_after=_RETRY_AFTER_S)
        self._open_calls += 1
        try:
            yield
        finally:
            self._open_calls -= 1
