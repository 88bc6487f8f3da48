import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from memcon.document import Document
from memcon.report import render
from memcon.report.visible import visible


class Page(HTMLParser):
    """The elements of a page, and the text of its article."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.article, self._inside = [], [], False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._inside = self._inside or tag == "article"

    def handle_endtag(self, tag):
        self._inside = self._inside and tag != "article"

    def handle_data(self, data):
        if self._inside:
            self.article.append(data)

    def named(self, tag):
        return [attrs for name, attrs in self.elements if name == tag]


def test_the_article_is_the_text_to_the_character(talks, malice):
    for record in (talks, malice):
        # The template's own line breaks stand between the lines of the text.
        article = "".join(Page(render(record, "html")).article)
        lines = [line for line in article.split("\n") if line]
        assert lines == [line for line in visible(record.text).split("\n") if line]


def test_every_link_inside_the_page_leads_somewhere_and_no_id_is_used_twice(talks):
    page = Page(render(talks, "html"))
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    links = [attrs["href"] for attrs in page.named("a")]
    assert {"#e0", "#e1", "#e2", "#t0", "#t1", "#t2", "#L1", "#L3"} <= set(links)
    assert all(link[1:] in ids for link in links)


def test_source_cue_and_nested_content_are_told_apart(talks):
    html = render(talks, "html")
    assert '<span class="p content d1" data-content="0">“The lamps stay lit,”</span>' in html
    assert '<span class="p content d1" data-content="0">“Every night.”</span>' in html
    assert (
        '<span class="p source content d1" data-source="2" data-content="1">the keeper</span>'
        in html
    )
    assert '<span class="p content d2" data-content="1 2">that fog was near</span>' in html


def test_a_doubtful_attribution_is_marked_by_a_sign_and_a_word(talks):
    html = render(talks, "html")
    assert 'data-label="a3?"' in html
    assert "? low confidence (0.40)" in html
    assert "<span>to <bdi>Dara Quill</bdi></span>" in html


def test_the_policy_names_the_style_and_the_script_and_nothing_else(malice):
    html = render(malice, "html")
    page = Page(html)
    policy = next(m["content"] for m in page.named("meta") if "http-equiv" in m)
    for tag in ("style", "script"):
        (source,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert not any(name in ("style", "src") or name.startswith("on")
                   for _, attrs in page.elements for name in attrs)  # fmt: skip
    assert not re.search(r"url\(|@import|https?://", html)


def test_malicious_words_stay_words(malice):
    html = render(malice, "html")
    page = Page(html)
    assert len(page.named("script")) == len(page.named("style")) == 1
    assert "&lt;script&gt;alert(&#34;1&#34;)" in html
    assert "&amp;amp;" in html
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x1b\x00]", html)


@pytest.mark.parametrize(
    ("url", "links"),
    [('https://example.org/a?b=1&c="', 1), ("javascript:alert(1)", 0), ("data:text/html,x", 0)],
)
def test_only_an_address_of_the_web_becomes_a_link(empty, url, links):
    document = Document(name="a.txt", text="Rain fell.\n", url=url)
    page = Page(render(empty.model_copy(update={"document": document}), "html"))
    assert [a["href"] for a in page.named("a")] == [url] * links


def test_a_record_without_attributions_says_so(empty):
    assert "No attributions were found in this text." in render(empty, "html")


def luminance(colour):
    """Relative luminance of `#rrggbb` (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "print"])
def test_every_word_has_the_contrast_of_wcag_aa(empty, scheme):
    roots = re.findall(r":root \{(.*?)\}", render(empty, "html"), re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#\w+)", roots[0]))
    colours |= dict(re.findall(r"--([\w-]+): (#\w+)", roots[scheme]))
    full = {k: "#" + v[1:] * 2 if len(v) == 4 else v for k, v in colours.items()}
    pairs = [(word, ground) for word in ("ink", "source", "cue", "quiet")
             for ground in ("paper", "d1", "d2", "d3", "d4")]  # fmt: skip
    pairs += [("quiet", "panel"), ("ink", "panel"), ("doubt", "paper"), ("doubt", "panel"),
              ("source", "panel"), ("cue", "panel"), ("lit-ink", "lit")]  # fmt: skip
    for word, ground in pairs:
        light, dark = sorted((luminance(full[word]), luminance(full[ground])), reverse=True)
        contrast = (light + 0.05) / (dark + 0.05)
        assert contrast >= 4.5, f"{word} on {ground}: {contrast:.2f}"


def test_who_is_who_stands_behind_the_attributions_and_cites_its_titles(talks, empty):
    html = render(talks, "html")
    page = Page(html)
    assert html.index('id="actors"') > html.index('id="e2"')
    assert '<bdi>harbour minister</bdi> (beside the name, <a href="#L1">line 1</a>, 40–56)' in html
    assert "named once, by title once (“the harbour minister”), by pronoun once" in html
    assert any(attrs.get("id") == "actors" for attrs in page.named("h2"))
    assert 'id="actors"' not in render(empty, "html")
