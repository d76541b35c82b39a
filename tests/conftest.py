"""The shipped content and a service whose clock stands still, for every chapter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from cds_service.app import create_app
from cds_service.knowledge.load import load_knowledge
from cds_service.knowledge.model import Knowledge
from cds_service.settings import Settings
from tests.client import Client

AS_OF = date(2026, 11, 20)
"""The day on which the tests take place."""


def noon() -> datetime:
    """The moment that the clock of the service under test shows."""
    return datetime(AS_OF.year, AS_OF.month, AS_OF.day, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The content of ``fhir_mappings/``."""
    return load_knowledge()


@pytest.fixture(scope="session")
def client(knowledge: Knowledge) -> Iterator[Client]:
    """The service with its default settings, on the day ``AS_OF``."""
    with Client(create_app(Settings(), knowledge=knowledge, clock=noon)) as running:
        yield running
