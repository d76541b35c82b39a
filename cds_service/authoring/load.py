"""``cds load``: resources of files into a FHIR server, in transactions; to be run again where it was interrupted."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from time import monotonic, sleep
from typing import TextIO

import httpx
import orjson

from cds_service.authoring.load_files import Json, files_in, resources_in
from cds_service.authoring.load_order import ordered, transaction
from cds_service.errors import ServiceError

BATCH_SIZE = 200
"""Resources of one transaction: large enough to be quick, small enough for a server's limits."""

_HEADERS = {"Accept": "application/fhir+json", "Content-Type": "application/fhir+json"}
_TIMEOUT_S = 300
_BAR_WIDTH = 30
_MOST_SHOWN = 20


class LoadError(ServiceError):
    """Something was not loaded. The message says what the server said about it, or why it was not asked."""


@dataclass(slots=True)
class Loaded:
    """How many resources the server took, and in words those that it refused."""

    resources: int = 0
    refused: list[str] = field(default_factory=list)


def load(path: Path, url: str, as_of: date, *, wait_s: float = 0, output: TextIO = sys.stderr) -> Loaded:
    """Load a file, or every file of a folder, into the FHIR server at ``url``; relative dates count from ``as_of``.

    The server is waited for at most ``wait_s`` seconds. A run that was interrupted is taken up after its last whole
    transaction. Raises OSError or ValueError for a file that cannot be read, and LoadError where the server cannot
    be reached or refused resources (the others are loaded then).
    """
    found = [one for file in files_in(path) for one in resources_in(file, as_of)]
    resources = ordered(found)
    if not resources:
        raise LoadError(f"{path} holds no FHIR resource: expected fixtures, Bundles, resources or NDJSON.")
    batches = [resources[start : start + BATCH_SIZE] for start in range(0, len(resources), BATCH_SIZE)]
    loaded = Loaded()
    with httpx.Client(headers=_HEADERS, timeout=_TIMEOUT_S) as client:
        server = _Server(url.rstrip("/"), client)
        server.wait(wait_s)
        journal = Journal.of(url, batches)
        done = journal.done() if server.holds_last_of(batches, journal.done()) else 0
        for number, batch in enumerate(batches):
            if number >= done:
                _load_batch(server, batch, loaded)
                journal.write(number + 1)
            _show(output, sum(len(one) for one in batches[: number + 1]), len(resources))
    journal.forget()
    if loaded.refused:
        raise LoadError(_refusals(loaded.refused, len(resources)))
    return loaded


@dataclass(frozen=True, slots=True)
class _Server:
    url: str
    client: httpx.Client

    def wait(self, seconds: float) -> None:
        """Return once the server answers ``/metadata``. Raises LoadError after that many seconds."""
        give_up = monotonic() + seconds
        while True:
            try:
                answer = self.client.get(f"{self.url}/metadata")
            except (httpx.HTTPError, httpx.InvalidURL) as fault:
                reason = f"cannot be reached ({fault})"
            else:
                if answer.status_code == 200 and b"CapabilityStatement" in answer.content[:10_000]:
                    return
                reason = f"answers {answer.status_code} to /metadata"
            if monotonic() >= give_up:
                raise LoadError(f"{self.url} {reason}: expected the base URL of a running FHIR server.")
            sleep(1)

    def holds_last_of(self, batches: Sequence[Sequence[Json]], done: int) -> bool:
        """Whether what a journal calls done is there: a server may have been emptied since."""
        if not 0 < done <= len(batches):
            return False
        last = batches[done - 1][-1]
        return self.client.get(f"{self.url}/{last['resourceType']}/{last['id']}").status_code == 200

    def post(self, resources: Sequence[Json]) -> httpx.Response:
        """The answer to a transaction. Raises LoadError where there is none."""
        try:
            return self.client.post(self.url, content=orjson.dumps(transaction(resources)))
        except httpx.HTTPError as fault:
            raise LoadError(f"{self.url} broke off ({fault}); run the same command again to go on.") from fault


@dataclass(frozen=True, slots=True)
class Journal:
    """How many transactions of a load are done, in a file in the user's cache, so that it can be taken up again."""

    file: Path

    @classmethod
    def of(cls, url: str, batches: Sequence[Sequence[Json]]) -> Journal:
        """The journal of just these resources on just this server."""
        digest = hashlib.sha256(url.encode() + b"\n" + orjson.dumps(batches)).hexdigest()[:32]
        return cls(Path.home() / ".cache" / "motor-neuron-signs" / f"load-{digest}")

    def done(self) -> int:
        """The number of transactions that are done; 0 where nothing is known."""
        try:
            return int(self.file.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return 0

    def write(self, done: int) -> None:
        """Remember that so many transactions are done; where there is no cache, only resuming is lost."""
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.write_text(str(done), encoding="ascii")

    def forget(self) -> None:
        """The load is over: the next one puts everything again."""
        with suppress(OSError):
            self.file.unlink(missing_ok=True)


def _load_batch(server: _Server, batch: Sequence[Json], loaded: Loaded) -> None:
    """One transaction; where it is refused, its halves, until the resources to blame stand alone."""
    answer = server.post(batch)
    if answer.is_success:
        loaded.resources += len(batch)
    elif answer.status_code in (401, 403, 404, 405) or answer.status_code >= 500:
        raise LoadError(f"{server.url} answered {answer.status_code} to a transaction: {_reason(answer)}")
    elif len(batch) == 1:
        loaded.refused.append(f"  {batch[0]['resourceType']}/{batch[0]['id']}: {_reason(answer)}")
    else:
        middle = len(batch) // 2
        _load_batch(server, batch[:middle], loaded)
        _load_batch(server, batch[middle:], loaded)


def _refusals(refused: Sequence[str], total: int) -> str:
    more = [f"  and {len(refused) - _MOST_SHOWN} more"] if len(refused) > _MOST_SHOWN else []
    return "\n".join([f"{len(refused)} of {total} resources were refused:", *refused[:_MOST_SHOWN], *more])


def _reason(answer: httpx.Response) -> str:
    """What an OperationOutcome says, else the beginning of the answer."""
    try:
        issues = answer.json()["issue"]
        return "; ".join(str(issue.get("diagnostics", issue.get("code"))) for issue in issues[:3])
    except (ValueError, KeyError, TypeError, AttributeError):
        return answer.text[:200].replace("\n", " ") or "nothing"


def _show(output: TextIO, done: int, total: int) -> None:
    """A bar that moves on a terminal, a line for each transaction elsewhere."""
    if not output.isatty():
        print(f"loaded {done} of {total} resources", file=output)
        return
    filled = _BAR_WIDTH * done // total
    bar = "#" * filled + "." * (_BAR_WIDTH - filled)
    print(f"\r[{bar}] {done} of {total} resources", end="\n" if done == total else "", file=output, flush=True)
