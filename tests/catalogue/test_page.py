"""The page at ``/``: honest, whole, from here alone, and safe to show."""

from __future__ import annotations

import gzip
import hashlib
import re
from base64 import b64encode
from html.parser import HTMLParser

import pytest

from cds_service.api.page import FrontPage, front_page
from cds_service.catalogue.html import inline
from cds_service.catalogue.vignettes import vignettes_by_pattern
from cds_service.knowledge.locate import fixtures_folder
from cds_service.settings import Settings
from tests.catalogue.rules import shipped
from tests.client import Client

VOID = {"meta", "br", "link"}


@pytest.fixture(scope="module")
def page() -> FrontPage:
    return front_page(Settings(), shipped(), vignettes_by_pattern(fixtures_folder()))


@pytest.fixture(scope="module")
def html(page: FrontPage) -> str:
    return page.plain.decode()


class Tags(HTMLParser):
    """Every tag that is opened, with its attributes; a tag that is closed out of turn is an error."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_it_says_what_it_is_not(html: str) -> None:
    for words in ("was not reviewed by a neurologist", "not a medical device", "does not mean that nothing is"):
        assert words in html.replace("\n", " ")


def test_every_tag_is_closed_in_turn(html: str) -> None:
    assert Tags(html).open == []


def test_nothing_comes_from_elsewhere(html: str) -> None:
    tags = Tags(html).tags
    assert {tag for tag, _ in tags} & {"script", "img", "link", "iframe", "object"} == set()
    links = {str(attributes["href"]) for tag, attributes in tags if tag == "a" and "href" in attributes}
    assert {link for link in links if not link.startswith("#")} == {
        "cds-services", "openapi.json", "health/live", "health/ready",
    }  # fmt: skip
    assert not re.search(r' (src|style|on\w+)="|url\(|@import', html)


def test_links_inside_lead_somewhere(html: str) -> None:
    tags = Tags(html).tags
    ids = {attributes["id"] for _, attributes in tags if "id" in attributes}
    assert [
        a["href"] for _, a in tags if str(a.get("href", "")).startswith("#") and str(a["href"])[1:] not in ids
    ] == []


def test_every_entry_is_there(html: str) -> None:
    for kind, keys in (
        ("pattern", shipped().clinical.patterns),
        ("sign", shipped().clinical.signs),
        ("term", shipped().clinical.terms),
        ("action", shipped().actions.actions),
    ):
        assert [key for key in keys if f'<details id="{kind}-{key}">' not in html] == []


def test_the_body_is_drawn_with_all_its_regions_and_both_sides(html: str) -> None:
    (figure,) = re.findall(r"<figure>.*?</figure>", html, flags=re.DOTALL)
    assert "patient's right" in figure
    assert "patient's left" in figure
    for number, region in enumerate(shipped().clinical.anatomy.regions.values(), start=1):
        assert figure.count(f'<path class="region-{number}"') == len(region.drawn) > 0
        assert f"<b>{region.label}</b>" in figure
    assert "reflexes: jaw jerk" in figure


def test_what_is_elicited_left_and_right_is_drawn_left_and_right() -> None:
    paired = [region for region in shipped().clinical.anatomy.regions.values() if region.part != region.parts]
    assert paired
    assert [region.label for region in paired if len(region.drawn) < 2] == []


def test_headers_allow_its_own_style_and_nothing_else(page: FrontPage, html: str) -> None:
    (style,) = re.findall(r"<style>(.*?)</style>", html, flags=re.DOTALL)
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = page.headers["Content-Security-Policy"]
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; ")
    assert "frame-ancestors 'none'" in policy
    assert page.headers["X-Content-Type-Options"] == "nosniff"


def test_it_travels_small(page: FrontPage, client: Client) -> None:
    assert len(page.compressed) < 120_000
    assert gzip.decompress(page.compressed) == page.plain
    assert client.get("/", headers={"Accept-Encoding": "gzip"}).headers["content-encoding"] == "gzip"
    plain = client.get("/", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.headers["content-security-policy"] == page.headers["Content-Security-Policy"]


def test_content_cannot_write_html() -> None:
    assert (
        inline("<b>**bold**</b> [a `code`](#x)")
        == '&lt;b&gt;<b>bold</b>&lt;/b&gt; <a href="#x">a <code>code</code></a>'
    )
