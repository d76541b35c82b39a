"""A real TCP listener on loopback that answers HTTP as a test scripts it, byte by byte where need be."""

from __future__ import annotations

import gzip
import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from time import sleep
from typing import Any


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it arrived. Names of headers are in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What to send back: ``parts`` of a response one after the other, ``pause`` seconds before each; afterwards the
    connection is kept for the next request, closed (``close``), or left without another byte (``hang``)."""

    parts: tuple[bytes, ...]
    pause: float = 0.0
    hang: bool = False
    close: bool = False


Script = Callable[[Asked], Answer]


def http(
    status: int,
    body: bytes = b"",
    media_type: str = "application/fhir+json",
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """A whole HTTP response."""
    lines = [f"HTTP/1.1 {status} X", f"Content-Type: {media_type}", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def fhir(resource: Any, *, zipped: bool = False) -> Answer:
    """A resource with status 200."""
    body = json.dumps(resource).encode()
    if zipped:
        return Answer((http(200, gzip.compress(body), headers={"Content-Encoding": "gzip"}),))
    return Answer((http(200, body),))


@dataclass(slots=True)
class Listener:
    """Accepts connections until its block is left; ``asked`` and ``connections`` are what came until now."""

    port: int
    script: Script
    tls: ssl.SSLContext | None = None
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0

    @property
    def base(self) -> str:
        """The FHIR base URL that the listener stands for."""
        return f"http://127.0.0.1:{self.port}/fhir"

    @property
    def targets(self) -> list[str]:
        """Path and query of every request, sorted."""
        return sorted(request.target for request in self.asked)


@contextmanager
def listening(script: Script, tls: ssl.SSLContext | None = None) -> Iterator[Listener]:
    """Run a listener with ``script`` on a free port of 127.0.0.1."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as server:
        listener = Listener(server.getsockname()[1], script, tls)
        closing = threading.Event()
        accepting = threading.Thread(target=_accept, args=(server, listener, closing), daemon=True)
        accepting.start()
        try:
            yield listener
        finally:
            closing.set()
            server.shutdown(socket.SHUT_RDWR)
            accepting.join(timeout=5)


def _accept(server: socket.socket, listener: Listener, closing: threading.Event) -> None:
    while not closing.is_set():
        try:
            connection, _ = server.accept()
        except OSError:
            return
        listener.connections += 1
        threading.Thread(target=_serve, args=(connection, listener, closing), daemon=True).start()


def _serve(connection: socket.socket, listener: Listener, closing: threading.Event) -> None:
    with suppress(OSError), _secured(connection, listener.tls) as connection:
        while (asked := _read(connection)) is not None:
            listener.asked.append(asked)
            answer = listener.script(asked)
            for part in answer.parts:
                sleep(answer.pause)
                connection.sendall(part)
            if answer.hang:
                closing.wait(timeout=60)
            if answer.hang or answer.close:
                return


def _secured(connection: socket.socket, tls: ssl.SSLContext | None) -> socket.socket:
    return tls.wrap_socket(connection, server_side=True) if tls else connection


def _read(connection: socket.socket) -> Asked | None:
    received = b""
    while b"\r\n\r\n" not in received:
        chunk = connection.recv(65536)
        if not chunk:
            return None
        received += chunk
    head, _, body = received.partition(b"\r\n\r\n")
    request_line, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    while len(body) < int(headers.get("content-length", 0)):
        body += connection.recv(65536)
    method, target, _ = request_line.split(" ", 2)
    return Asked(method, target, headers, body.decode())
