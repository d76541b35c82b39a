"""CPU time of a call, beside the floor in the same run: ``make bench``.

Payload: laboratory Observations that others published, made those of V01's patient, with V01's findings among them.
CPU is that of the server's process, so what else the machine does counts little. Needs Linux (``/proc``).
"""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any

import httpx
import orjson

from cds_service.app import today
from cds_service.settings import Settings
from tests.benchmarks.payload import hook_request_of
from tests.hooks.requests import PATH
from tests.serving import Served, served

SIZES = {20: 200, 500: 60, 2000: 20}
"""Observations of a call, and how many calls make a round."""

ROUNDS = 7
GOAL_AT_2000 = 2.5


def main() -> None:
    """Measure, print, and say whether the goal was met."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        floor = stack.enter_context(served(folder / "floor", ("-m", "tests.benchmarks.floor")))
        service = stack.enter_context(served(folder / "service"))
        print(f"{'Observations':>12} {'kB':>6} {'floor ms':>9} {'service ms':>11} {'ratio':>6}  first card")
        for observations, calls in SIZES.items():
            body = orjson.dumps(hook_request_of(observations, today(Settings())))
            card = _first_card(service, body)
            floor_ms, service_ms = _measure(floor, service, body, calls)
            ratio = service_ms / floor_ms
            kilobytes = len(body) / 1000
            print(f"{observations:>12} {kilobytes:>6.0f} {floor_ms:>9.3f} {service_ms:>11.3f} {ratio:>6.2f}  {card}")
    verdict = "met" if ratio <= GOAL_AT_2000 else "missed"
    print(f"Goal at 2,000 Observations, at most {GOAL_AT_2000} times the floor: {verdict}.")


def _first_card(service: Served, body: bytes) -> str:
    cards: list[dict[str, Any]] = _post(service, body)["cards"]
    pattern: str = cards[0]["extension"]["org.motor-neuron-signs.rationale"]["pattern"]
    return pattern


def _measure(floor: Served, service: Served, body: bytes, calls: int) -> tuple[float, float]:
    """Median CPU milliseconds of a call, of rounds that alternate between the two servers."""
    rounds: dict[str, list[float]] = {floor.url: [], service.url: []}
    for _ in range(ROUNDS):
        for server in (floor, service):
            before = _cpu_ms(server.pid)
            for _ in range(calls):
                _post(server, body)
            rounds[server.url].append((_cpu_ms(server.pid) - before) / calls)
    return median(rounds[floor.url]), median(rounds[service.url])


_CLIENT = httpx.Client(headers={"Content-Type": "application/json"}, timeout=60)
"""Keeps its connections, as an EHR does."""


def _post(server: Served, body: bytes) -> dict[str, Any]:
    response = _CLIENT.post(server.url + PATH, content=body)
    response.raise_for_status()
    answered: dict[str, Any] = response.json()
    return answered


def _cpu_ms(pid: int) -> float:
    """CPU milliseconds that a process has used so far, all threads together."""
    tasks = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(task.read_text().split()[0]) for task in tasks) / 1e6


if __name__ == "__main__":
    main()
