"""Lint of what cards say: length, placeholders, and words that a card must not use (knowledge base 4.6)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cds_service.authoring.content_files import Written, texts_in
from cds_service.authoring.longest import longest_filling
from cds_service.errors import ContentError, ContentFault
from cds_service.knowledge.content_model import ContentModel
from cds_service.knowledge.patterns import PatternContent, Row
from cds_service.knowledge.strict_yaml import (
    Items,
    Members,
    Node,
    Text,
    fault,
    key_fault,
    mappings_in,
    nearest,
    validate,
)
from cds_service.knowledge.vocabulary import known_words
from cds_service.neuro.words import LONGEST_SUMMARY


class DrugOrders(ContentModel):
    """Words that make a sentence an order for a drug (W5)."""

    always: tuple[str, ...]
    verbs: tuple[str, ...]
    drugs: tuple[str, ...]
    units: tuple[str, ...]

    def found_in(self, text: str) -> str:
        """The words of ``text`` that order a drug, empty where none do."""
        order = rf"\b(?:{_either(self.verbs)})\b[^.;:]*\b(?:{_either(self.drugs)})\b"
        dose = rf"\b\d+(?:[.,]\d+)?\s?(?:{_either(self.units)})\b(?!/)"
        found = re.search(rf"\b(?:{_either(self.always)})\b|{order}|{dose}", text, re.IGNORECASE)
        return found[0] if found else ""


class HouseStyle(ContentModel):
    """``check.yaml``: what texts must not say."""

    forbidden_in_summaries: tuple[str, ...]
    forbidden_anywhere: tuple[str, ...]
    disease_names: tuple[str, ...]
    may_name_the_disease: tuple[str, ...]
    drug_orders: DrugOrders
    references: tuple[str, ...]


def _either(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in phrases)


def _said(phrases: Iterable[str], text: str) -> str:
    """The first of the phrases that stands in ``text`` as words of their own."""
    found = re.search(rf"\b(?:{_either(phrases)})\b", text, re.IGNORECASE)
    return found[0] if found else ""


def long_summaries(content: Written) -> Iterator[ContentFault]:
    """A summary fits into a card with the longest values in its placeholders."""
    for pattern, row, text in _summaries(content):
        longest = longest_filling(row, pattern, content.knowledge)
        if len(longest) > LONGEST_SUMMARY:
            yield fault(
                text, f'this summary can have {len(longest)} characters, at most {LONGEST_SUMMARY} fit: "{longest}"'
            )


def _summaries(content: Written) -> Iterator[tuple[PatternContent, Row, Text]]:
    for key, file in content.patterns():
        pattern = content.knowledge.clinical.patterns[key]
        yield from (
            (pattern, row, text) for row, text in zip(pattern.summary.rows, texts_in(file["summary"]), strict=True)
        )


def placeholders(content: Written) -> Iterator[ContentFault]:
    """Every placeholder has a value, and every value stands in some text."""
    for _, file in content.patterns():
        values = file.get("values", Members())
        assert isinstance(values, Members)
        asked: set[str] = set()
        for text in _texts_of_pattern(file):
            for name in re.findall(r"\{(.*?)\}", text):
                asked.add(name)
                if name not in values:
                    yield fault(text, f'nothing fills in "{{{name}}}": add it to "values".{nearest(name, values)}')
        for name in values:
            if name not in asked:
                yield key_fault(values, name, f'no text has the placeholder "{{{name}}}": this value is never said')


def _texts_of_pattern(file: Members) -> Iterator[Text]:
    for member in ("summary", "lines"):
        if member in file:
            yield from texts_in(file[member])
    localization = file.get("localization")
    for choice in localization if isinstance(localization, Items) else ():
        yield from texts_in(choice)
    values = file.get("values")
    for value in values.values() if isinstance(values, Members) else ():
        if isinstance(value, Members) and "first" in value:
            yield from texts_in(value["first"])


def forbidden_words(content: Written) -> Iterator[ContentFault]:
    """W2, W5, W8, W9: words that summaries of some or all cards, or texts anywhere, must not use."""
    node = content.files.get("check.yaml")
    if node is None:
        yield ContentFault("check.yaml", 1, "this file is missing: it holds the words that cards must not use")
        return
    try:
        style = validate(node, HouseStyle)
        known_words(node["may_name_the_disease"], content.knowledge.clinical.patterns, "pattern")
    except ContentError as error:
        yield from error.faults
        return
    yield from _in_summaries(content, style)
    for path, file in content.files.items():
        if path.startswith(("patterns/", "actions/")) or path in (
            "precedence.yaml",
            "wording.yaml",
            "order_rules.yaml",
        ):
            yield from _anywhere(file, style)


def _in_summaries(content: Written, style: HouseStyle) -> Iterator[ContentFault]:
    for pattern, _, text in _summaries(content):
        if word := _said(style.forbidden_in_summaries, text):
            yield fault(text, f'a summary never says "{word}" (4.6 W8)')
        calm = any(indicator == "info" for _, indicator in pattern.indicator)
        word = _said(style.disease_names, text)
        if word and calm and pattern.key not in style.may_name_the_disease:
            yield fault(text, f'the summary of an info card does not name a disease: "{word}" (4.6 W2)')


def _anywhere(file: Members, style: HouseStyle) -> Iterator[ContentFault]:
    for text in _every_text(file):
        if word := _said(style.forbidden_anywhere, text):
            yield fault(text, f'a text never says "{word}" (4.6 W2, W9)')
        if words := style.drug_orders.found_in(text):
            yield fault(
                text, f'this reads as an order for a drug: "{words}"; treatment is information with its source (4.6 W5)'
            )


def _every_text(file: Members) -> Iterator[Text]:
    """Every scalar that is more than one word."""
    for node in mappings_in(file):
        for child in node.values():
            children: Iterable[Node] = child if isinstance(child, Items) else (child,)
            yield from (one for one in children if isinstance(one, Text) and " " in one)
