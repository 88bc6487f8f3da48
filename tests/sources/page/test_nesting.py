"""Elements in each other without end: no word of the page is lost for it."""

from __future__ import annotations

import pytest

from memcon.sources.page.html import read_html
from memcon.sources.page.nesting import DEEPEST, shallow

SAID = "The harbour minister said to the press that lamp number {} stays lit."


def depth(page: str) -> int:
    from lxml import html

    deepest, now = 0, [html.fromstring(page)]
    while now:
        deepest += 1
        now = [child for element in now for child in element]
    return deepest


@pytest.mark.parametrize("count", [190, 210, 3000])
@pytest.mark.parametrize("element", ["font", "div", "b", "blockquote"])
@pytest.mark.parametrize("closed", [True, False])
def test_what_is_opened_again_and_again_hides_no_words(
    element: str, count: int, closed: bool
) -> None:
    opened, end = f"<{element}>" * count, f"</{element}>" * count if closed else ""
    before, inside, behind = (f"<p>{SAID.format(n)}</p>" for n in (1, 2, 3))
    page = f"<html><body><article>{before}{opened}{inside}{end}{behind}</article></body></html>"
    text = read_html("a.html", page.encode()).text
    assert [text.count(SAID.format(n)) for n in (1, 2, 3)] == [1, 1, 1]


@pytest.mark.parametrize("element", ["font", "div"])
def test_fifty_thousand_elements_in_each_other(element: str) -> None:
    page = f"<html><body><p>Lamps.</p>{f'<{element}>' * 49_990}<p>{SAID}</p></body></html>"
    assert SAID in read_html("a.html", page.encode()).text


def test_blockquotes_fifty_deep() -> None:
    page = f"<html><body>{'<blockquote>' * 50}<p>{SAID}</p>{'</blockquote>' * 50}</body></html>"
    assert shallow(page) is page
    assert SAID in read_html("a.html", page.encode()).text


def test_most_pages_stay_as_they_are() -> None:
    page = "<html><body>" + "<p>One <b>word</b>.</p>" * 1000 + "</body></html>"
    assert shallow(page) is page


def test_nothing_lies_deeper_and_what_is_not_too_deep_keeps_its_form() -> None:
    inner = (
        '<p class="a&quot;b">1 &lt; 2 <b>bold</b><br>end</p><ul><li>one<li>two</ul>'
        "<script>a<b</script>"
    )
    page = (
        f'<html lang="en"><head><title>T &amp; U</title></head><body>{inner}{"<div>" * 999}{inner}'
    )
    flat = shallow(page)
    assert depth(flat) <= DEEPEST + 2
    assert '<html lang="en">' in flat and "<title>T &amp; U</title>" in flat
    assert '<p class="a&quot;b">1 &lt; 2 <b>bold</b><br>end</p>' in flat
    # Too deep for its form, not for its words.
    assert flat.count("1 &lt; 2 ") == 2 and "<p>1 &lt; 2 bold<br>end</p>" in flat
    assert "<li>one</li><li>two</li>" in flat
    assert flat.count("<script>a<b</script>") == 2
