"""The code tables of the shipped content, loaded once."""

from __future__ import annotations

import pytest

from cds_service.knowledge.load_terminology import load_terminology
from cds_service.knowledge.locate import content_folder
from cds_service.knowledge.terminology import Terminology


@pytest.fixture(scope="session")
def terminology() -> Terminology:
    """The code tables and reading rules of ``fhir_mappings/``."""
    return load_terminology(content_folder())
