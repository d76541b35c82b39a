"""A HAPI FHIR JPA server in a process of its own, on a free port, until the tests are over."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import httpx

from tests.hapi.install import cache_folder, class_path

START_SECONDS = 240
_JAVA = ("java", "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""The server lives for minutes: the first compiler is enough, and starts it in half of the time."""


class DidNotStart(Exception):
    """The server did not answer in time. The message is one line that names its log."""


@contextmanager
def hapi_running() -> Iterator[tuple[str, Path | None]]:
    """The FHIR base URL of a running HAPI server, and its log.

    ``CDS_TEST_FHIR_URL`` names one that runs already; it is used as it is, without a log. Raises CannotInstall or
    DidNotStart.
    """
    given = os.environ.get("CDS_TEST_FHIR_URL", "").rstrip("/")
    if given:
        yield given, None
        return
    log = cache_folder() / f"hapi-{os.getpid()}.log"
    classes = class_path()
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*_JAVA, "-cp", classes, "HapiForTests", "127.0.0.1", "0"], stdout=output, stderr=subprocess.STDOUT
        )
    try:
        yield _wait_until_it_answers(process, log), log
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_until_it_answers(process: subprocess.Popen[bytes], log: Path) -> str:
    give_up = monotonic() + START_SECONDS
    while monotonic() < give_up and process.poll() is None:
        sleep(0.5)
        port = re.search(r"^HAPI listens on (\d+)$", log.read_text(errors="replace"), re.MULTILINE)
        if port and _answers(base := f"http://127.0.0.1:{port[1]}/fhir"):
            return base
    how = f"stopped with {process.poll()}" if process.poll() is not None else f"did not answer in {START_SECONDS} s"
    raise DidNotStart(f"the HAPI FHIR server {how}; its log is {log}")


def _answers(base: str) -> bool:
    try:
        return b"CapabilityStatement" in httpx.get(f"{base}/metadata", timeout=60).content
    except (httpx.HTTPError, ValueError):
        return False
