"""The DNS of ``.example.org``, as a test wants it: the name service is not ours, so it is played."""

from __future__ import annotations

import socket
from typing import Any

import pytest


def resolving(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> list[str]:
    """Let the DNS of ``.example.org`` answer with these addresses; the names that were asked for."""
    real: Any = socket.getaddrinfo
    asked: list[str] = []

    def resolve(host: str, port: int, *arguments: Any, **options: Any) -> Any:
        if not host.endswith(".example.org"):
            return real(host, port, *arguments, **options)
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return asked
