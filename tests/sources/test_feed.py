"""Feeds: entries of RSS and Atom; those that would take all memory are refused."""

from __future__ import annotations

import os
from pathlib import Path

import feedparser
import pytest

from memcon.errors import EmptyError, FormatError, SourceError
from memcon.sources import feed as feed_source
from memcon.sources.feed import FeedEntry, is_feed
from memcon.sources.feed import read_feed as read_each
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


def read_feed(name: str, data: bytes) -> list[FeedEntry]:
    """The entries, none of which is broken."""
    found = read_each(name, data)
    assert not any(isinstance(entry, SourceError) for entry in found)
    return [entry for entry in found if isinstance(entry, FeedEntry)]


def test_an_entry_of_atom_with_its_whole_text() -> None:
    [entry] = read_feed("feed", atom(ENTRY))
    document = entry.document("entry")
    assert entry.whole
    assert document.text == f"{WORDS}\n\nOssel agreed."
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


@pytest.mark.parametrize(
    "form", ["{}", "<!-- <rss> -->{}", "<?xml version='1.0'?>\n{}", "file://{}"]
)
def test_a_feed_that_names_a_file_opens_none(tmp_path: Path, form: str) -> None:
    (tmp_path / "other.xml").write_bytes(RSS)
    with pytest.raises(FormatError, match="this is no feed"):
        read_each("feed", form.format(tmp_path / "other.xml").encode())


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "<rss>")
    # Without a stream this would wait for ever: the whole feed is the name of a pipe.
    with pytest.raises(FormatError):
        read_each("feed", f"{tmp_path}/<rss>".encode())


def test_feedparser_is_handed_a_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[object] = []
    parse = feedparser.parse
    monkeypatch.setattr(
        feedparser, "parse", lambda what, **more: given.append(what) or parse(what, **more)
    )
    read_feed("feed", RSS)
    [stream] = given
    assert hasattr(stream, "read")


@pytest.mark.parametrize(
    "before",
    ["\ufeff", " \n", "<!-- made by > hand -->\n", '<?xml-stylesheet href="a"?>', "<!DOCTYPE rss>"],
)
def test_what_may_stand_before_a_feed(before: str) -> None:
    bare = RSS.partition(b"?>")[2]
    assert len(read_feed("feed", before.encode() + bare)) == 2


@pytest.mark.parametrize(
    "before",
    ["words ", "<html>", "<!-- never ended ", "<?", "<!", "<" * 5000, "<!-- -->" * 5000 + "x"],
)
def test_what_does_not_begin_as_a_feed(before: str) -> None:
    with pytest.raises(FormatError, match="does not begin as RSS or Atom does"):
        read_each("feed", before.encode() + RSS.partition(b"?>")[2])


@pytest.mark.parametrize(
    "character",
    [
        "&#xD800;",
        "&#55296;",
        "&amp;#xDFFF;",
        "&amp;amp;#xD800;",
        "&#0;",
        "&#x110000;",
        f"&#{'9' * 5000};",
    ],
)
def test_characters_that_no_text_can_hold(character: str) -> None:
    data = RSS.replace(b"Harbour", f"Har{character}bour".encode())
    first, second = read_feed("feed", data.replace(b"Short", f"Short{character}".encode()))
    assert first.title == "Har\N{REPLACEMENT CHARACTER}bour"
    assert second.document("entry").text.startswith("Short\N{REPLACEMENT CHARACTER}")


def test_other_characters_by_their_number_stay() -> None:
    first, _ = read_feed("feed", RSS.replace(b"Harbour", b"Caf&#xE9; &#x00000041; &#128522;"))
    assert first.title == "Café A \N{SMILING FACE WITH SMILING EYES}"


def test_a_feed_cut_anywhere_gives_entries_or_tells_why() -> None:
    data = atom(ENTRY, ENTRY.replace("urn:1", "urn:2"))
    for end in range(0, len(data), 3):
        try:
            found = read_each("feed", data[:end])
        except SourceError:
            continue
        for entry in found:
            try:
                if isinstance(entry, FeedEntry):
                    entry.document("entry")
            except SourceError:
                pass


def test_whatever_feedparser_raises_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(*_: object, **__: object) -> None:
        raise AssertionError("we should not get here!")

    monkeypatch.setattr(feedparser, "parse", fall)
    with pytest.raises(FormatError, match=r"this feed is broken \(AssertionError"):
        read_each("feed", RSS)


def test_an_entry_that_is_broken_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = feed_source._entry

    def fall(entry: object, number: int, publisher: str | None) -> FeedEntry:
        if number == 1:
            raise KeyError("value")
        return whole(entry, number, publisher)

    monkeypatch.setattr(feed_source, "_entry", fall)
    first, second = read_each("feed", RSS)
    assert isinstance(first, FormatError) and "this entry of the feed is broken" in first.reason
    assert isinstance(second, FeedEntry) and second.title == "No date"


def test_tags_without_end_are_each_looked_at_once() -> None:
    # Each “<” ends the look for the one before: the time is linear in the length.
    many = "&lt;a" * 80_000
    [entry] = read_feed("feed", atom(ENTRY.replace("Talks &amp; tea", many)))
    assert entry.title == "<a" * 80_000
    with pytest.raises(FormatError):
        read_each("feed", b"<!DOCTYPE " * 80_000)
