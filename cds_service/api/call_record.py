"""One log line for each call: durations and counts, never anything of a patient."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter

from cds_service.errors import RequestError

_log = logging.getLogger("cds_service.calls")


@dataclass(slots=True)
class CallRecord:
    """What is known of a call so far. ``hook_instance`` is ``-`` until the request was read."""

    service_id: str
    content_version: str
    hook_instance: str = "-"
    status: int = 500
    body_bytes: int = 0
    entries: int = 0
    cards: int = 0


@contextmanager
def recorded(service_id: str, content_version: str) -> Iterator[CallRecord]:
    """A record to fill in while the call is answered; it is logged when the call is over, however it ends."""
    record = CallRecord(service_id, content_version)
    started = perf_counter()
    try:
        yield record
    except RequestError as error:
        record.status = error.status
        raise
    finally:
        _log.info(
            "service=%s hookInstance=%s status=%d ms=%.1f bytes=%d entries=%d cards=%d content=%s",
            record.service_id,
            record.hook_instance,
            record.status,
            (perf_counter() - started) * 1000,
            record.body_bytes,
            record.entries,
            record.cards,
            record.content_version,
        )
