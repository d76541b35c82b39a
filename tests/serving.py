"""``cds serve`` in a process of its own, for tests and the benchmark."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import httpx

START_SECONDS = 60


@dataclass(frozen=True)
class Served:
    """A running server: where it is, which process it is, and what it printed and logged so far."""

    url: str
    pid: int
    log: Path


@contextmanager
def served(log: Path, command: Sequence[str] = ("-m", "cds_service", "serve")) -> Iterator[Served]:
    """Run a server on a free port until the block is left. Its output is in ``log``."""
    port = _free_port()
    with log.open("wb") as output:
        arguments = [sys.executable, *command, "--port", str(port)]
        process = subprocess.Popen(arguments, stdout=output, stderr=subprocess.STDOUT)
    try:
        running = Served(f"http://127.0.0.1:{port}", process.pid, log)
        _wait_until_it_answers(running, process)
        yield running
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_until_it_answers(running: Served, process: subprocess.Popen[bytes]) -> None:
    give_up = monotonic() + START_SECONDS
    while True:
        try:
            httpx.get(f"{running.url}/health/ready")
        except httpx.TransportError:
            if process.poll() is not None or monotonic() > give_up:
                raise RuntimeError(f"the server did not start:\n{running.log.read_text()}") from None
            sleep(0.05)
        else:
            return


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
