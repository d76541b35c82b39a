"""Where content and fixtures are: at the top of a checkout, inside the package in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def content_folder() -> Path:
    """The folder ``fhir_mappings`` that goes with this code. Raises FileNotFoundError where there is none."""
    return _shipped("fhir_mappings")


def fixtures_folder() -> Path:
    """The folder ``fixtures`` that goes with this code. Raises FileNotFoundError where there is none."""
    return _shipped("fixtures")


def _shipped(name: str) -> Path:
    for folder in (_PACKAGE / "_content" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"the folder {name}/ is neither in the package {_PACKAGE} nor beside it: install again")
