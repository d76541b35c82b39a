"""What the focal algorithm says of a view, asked once."""

from __future__ import annotations

from cds_service.neuro.facts import View
from cds_service.neuro.localization.focal import Focal, focal, trunk_nerve


def focus_of(view: View) -> Focal:
    """The focal algorithm (knowledge.md 1.7) on the active findings of a view."""
    if view.focus is None:
        facts = [fact for found in view.active.values() for fact in found]
        negatives = [fact for found in view.absent.values() for fact in found]
        view.focus = focal(facts, negatives, view.around.anatomy)
    assert isinstance(view.focus, Focal)
    return view.focus


def trunk_of(site: str, view: View) -> str:
    """The trunk nerve of a muscle, empty for another site."""
    content = view.around.anatomy.sites.get(site)
    return trunk_nerve(site, view.around.anatomy) if content is not None and content.nerves else ""
