"""Bounds in words: ages of records, lengths of time, counts, plain numbers."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from cds_service.knowledge.expressions import Compare

Word = Callable[[Decimal], str]


def plain_number(number: Decimal) -> str:
    """``20`` for 20.0, ``2.5`` for 2.50."""
    return f"{number.normalize():f}"


def days(number: Decimal) -> str:
    """``1 day``, ``28 days``."""
    return f"{plain_number(number)} {'day' if number == 1 else 'days'}"


def ago(compare: Compare) -> str:
    """An age in days: ``28 days ago or less``."""
    return bounds(compare, days, ago=True)


def length(compare: Compare) -> str:
    """A length in days: ``28 days or less``."""
    return bounds(compare, days)


def old(compare: Compare) -> str:
    """An age in days, after a noun: ``at most 28 days``."""
    return how_many(compare, "day", "days")


def bounds(
    compare: Compare, word: Word = plain_number, less: str = "less", more: str = "more", ago: bool = False
) -> str:
    """Every bound in words, joined by ``and``."""
    unit = " ago" if ago else ""
    if compare.at_most is not None and compare.at_most == compare.at_least:
        return f"exactly {word(compare.at_most)}{unit}"
    said = [
        f"{word(compare.at_least)}{unit} or {more}" if compare.at_least is not None else "",
        f"more than {word(compare.more_than)}{unit}" if compare.more_than is not None else "",
        f"{word(compare.at_most)}{unit} or {less}" if compare.at_most is not None else "",
        f"less than {word(compare.less_than)}{unit}" if compare.less_than is not None else "",
    ]
    return " and ".join(text for text in said if text)


def how_many(compare: Compare, one: str, many: str) -> str:
    """A count: ``at least 2 regions``, ``no region``, ``exactly 1 region``."""
    if compare.at_most == 0:
        return f"no {one}" if one != "day" else "0 days"
    if compare.at_most is not None and compare.at_most == compare.at_least:
        return f"exactly {plain_number(compare.at_most)} {one if compare.at_most == 1 else many}"
    said = [
        (compare.at_least, "at least"),
        (compare.more_than, "more than"),
        (compare.at_most, "at most"),
        (compare.less_than, "less than"),
    ]
    given = [(f"{how} {plain_number(number)}", number) for number, how in said if number is not None]
    noun = one if given and given[-1][1] == 1 else many
    return f"{' and '.join(text for text, _ in given)} {noun}"


def years(compare: Compare) -> str:
    """An age that is held in months: ``16 years or older``, ``younger than 24 months``."""
    said = [
        f"{_age(compare.at_least)} or older" if compare.at_least is not None else "",
        f"older than {_age(compare.more_than)}" if compare.more_than is not None else "",
        f"{_age(compare.at_most)} or younger" if compare.at_most is not None else "",
        f"younger than {_age(compare.less_than)}" if compare.less_than is not None else "",
    ]
    return " and ".join(text for text in said if text)


def _age(months: Decimal) -> str:
    # Up to three years the medicine counts in months.
    whole, rest = divmod(months, 12)
    return f"{plain_number(months)} months" if rest or months <= 36 else f"{plain_number(whole)} years"
