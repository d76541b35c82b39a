"""A drawing of the body from the front with its regions, and what is elicited in each: from the content of regions."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from cds_service.knowledge.model import Clinical

WIDTH, HEIGHT = 200, 420
"""The field in which the outlines of the content are drawn; the labels of the sides stand above it."""

_SIDES = ("patient's right", "patient's left")


def drawing(clinical: Clinical) -> str:
    """The figure with its legend as HTML. Regions have the class ``region-1`` … in their order, for their colours."""
    outlines = "".join(
        f'<path class="region-{number}" d="{escape(path)}"><title>{escape(region.label)}</title></path>'
        for number, region in enumerate(clinical.anatomy.regions.values(), start=1)
        for path in region.drawn
    )
    labels = ", ".join(region.label for region in clinical.anatomy.regions.values())
    right, left = _SIDES
    field = f"-60 -24 {WIDTH + 120} {HEIGHT + 30}"
    return (
        f'<figure><svg viewBox="{field}" role="img" aria-label="Front view: {escape(labels)}">'
        f'<text x="-56" y="-8">{right}</text><text class="end" x="{WIDTH + 56}" y="-8">{left}</text>'
        f"{outlines}</svg><figcaption><ul>{''.join(_legend(clinical))}</ul></figcaption></figure>"
    )


def _legend(clinical: Clinical) -> Iterator[str]:
    for number, (key, region) in enumerate(clinical.anatomy.regions.items(), start=1):
        sites = [site for site in clinical.anatomy.sites.values() if site.region == key]
        places = [site.label for site in sites if not site.roots]
        reflexes = [site.label for site in sites if site.muscle]
        signs = [sign.label for sign in clinical.signs.values() if sign.region == key]
        said = [
            f"<b>{escape(region.label)}</b>",
            f"places: {_words(places)}",
            f"{sum(site.is_muscle for site in sites)} muscles",
            f"reflexes: {_words(reflexes)}",
            f"signs of this region only: {_words(signs)}",
        ]
        yield f'<li class="region-{number}">{"<br>".join(said)}</li>'


def _words(labels: list[str]) -> str:
    return escape(", ".join(labels)) or "none"
