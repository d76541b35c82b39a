"""What a card puts at the placeholders of a pattern's texts, in words."""

from __future__ import annotations

from cds_service.knowledge.in_words import Names, Said, one_line, say
from cds_service.knowledge.in_words.said import series
from cds_service.knowledge.patterns import Value

VALUES = {
    "regions": "the regions with {what}",
    "parts": "the parts of the body, with their side, that have {what}",
    "number_of_regions": "the number of regions with {what}",
    "sides": "the side of: {what}",
    "signs": "the signs found among: {what}",
    "newest_day": "the newest date of: {what}",
    "earlier_day": "the date of the earlier record of: {what}",
    "comparison": "then and now of: {what}",
    "result": "the newest value of {what}",
    "not_recorded": "the first {what} of what is not recorded",
    "first": "the first of these that applies",
    "focal": "the {what} that the focal localization names",
    "medications": "those on record of: {what}",
}
"""How each kind of value is said, by ``ValueKind``."""


def value_words(value: Value, names: Names) -> Said:
    """How the placeholder is filled in."""
    text = VALUES[value.kind].format(what=_what(value, names))
    return Said(f"{text}, else {value.otherwise}" if value.otherwise else text)


def _what(value: Value, names: Names) -> str:
    if value.sets:
        return series([one_line(say(one, names)) or one.name for one in value.sets], "or")
    if value.selection is not None:
        return one_line(say(value.selection, names)) or "what this pattern rests on"
    if value.words:
        return series(sorted(map(names.medication, value.words)), "or")
    return names.result(value.word) if value.kind == "result" else value.word
