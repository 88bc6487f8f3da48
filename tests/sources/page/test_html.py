"""Web pages: the article, and what the page tells of itself."""

import contextlib

import pytest

from memcon.errors import BinaryError, EmptyError, FormatError
from memcon.sources.limits import TooLargeError
from memcon.sources.page import html
from memcon.sources.page.html import is_page, read_html

HEAD = """<!DOCTYPE html><html lang="en"><head><title>Harbour talks | Saltmere Courier</title>
<meta property="og:site_name" content="Saltmere Courier">
<meta property="og:title" content="Harbour talks">
<meta property="og:url" content="https://courier.example/2021/harbour-talks">
<meta property="article:published_time" content="2021-05-14T10:00:00+00:00"></head>"""
BODY = """<body><nav><a href="/">Home</a><a href="/sea">Sea</a></nav><article><h1>Harbour talks</h1>
<p>“The harbour stays open,” Ms Maravel <b>said</b> on <i>Tuesday</i>.</p>
<blockquote>We will wait for the café.</blockquote></article><footer>Imprint</footer></body></html>"""


def test_the_article_with_title_publisher_address_and_date() -> None:
    document = read_html("talks.html", (HEAD + BODY).encode())
    assert "“The harbour stays open,” Ms Maravel said on Tuesday." in document.text.split("\n")
    assert "We will wait for the café." in document.text.split("\n")
    assert "Imprint" not in document.text
    assert document.title == "Harbour talks"
    assert document.publisher == "Saltmere Courier"
    assert document.url == "https://courier.example/2021/harbour-talks"
    assert document.date == "2021-05-14"


def test_what_the_page_does_not_tell_is_none() -> None:
    page = "<html><body><p>“Hi there,” she <b>said</b>.</p></body></html>"
    document = read_html("a.html", page.encode())
    assert document.text == "“Hi there,” she said."
    assert (document.title, document.publisher, document.url, document.date) == (None,) * 4


def test_a_page_without_its_outermost_element() -> None:
    assert read_html("a.html", b"<p>She said no.</p>").text == "She said no."


def test_the_encoding_that_the_page_declares() -> None:
    page = (
        f'<html><head><meta charset="iso-8859-2"></head><body><p>{"Łódź agreed."}</p></body></html>'
    )
    document = read_html("a.html", page.encode("iso-8859-2"))
    assert document.text == "Łódź agreed."
    assert document.encoding == "iso8859-2"


def test_a_wrong_declaration_gives_way_to_the_bytes() -> None:
    page = '<html><head><meta charset="no-such"></head><body><p>The café agreed.</p></body></html>'
    assert read_html("a.html", page.encode("cp1252")).text == "The café agreed."


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(EmptyError, match="no article was found in the page"):
        read_html("a.html", b"<html><body><script>load()</script></body></html>")
    with pytest.raises(EmptyError, match="the file is empty"):
        read_html("a.html", b"\n")


def test_a_pdf_called_html_is_refused() -> None:
    with pytest.raises(BinaryError, match="this is a PDF"):
        read_html("a.html", b"%PDF-1.5\n")


def test_telling_a_page_from_text() -> None:
    assert is_page(b"\xef\xbb\xbf<!doctype HTML>")
    assert is_page(b'<?xml version="1.0"?>\n<html xmlns="x">')
    assert not is_page(b"<htmlish> said no")


@pytest.mark.parametrize("element", ["<p>a", "<i>", "<DIV>a", "<x-y>", "<a href='b'>c</a>"])
def test_elements_without_end_are_refused_before_anything_is_built(
    element: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(html, "_extract", lambda _: pytest.fail("it was built"))
    with pytest.raises(TooLargeError, match="the page has 100,000 elements, and 50,000 are read"):
        read_html("a.html", (element * 100_000).encode())


def test_a_page_of_many_paragraphs_is_read() -> None:
    paragraphs = "".join(f"<p>Ms Maravel said on day {n} that it was open." for n in range(3000))
    text = read_html("a.html", paragraphs.encode()).text
    assert len(text.split("\n\n")) == 3000


def test_elements_within_elements_without_end() -> None:
    deep = "<div>" * 20_000 + "<p>Ms Maravel said no.</p>"
    with contextlib.suppress(EmptyError, FormatError):
        assert read_html("a.html", deep.encode()).text


@pytest.mark.parametrize("error", [RecursionError("deep"), AssertionError("no"), ValueError("x")])
def test_whatever_the_extraction_raises_is_told(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(_: str) -> None:
        raise error

    monkeypatch.setattr(html, "_extract", fall)
    with pytest.raises(FormatError, match="this page is broken"):
        read_html("a.html", b"<p>She said no.</p>")
