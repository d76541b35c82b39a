"""A hook request of any size: laboratory Observations of others, with V01's findings spread among them."""

from __future__ import annotations

import gzip
from datetime import date
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import orjson

from cds_service.authoring.render import load_fixture
from cds_service.knowledge.locate import fixtures_folder

Json = dict[str, Any]


def hook_request_of(observations: int, as_of: date) -> Json:
    """V01's request with so many Observations in all, those of others made its patient's."""
    request = load_fixture(fixtures_folder() / "vignettes" / "V01.json", as_of)
    bundle: Json = request["prefetch"]["observations"]
    own: list[Json] = bundle["entry"]
    subject = {"reference": f"Patient/{request['context']['patientId']}"}
    others = [
        {"resource": observation | {"id": f"other-{number}", "subject": subject}}
        for number, observation in enumerate(islice(cycle(_laboratory()), observations - len(own)))
    ]
    bundle["entry"] = _spread(own, others)
    bundle["total"] = observations
    return request


def _spread(own: list[Json], others: list[Json]) -> list[Json]:
    step = len(others) // len(own)
    spread: list[Json] = []
    for place, entry in enumerate(own):
        spread += [entry, *others[place * step : (place + 1) * step]]
    return spread + others[len(own) * step :]


@cache
def _laboratory() -> tuple[Json, ...]:
    files = sorted((fixtures_folder() / "real_data" / "synthea-smart-2019").glob("*.ndjson.gz"))
    return tuple(resource for file in files for resource in _read(file) if _is_laboratory(resource))


def _read(file: Path) -> list[Json]:
    return [orjson.loads(line) for line in gzip.decompress(file.read_bytes()).splitlines()]


def _is_laboratory(resource: Json) -> bool:
    categories = resource.get("category", ()) if resource["resourceType"] == "Observation" else ()
    return any(coding["code"] == "laboratory" for category in categories for coding in category["coding"])
