"""Headless Chromium on a page of ours, from an origin of its own; nothing between it and the servers."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, Queue
from urllib.parse import urlencode

from tests.hapi.install import install_commands
from tests.hooks.requests import Json

PAGE = Path(__file__).parent / "sandbox.html"
SECONDS = 90
_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run")


class PageServer:
    """Serves the page, and receives what the page says that happened."""

    def __init__(self) -> None:
        self.happened: Queue[Json] = Queue()
        happened = self.happened

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._answer(PAGE.read_bytes())

            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                happened.put(json.loads(self.rfile.read(length)))
                self._answer(b"")

            def log_message(self, format: str, *arguments: object) -> None:
                """Nothing: the test says what it saw."""

            def _answer(self, body: bytes) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    @contextmanager
    def running(self) -> Iterator[str]:
        """The origin of the page, until the block is left."""
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{self._server.server_port}"
        finally:
            self._server.shutdown()
            self._server.server_close()


def visit(folder: Path, *, service: str, fhir: str, patient_id: str) -> Json:
    """What happened when the page was opened with this service, FHIR server and patient, and clicked by itself."""
    install_commands(["chromium"])
    page = PageServer()
    parameters = {"fhirServiceUrl": fhir, "patientId": patient_id, "serviceDiscoveryURL": f"{service}/cds-services"}
    with page.running() as origin, (folder / "chromium.log").open("wb") as log:
        url = f"{origin}/?{urlencode(parameters | {'act': '1'})}"
        command = ["chromium", *_FLAGS, f"--user-data-dir={folder}/profile", "--remote-debugging-port=0", url]
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
        try:
            return page.happened.get(timeout=SECONDS)
        except Empty:
            raise AssertionError(f"the page said nothing in {SECONDS} s; see {folder}/chromium.log") from None
        finally:
            process.terminate()
            process.wait(timeout=20)
