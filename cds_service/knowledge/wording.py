"""The words that every card shares: the types of ``wording.yaml`` (knowledge.md 4.6)."""

from __future__ import annotations

from string import Formatter
from typing import Annotated

from pydantic import AfterValidator

from cds_service.knowledge.content_model import ContentModel


def filled_with(*names: str) -> AfterValidator:
    """A text in which only these placeholders may stand, so that filling it in never fails for one patient."""

    def checked(text: str) -> str:
        for _, name, _, _ in Formatter().parse(text):
            if name is not None and name not in names:
                known = ", ".join(f"{{{known}}}" for known in names)
                raise ValueError(f'"{{{name}}}" is not filled in here; these are: {known}')
        return text

    return AfterValidator(checked)


class SourceWords(ContentModel):
    """The label under which a card names this service."""

    label: Annotated[str, filled_with("title", "version")]
    unreviewed: str


class Headings(ContentModel):
    """Headings of the detail, in the order of W4."""

    triggered_by: str
    localizes_to: str
    could_be: str
    not_recorded: str
    suggested: str
    consider: str
    already_requested: str
    why: str
    limits: str
    also_matched: str


class OpeningWords(ContentModel):
    """What stands before the sections: the title (W1), and what matters more (W5, D7)."""

    do_now: str
    title: Annotated[str, filled_with("pattern")]
    answered: str
    goals_first: str


class SidesOfSite(ContentModel):
    """A site with its side, by the values of ``Side``."""

    left: Annotated[str, filled_with("site")]
    right: Annotated[str, filled_with("site")]
    bilateral: Annotated[str, filled_with("site")]
    unknown: Annotated[str, filled_with("site")]


class SidesAlone(ContentModel):
    """A side where no site is known, by the values of ``Side``."""

    left: str
    right: str
    bilateral: str
    unknown: str


class FindingWords(ContentModel):
    """How a finding is said; ``sides`` with a site, ``sides_alone`` without one.

    ``most_lines`` and ``most_places`` keep the list short enough to read at a glance. ``unsaid_sites`` and
    ``unsaid_scales`` are keys that add nothing to what the sign says. Over ``old_after_days`` the age is printed (4.2).
    """

    absent: str
    old: Annotated[str, filled_with("days")]
    undated: str
    onset: Annotated[str, filled_with("date")]
    problem: str
    grade: Annotated[str, filled_with("scale", "value")]
    more: Annotated[str, filled_with("count")]
    sides: SidesOfSite
    sides_alone: SidesAlone
    unsaid_sites: tuple[str, ...]
    unsaid_scales: tuple[str, ...]
    most_lines: int
    most_places: int
    old_after_days: int


class LocalizationWords(ContentModel):
    """What is added to a place that does not fit every finding."""

    explains_rest: Annotated[str, filled_with("findings")]
    against: Annotated[str, filled_with("findings")]
    tells_apart: Annotated[str, filled_with("examination")]


class ActionWords(ContentModel):
    """How an action and its state on record are said."""

    requested: Annotated[str, filled_with("date")]
    draft: Annotated[str, filled_with("date")]
    this_call: str
    resulted: Annotated[str, filled_with("date")]
    declined: Annotated[str, filled_with("date")]
    declined_member: Annotated[str, filled_with("members")]
    still_needed: str
    asked_by: Annotated[str, filled_with("patterns")]
    elsewhere: Annotated[str, filled_with("actions")]
    settled_members: Annotated[str, filled_with("members")]
    missing: Annotated[str, filled_with("missing")]
    order: Annotated[str, filled_with("action")]
    draft_order: Annotated[str, filled_with("action", "patterns")]
    member_of: Annotated[str, filled_with("member", "action")]


class LimitWords(ContentModel):
    """The closing sentences of a card."""

    not_a_diagnosis: str
    wrong: Annotated[str, filled_with("text")]
    not_looked_at: Annotated[str, filled_with("what")]
    truncated: Annotated[str, filled_with("what")]
    not_understood: Annotated[str, filled_with("count")]
    unreviewed: Annotated[str, filled_with("version")]
    reviewed: Annotated[str, filled_with("version")]


class OverrideReason(ContentModel):
    """A reason to set a card aside. ``declines``: its suggested actions then count as declined (D4)."""

    code: str
    display: str
    declines: bool


class Wording(ContentModel):
    """``wording.yaml``. ``record_parts`` are names of prefetch keys for people."""

    source: SourceWords
    headings: Headings
    opening: OpeningWords
    findings: FindingWords
    localization: LocalizationWords
    actions: ActionWords
    limits: LimitWords
    record_parts: dict[str, str]
    override_reasons: tuple[OverrideReason, ...]
