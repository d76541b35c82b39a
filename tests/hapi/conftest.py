"""The HAPI server of all tests in this folder, with every vignette loaded."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from cds_service.authoring.load import load
from cds_service.knowledge.locate import fixtures_folder
from tests.conftest import AS_OF
from tests.hapi.install import CannotInstall
from tests.hapi.server import DidNotStart, hapi_running


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder: ``make test-quick`` leaves them out."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.hapi)


@pytest.fixture(scope="session")
def empty_hapi(request: pytest.FixtureRequest) -> Iterator[str]:
    """The FHIR base URL of a HAPI server. Its log is kept where a test failed."""
    try:
        with hapi_running() as (base, log):
            yield base
    except (CannotInstall, DidNotStart) as reason:
        pytest.fail(str(reason), pytrace=False)
    if log is not None and not request.session.testsfailed:
        log.unlink()
    elif log is not None:
        print(f"the log of the HAPI server is kept: {log}")


@pytest.fixture(scope="session")
def hapi(empty_hapi: str) -> str:
    """The same, with every vignette loaded as of the day on which the tests take place."""
    loaded = load(fixtures_folder() / "vignettes", empty_hapi, AS_OF, output=io.StringIO())
    assert loaded.resources > 500
    return empty_hapi
