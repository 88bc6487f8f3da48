"""A comparison on the terminal, as Markdown, as a page and as a table."""

import csv
import io
from html.parser import HTMLParser

import pytest
from rich.console import Console

from memcon.comparison import compare
from memcon.comparison.terminal import print_comparison
from memcon.comparison.views import FORMATS, render
from tests.comparison.conftest import Writer, words_as_vectors

MALICE = (
    '\u202eevil </style></script><script>alert("1")</script> [bold]x[/bold] | *a* =cmd() \x1b[31m'
)


def records(content="the lamps of Harnes stay lit"):
    one = (
        Writer("a.txt")
        .meet("Ana Quill", "Oren Halvard")
        .say("Ana Quill", "urged", content, act="urge")
    )
    other = (
        Writer("b.txt").meet("Ana Quill", "Oren Halvard")
        .say("Oren Halvard", "thanked", "the pilots of Ossel for their chart", act="thank")
        .say("Ana Quill", "demanded", content, act="demand")
    )  # fmt: skip
    return [one.record(), other.record()]


@pytest.fixture
def laid():
    both = records()
    return compare(*both, embed=words_as_vectors), both


def on_terminal(comparison, width, encoding="utf-8"):
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    print_comparison(comparison, Console(file=out, width=width))
    out.flush()
    return out.buffer.getvalue().decode(encoding)


def test_two_columns_where_there_is_room_and_one_below_the_other_where_not(laid):
    comparison, _ = laid
    wide, narrow = on_terminal(comparison, 120), on_terminal(comparison, 50)
    assert any("urged" in row and "demanded" in row for row in wide.split("\n"))
    said = narrow.split("What is said")[1]
    assert not any("s1 Ana" in row and "s2 Ana" in row for row in said.split("\n"))
    for text, width in ((wide, 120), (narrow, 50)):
        assert max(len(row) for row in text.split("\n")) <= width
        assert "only in B" in text
        assert "Oren Halvard, thanked" in " ".join(text.split())


def test_a_terminal_that_knows_ascii_alone_gets_ascii(laid):
    assert on_terminal(laid[0], 100, "ascii").isascii()


class Page(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.elements, self.article, self._inside = [], [], False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._inside = self._inside or (tag == "p" and dict(attrs).get("class") == "line")

    def handle_endtag(self, tag):
        self._inside = self._inside and tag != "p"

    def handle_data(self, data):
        if self._inside:
            self.article.append(data)


def test_every_link_of_the_page_leads_somewhere_and_the_texts_are_whole(laid):
    comparison, both = laid
    page = Page(render(comparison, both, "html"))
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    links = [attrs["href"] for tag, attrs in page.elements if tag == "a"]
    assert len(ids) == len(set(ids))
    assert links
    assert all(link.startswith("#") and link[1:] in ids for link in links)
    assert "".join(page.article) == "".join(r.text.replace("\n", "") for r in both)


def test_the_page_runs_no_script_and_asks_no_network(laid):
    comparison, both = laid
    html = render(comparison, both, "html")
    page = Page(html)
    assert not {tag for tag, _ in page.elements} & {"script", "img", "link", "iframe", "object"}
    policy = next(a["content"] for tag, a in page.elements if "http-equiv" in a)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "script-src" not in policy
    assert "http://" not in html
    assert "https://" not in html


def test_words_that_would_act_only_show():
    both = records(MALICE)
    comparison = compare(*both, embed=words_as_vectors)
    html = render(comparison, both, "html")
    assert not any(tag == "script" for tag, _ in Page(html).elements)
    assert "\u202e" not in html
    markdown = render(comparison, both, "md")
    assert "<script>" not in markdown
    assert all(row.count(" | ") == 2 for row in markdown.split("\n") if row.startswith("| **both"))
    text = on_terminal(comparison, 100)
    assert "\x1b" not in text
    assert "[bold]x[/bold]" in " ".join(text.split())
    for row in csv.reader(io.StringIO(render(comparison, both, "csv"))):
        assert not any(cell.startswith(("=", "+", "@")) for cell in row)


def test_the_table_has_a_line_for_each_fact_point_and_change(laid):
    comparison, both = laid
    rows = list(csv.DictReader(io.StringIO(render(comparison, both, "csv"))))
    parts = [row["part"] for row in rows]
    assert parts.count("fact") == len(comparison.facts)
    assert parts.count("change") == sum(len(pair.changes) for pair in comparison.pairs)
    [pair] = [row for row in rows if row["what"] == "both"]
    assert (pair["A ids"], pair["B ids"]) == ("s1", "s2")
    start, end = map(int, pair["A spans"].split())
    assert both[0].text[start:end] == pair["A words"]


def test_an_unknown_format_is_told(laid):
    with pytest.raises(ValueError, match="use one of csv, html, json, md"):
        render(*laid, "pdf")
    assert sorted(FORMATS) == ["csv", "html", "json", "md"]
