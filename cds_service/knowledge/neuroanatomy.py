"""Frozen types for localization: what the signs of one limb say of roots, nerves and plexus (knowledge.md 1.7)."""

from __future__ import annotations

from cds_service.knowledge.content_model import ContentModel


class FocalContent(ContentModel):
    """Which signs the focal algorithm reads, and as what (1.7).

    ``motor``: a muscle with one of them is affected; ``weak``: those of them that are weakness. ``reflex_lost``: the
    reflex adds its muscle. ``slack``: low tone, which counts only for where the deficit lies. ``dermatome`` and
    ``root_pain`` carry a root as grade, ``territory`` a nerve. ``plexuses``: the parts of each plexus.
    """

    limbs: tuple[str, ...] = ()
    motor: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    reflex_lost: tuple[str, ...] = ()
    slack: tuple[str, ...] = ()
    dermatome: tuple[str, ...] = ()
    root_pain: tuple[str, ...] = ()
    territory: tuple[str, ...] = ()
    plexuses: dict[str, tuple[str, ...]] = {}
    references: tuple[str, ...] = ()
