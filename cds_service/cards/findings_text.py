"""Findings in words: the section "Triggered by" (W4: finding, site, side, date, grade with scale)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from cds_service.cards.content import CardContent
from cds_service.cards.markdown import SENTENCE, bold, bullet, escaped, plain
from cds_service.neuro.outcome import ReadFinding

REMARK = 100
"""A grade or a remark on a finding takes no more characters than this."""


def triggered_by(findings: Sequence[ReadFinding], knowledge: CardContent, as_of: date) -> list[str]:
    """One line for each sign that is present, and one for what was looked for and is absent."""
    words = knowledge.wording.findings
    by_sign: dict[str, list[ReadFinding]] = {}
    for finding in findings:
        if finding.present:
            by_sign.setdefault(finding.sign, []).append(finding)
    lines = [_sign_line(sign, group, knowledge, as_of) for sign, group in by_sign.items()]
    if len(lines) > words.most_lines:
        lines[words.most_lines :] = [bullet(escaped(words.more.format(count=len(lines) - words.most_lines)))]
    return lines + _absent_line([finding for finding in findings if not finding.present], knowledge, as_of)


def finding_names(ids: Iterable[str], findings: Sequence[ReadFinding], knowledge: CardContent) -> str:
    """The findings with these ids as words with their places, each once."""
    wanted = set(ids)
    return ", ".join(dict.fromkeys(_name(finding, knowledge) for finding in findings if finding.id in wanted))


def _name(finding: ReadFinding, knowledge: CardContent) -> str:
    place = place_of(finding, knowledge)
    label = knowledge.clinical.sign_label(finding.sign)
    return f"{label} ({place})" if place else label


def place_of(finding: ReadFinding, knowledge: CardContent) -> str:
    """Side and site in words; empty where neither was stated."""
    words = knowledge.wording.findings
    if finding.site in words.unsaid_sites:
        return str(getattr(words.sides_alone, finding.side))
    return str(getattr(words.sides, finding.side)).format(site=knowledge.clinical.site_label(finding.site))


def _sign_line(sign: str, group: Sequence[ReadFinding], knowledge: CardContent, as_of: date) -> str:
    """``- **sign**: places with grades, date; further places, their date``."""
    by_time: dict[str, list[str]] = {}
    for finding in group:
        places = by_time.setdefault(_time(finding, knowledge, as_of), [])
        places.extend(place for place in [_graded_place(finding, knowledge)] if place not in places)
    parts = [", ".join([*_shortened(places, knowledge), time]) for time, places in by_time.items()]
    return bullet(f"{bold(knowledge.clinical.sign_label(sign))}: {escaped('; '.join(parts), SENTENCE)}")


def _shortened(places: list[str], knowledge: CardContent) -> list[str]:
    words = knowledge.wording.findings
    said = [place for place in places if place]
    if len(said) <= words.most_places:
        return said
    return [*said[: words.most_places], words.more.format(count=len(said) - words.most_places)]


def _graded_place(finding: ReadFinding, knowledge: CardContent) -> str:
    place, grade = place_of(finding, knowledge), finding.grade
    if grade is None or grade.scale in knowledge.wording.findings.unsaid_scales:
        return place
    template = knowledge.wording.findings.grade
    value = plain(grade.value, REMARK)
    said = template.format(scale=plain(grade.scale, REMARK), value=value) if grade.scale else value
    return f"{place} ({said})" if place else said


def _time(finding: ReadFinding, knowledge: CardContent, as_of: date) -> str:
    """When it was recorded and began, how old that is, whether it is a problem, and what could not be told."""
    words = knowledge.wording.findings
    parts = [finding.recorded.isoformat() if finding.recorded else words.undated]
    if finding.onset:
        parts.append(words.onset.format(date=finding.onset.isoformat()))
    remarks = [plain(note, REMARK) for note in finding.notes]
    if finding.recorded and (as_of - finding.recorded).days > words.old_after_days:
        remarks.insert(0, words.old.format(days=(as_of - finding.recorded).days))
    if finding.source == "problem":
        remarks.insert(0, words.problem)
    return ", ".join(parts) + (f" ({'; '.join(remarks)})" if remarks else "")


def _absent_line(absent: Sequence[ReadFinding], knowledge: CardContent, as_of: date) -> list[str]:
    by_time: dict[str, list[str]] = {}
    for finding in absent:
        names = by_time.setdefault(_time(finding, knowledge, as_of), [])
        names.extend(name for name in [_name(finding, knowledge)] if name not in names)
    if not by_time:
        return []
    parts = [f"{', '.join(names)}, {time}" for time, names in by_time.items()]
    return [bullet(f"{bold(knowledge.wording.findings.absent)}: {escaped('; '.join(parts), SENTENCE)}")]
