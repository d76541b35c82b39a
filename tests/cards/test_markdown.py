"""Text from the record reads as written, and nothing in it is alive (cds-hooks/sandbox.md 6, conformance C-3)."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cds_service.cards.markdown import MOST_CHARACTERS, bold, bullet, escaped, plain

GFM = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
BARE_ADDRESS = re.compile(r"(?i)https?://|ftp://|www\.|[\w.+-]+@[\w-]|mailto:|xmpp:")
ALIVE = [
    "<",
    ">",
    "*",
    "_",
    "`",
    "[",
    "]",
    "(",
    ")",
    "#",
    "|",
    "~",
    "-",
    "+",
    "1. ",
    "&lt;",
    "\\",
    "\n",
    "    ",
    "=",
    "!",
]

texts = st.one_of(st.text(), st.lists(st.sampled_from([*ALIVE, "a", "http://x.y", "www.x.y", "a@b.c"])).map("".join))


def read_back(markdown: str) -> str:
    """The text that a reader sees, after making sure that there is nothing but text."""
    kinds, seen = set(), []
    for token in GFM.parse(markdown):
        kinds.add(token.type)
        for inline in token.children or []:
            kinds.add(inline.type)
            seen.append(inline.content)
    assert kinds <= {
        "paragraph_open", "paragraph_close", "inline", "text", "text_special", "bullet_list_open", "bullet_list_close",
        "list_item_open", "list_item_close", "strong_open", "strong_close",
    }, markdown  # fmt: skip
    return "".join(seen).replace("\u2060", "")


@pytest.mark.parametrize(
    ("recorded", "markdown"),
    [
        ("MRC 4-/5", "MRC 4-/5"),
        ("<2+", "&lt;2+"),
        ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"),
        ("**bold** and _this_", "\\*\\*bold\\*\\* and \\_this\\_"),
        ("[click](javascript:alert(1))", "\\[click\\](javascript:alert(1))"),
        ("a\n\n# Heading\r\n- item", "a \\# Heading - item"),
        ("- item", "\\- item"),
        ("3. item", "3\\. item"),
        ("`code`", "\\`code\\`"),
        ("AT&T &lt;", "AT&amp;T &amp;lt;"),
        ("left\u202egnorw\u202c", "leftgnorw"),
    ],
)
def test_a_text_of_the_record_becomes_markdown_that_shows_it(recorded: str, markdown: str) -> None:
    assert escaped(recorded) == markdown


@given(texts)
@example("\\")
@example("1)")
@example("| a | b |\n|---|---|")
def test_whatever_is_recorded_is_shown_as_plain_text(recorded: str) -> None:
    shown = plain(recorded)
    assert read_back(escaped(recorded)) == shown
    if shown:
        assert read_back(bullet(escaped(recorded))) == shown
        assert read_back(f"{bold('Heading:')} {escaped(recorded)}") == f"Heading: {shown}"


@given(texts)
@example("see https://evil.example/x or www.evil.example, mail a.b@evil.example, mailto:a@b.c")
def test_no_bare_address_becomes_a_link(recorded: str) -> None:
    assert not BARE_ADDRESS.search(unescape(escaped(recorded)).replace("\\", ""))


@given(st.text(min_size=MOST_CHARACTERS * 2))
def test_one_text_takes_a_limited_room(recorded: str) -> None:
    assert len(plain(recorded)) <= MOST_CHARACTERS
    assert "\n" not in plain(recorded)


def test_a_long_text_says_that_it_goes_on() -> None:
    assert plain("abc " * 5, most=10) == "abc abc a…"
