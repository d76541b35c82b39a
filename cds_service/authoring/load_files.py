"""The FHIR resources in files: fixtures with relative dates, Bundles, single resources, NDJSON; also gzipped."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from cds_service.authoring.render import render

_ENDINGS = (".json", ".json.gz", ".ndjson", ".ndjson.gz")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """One resource with its place for messages (``file`` or ``file:line``) and the URL it went by in its Bundle."""

    resource: Json
    place: str
    full_url: str = ""


def files_in(path: Path) -> list[Path]:
    """The file itself, or every file of a folder that may hold resources, in order. Raises OSError."""
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.rglob("*") if file.name.endswith(_ENDINGS) and file.is_file())


def resources_in(file: Path, as_of: date) -> list[Found]:
    """The resources in a file, its relative dates counted from ``as_of``; none where it holds JSON but no FHIR.

    A hook request gives those of its prefetch, a Bundle those of its entries. Raises OSError, and ValueError that
    names the file (and line) where it is no JSON.
    """
    if ".ndjson" in file.name:
        return list(_lines(file, as_of))
    text = _text(file)
    try:
        document = json.loads(render(text, as_of) if "{{" in text else text)
    except ValueError as fault:
        raise ValueError(f"{file}: {fault}") from fault
    return list(_found(document, str(file)))


def _lines(file: Path, as_of: date) -> Iterator[Found]:
    for number, line in enumerate(_text(file).split("\n"), start=1):
        if not line.strip():
            continue
        place = f"{file}:{number}"
        try:
            document = json.loads(render(line, as_of) if "{{" in line else line)
        except ValueError as fault:
            raise ValueError(f"{place}: {fault}") from fault
        yield from _found(document, place)


def _found(document: Any, place: str, full_url: str = "", server: str = "") -> Iterator[Found]:
    if not isinstance(document, dict):
        return
    if isinstance(document.get("prefetch"), dict):
        for value in document["prefetch"].values():
            yield from _found(value, place, server=str(document.get("fhirServer", "")).rstrip("/"))
    elif document.get("resourceType") == "Bundle":
        for entry in document.get("entry") or ():
            yield from _found(entry.get("resource"), place, entry.get("fullUrl", ""), server)
    elif isinstance(document.get("resourceType"), str):
        own_url = f"{server}/{document['resourceType']}/{document.get('id')}"
        yield Found(document, place, full_url or (own_url if server else ""))


def _text(file: Path) -> str:
    content = file.read_bytes()
    try:
        return (gzip.decompress(content) if file.name.endswith(".gz") else content).decode()
    except (UnicodeDecodeError, EOFError, gzip.BadGzipFile) as fault:
        raise ValueError(f"{file}: {fault}") from fault
