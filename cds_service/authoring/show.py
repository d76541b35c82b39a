"""``cds show``: one entry of the catalogue, for the terminal."""

from __future__ import annotations

from pathlib import Path

from cds_service.catalogue.document import entries
from cds_service.catalogue.markdown import as_text
from cds_service.catalogue.vignettes import vignettes_by_pattern
from cds_service.knowledge.model import Knowledge
from cds_service.knowledge.strict_yaml import nearest


def show(kind: str, key: str, knowledge: Knowledge, fixtures: Path) -> str:
    """The entry as text. Raises ValueError, with the nearest right word, for a kind or key that there is not."""
    known = entries(knowledge, vignettes_by_pattern(fixtures))
    if kind not in known:
        raise ValueError(f'There is no kind "{kind}".{nearest(kind, known)} The kinds are: {", ".join(sorted(known))}.')
    if key not in known[kind]:
        elsewhere = [other for other, found in known.items() if key in found]
        hint = f" There is a {elsewhere[0]} of this name." if elsewhere else nearest(key, known[kind])
        raise ValueError(f'There is no {kind} "{key}".{hint}')
    return as_text(known[kind][key])
