"""Feeds: entries of RSS and Atom; those that would take all memory are refused."""

from __future__ import annotations

import pytest

from memcon.errors import EmptyError, FormatError
from memcon.sources.feed import is_feed, read_feed
from tests.sources.made_files import WORDS, atom

ENTRY = (
    '<entry><title>Talks &amp; tea</title><id>urn:1</id><link href="https://ossel.example/1"/>'
    "<published>2031-03-03T10:00:00Z</published>"
    f'<content type="html">&lt;p&gt;{WORDS}&lt;/p&gt;&lt;p&gt;Ossel agreed.&lt;/p&gt;</content></entry>'
)
RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Velmar Courier</title>
<item><title>Harbour</title><link>https://courier.example/2</link>
<pubDate>Mon, 03 Mar 2031 10:00:00 GMT</pubDate><description>{WORDS}</description></item>
<item><title>No date</title><guid>x2</guid><pubDate>Sat, 01 Jan 0000 00:00:00 GMT</pubDate>
<description>Short.</description></item></channel></rss>""".encode()


def test_an_entry_of_atom_with_its_whole_text() -> None:
    [entry] = read_feed("feed", atom(ENTRY))
    document = entry.document("entry")
    assert entry.whole
    assert document.text == f"{WORDS}\nOssel agreed."
    assert (document.title, document.publisher, document.date, document.url) == (
        "Talks & tea", "Ministry of Ossel", "2031-03-03", "https://ossel.example/1",
    )  # fmt: skip


def test_entries_of_rss_with_summaries_and_a_date_of_the_year_0() -> None:
    first, second = read_feed("feed", RSS)
    assert (first.whole, first.link, first.date) == (
        False,
        "https://courier.example/2",
        "2031-03-03",
    )
    assert first.document("entry").text == WORDS
    assert (second.key, second.date) == ("x2", None)


def test_a_feed_is_told_by_its_beginning() -> None:
    assert is_feed(RSS)
    assert is_feed(atom())
    assert not is_feed(b"<html><body>rss</body></html>")


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>',
        '<!DOCTYPE feed [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_of_its_own_are_refused(declaration: str, encoding: str) -> None:
    feed = f"<?xml version='1.0' encoding='{encoding}'?>{declaration}{atom(ENTRY).decode()[38:]}"
    with pytest.raises(FormatError, match="it defines entities of its own"):
        read_feed("feed", feed.encode(encoding))


def test_what_is_no_feed() -> None:
    with pytest.raises(FormatError, match="this is no feed"):
        read_feed("feed", b"just words")
    with pytest.raises(EmptyError, match="there are no entries"):
        read_feed("feed", atom())


def test_links_that_are_not_of_the_web_are_no_links() -> None:
    [entry] = read_feed(
        "feed", atom(ENTRY.replace("https://ossel.example/1", "file:///etc/passwd"))
    )
    assert entry.link is None
