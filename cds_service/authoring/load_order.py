"""Resources as transactions that a FHIR server accepts: ids of its own kind, references that lead to something. Pure.

HAPI FHIR refuses an id that a client assigns when it is only digits, and a reference to what is not there. So such
ids get a letter, references follow, and a resource comes after those that it refers to.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cds_service.authoring.load_files import Found, Json

_ID = re.compile(r"[A-Za-z0-9.-]{1,64}")


def ordered(found: Iterable[Found]) -> list[Json]:
    """The resources, each once (the last one of an id), with ids and references that can be loaded, in an order in
    which references lead back. Raises ValueError, with its place, for a resource whose id cannot be one."""
    found = list(found)
    names = _names(found)
    by_name = {names[_url(one)]: _renamed(one, names) for one in found}
    return [by_name[name] for name in _after_their_targets(by_name)]


def transaction(resources: Iterable[Json]) -> Json:
    """A transaction Bundle that puts each resource at its id: loading it twice is loading it once."""
    entries = [
        {"resource": one, "request": {"method": "PUT", "url": f"{one['resourceType']}/{one['id']}"}}
        for one in resources
    ]
    return {"resourceType": "Bundle", "type": "transaction", "entry": entries}


def _names(found: Iterable[Found]) -> dict[str, str]:
    """For each URL that may refer to a resource, its relative reference once loaded."""
    names = {}
    for one in found:
        kind, own_id = one.resource["resourceType"], _loadable_id(one)
        for url in (_url(one), one.full_url, f"urn:uuid:{one.resource.get('id')}"):
            names[url] = f"{kind}/{own_id}"
    names.pop("", None)
    return names


def _url(one: Found) -> str:
    return f"{one.resource['resourceType']}/{one.resource.get('id') or one.full_url or _digest(one.resource)}"


def _loadable_id(one: Found) -> str:
    given = one.resource.get("id")
    if given is None:
        urn = one.full_url.removeprefix("urn:uuid:")
        return urn if _ID.fullmatch(urn) and urn != one.full_url else f"loaded-{_digest(one.resource)}"
    if not isinstance(given, str) or not _ID.fullmatch(given):
        raise ValueError(f"{one.place}: {one.resource['resourceType']} has an id that FHIR does not allow.")
    return f"id-{given}" if given.isdecimal() else given


def _digest(resource: Json) -> str:
    return hashlib.sha256(json.dumps(resource, sort_keys=True).encode()).hexdigest()[:32]


def _renamed(one: Found, names: Mapping[str, str]) -> Json:
    changed: Json = _followed(one.resource, names)
    return changed | {"id": names[_url(one)].partition("/")[2]}


def _followed(value: Any, names: Mapping[str, str]) -> Any:
    """The value with every reference rewritten. A ``urn:uuid:`` outside of what is loaded becomes an identifier."""
    if isinstance(value, list):
        return [_followed(item, names) for item in value]
    if not isinstance(value, dict):
        return value
    changed = {key: _followed(item, names) for key, item in value.items()}
    reference = changed.get("reference")
    if isinstance(reference, str):
        target = names.get(reference.partition("/_history/")[0])
        if target:
            changed["reference"] = target
        elif reference.startswith("urn:"):
            del changed["reference"]
            changed.setdefault("identifier", {"system": "urn:ietf:rfc:3986", "value": reference})
    return changed


def _after_their_targets(by_name: Mapping[str, Json]) -> Iterator[str]:
    done: set[str] = set()
    for start in by_name:
        waiting = [(start, False)]
        while waiting:
            name, targets_done = waiting.pop()
            if targets_done:
                yield name
            elif name not in done:
                done.add(name)
                waiting.append((name, True))
                waiting += [(target, False) for target in _references(by_name[name]) if target in by_name]


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _references(item)
    elif isinstance(value, dict):
        if isinstance(value.get("reference"), str):
            yield value["reference"]
        for item in value.values():
            yield from _references(item)
