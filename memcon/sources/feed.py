"""Feeds: the entries of RSS and Atom, by feedparser, as the feed itself gives them."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any

from memcon.document import Document
from memcon.errors import EmptyError, FormatError, SourceError
from memcon.sources.days import day
from memcon.sources.limits import refuse_large
from memcon.sources.page.html import read_html
from memcon.sources.paragraphs import clean
from memcon.sources.text import decode

#: What begins a feed, behind a declaration, comments and a style sheet.
_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]")
#: Feeds need none; one that expands to itself takes all memory (“billion laughs”).
_ENTITY = re.compile(r"<!(?:ENTITY|DOCTYPE[^<>\[]*\[)", re.IGNORECASE)
#: The same in a feed's text, where nothing else stands before it.
_ROOT = re.compile(r"<(?:\w{1,80}:)?(?:rss|feed|RDF)[\s>]")
_BLANK = re.compile(r"[\s\ufeff]*")
_DECLARED = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)""")
#: No “<” within: where tags are begun and never ended, each would be sought an end up to the last one.
_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")
#: A character by its number, also where it is escaped again and again.
_NUMBERED = re.compile(r"&(?:amp;)*#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An entry of a feed.

    :param key: by which the feed tells it from others.
    :param link: address of the page; None if it has none of its own.
    :param content: the words, as HTML or plain text; empty if there are none.
    :param whole: whether it is the whole text, not a summary of what stands behind the link.
    """

    key: str
    link: str | None
    title: str | None
    publisher: str | None
    date: str | None
    content: str
    whole: bool

    def document(self, name: str) -> Document:
        """The document that the entry is.

        :raises SourceError: EmptyError if there are no words in it.
        """
        about = {
            "title": self.title,
            "publisher": self.publisher,
            "date": self.date,
            "url": self.link,
        }
        if not _TAG.search(self.content):
            text = clean(self.content).strip()
            if not text:
                raise EmptyError(name, "there are no words in this entry of the feed")
            return Document(name=name, text=text).model_copy(update=about)
        page = f"<html><body><article>{self.content}</article></body></html>"
        found = read_html(name, page.encode("utf-8", "replace"))
        return found.model_copy(update=about)


def is_feed(head: bytes) -> bool:
    """Whether the first bytes of something are those of a feed."""
    return _FEED.search(head[:2048]) is not None


def read_feed(name: str, data: bytes, address: str | None = None) -> list[FeedEntry | SourceError]:
    """The entries of a feed, in its order, or what is wrong with one.

    :param address: of the feed, for links that leave it out.
    :raises SourceError: FormatError if it is no feed or has entities of its own, EmptyError if there
        is nothing in it.
    """
    import feedparser

    refuse_large(name, len(data))
    declared = _DECLARED.match(data.lstrip())
    text, _ = decode(name, data, declared[1].decode("ascii") if declared else None)
    if _ENTITY.search(text):
        raise FormatError(
            name, "it defines entities of its own, which can be made to take all memory; memcon does "
            "not read such feeds: give the pages themselves"
        )  # fmt: skip
    if not _begins_as_feed(text):
        raise FormatError(
            name, "this is no feed: it does not begin as RSS or Atom does; check the address"
        )
    headers = {"content-location": address} if address else {}
    try:
        # A stream, never the bytes: feedparser takes those for a path or an address first, and opens it.
        found = feedparser.parse(io.BytesIO(_recoded(text)), response_headers=headers)
    except MemoryError:
        raise
    except Exception as error:
        # feedparser lets whatever a broken feed leads to through.
        raise FormatError(
            name,
            f"this feed is broken ({type(error).__name__}: {error}); give the pages themselves",
        ) from error
    if not found.version and not found.entries:
        why = str(found.get("bozo_exception", "")) or "nothing in it is known"
        raise FormatError(name, f"this is no feed, or a broken one ({why}); check the address")
    if not found.entries:
        raise EmptyError(name, "there are no entries in this feed; check that it is the right one")
    publisher = clean(found.feed.get("title", "")) or None
    return [
        _entry_or_error(name, entry, number, publisher)
        for number, entry in enumerate(found.entries, start=1)
    ]


def _begins_as_feed(text: str) -> bool:
    """Whether nothing but declarations and comments stands before the outermost element of a feed."""
    at = 0
    while True:
        at = _BLANK.match(text, at).end()  # type: ignore[union-attr]
        for mark, end in (("<!--", "-->"), ("<?", "?>"), ("<!", ">")):
            if text.startswith(mark, at):
                stop = text.find(end, at + len(mark))
                if stop < 0:
                    return False
                at = stop + len(end)
                break
        else:
            return _ROOT.match(text, at) is not None


def _recoded(text: str) -> bytes:
    """The feed in UTF-8, whatever it was in, and saying so."""
    bare = re.sub(r"^\s*<\?xml[^>]*\?>", "", text, count=1)
    return _NUMBERED.sub(_writable, bare).encode("utf-8", "replace")


def _writable(found: re.Match[str]) -> str:
    """The reference to a character; of one that no text can hold, as half of a pair, its stand-in."""
    digits, base = (found[1], 16) if found[1] else (found[2], 10)
    # Numbers of many digits are not worked out: that alone takes long.
    number = int(digits, base) if len(digits.lstrip("0")) <= 7 else 0
    fine = 0 < number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF
    return found[0] if fine else _REPLACEMENT


def _entry_or_error(
    name: str, entry: Any, number: int, publisher: str | None
) -> FeedEntry | SourceError:
    try:
        return _entry(entry, number, publisher)
    except (ValueError, TypeError, AttributeError, LookupError) as error:
        return FormatError(
            f"{name} (#{number})", f"this entry of the feed is broken ({type(error).__name__}: {error}); "
            "give the page itself"
        )  # fmt: skip


def _entry(entry: Any, number: int, publisher: str | None) -> FeedEntry:
    contents = [c.value for c in entry.get("content", ()) if c.get("value")]
    link = entry.get("link") or None
    if link is not None and not link.startswith(("http://", "https://")):
        link = None
    source = clean((entry.get("source") or {}).get("title", "")) or None
    dates = (entry[field] for field in ("published", "updated", "created") if field in entry)
    return FeedEntry(
        key=entry.get("id") or link or f"#{number}",
        link=link,
        title=clean(_TAG.sub("", entry.get("title", ""))) or None,
        publisher=source or publisher,
        date=next((found for found in map(day, dates) if found), None),
        content=max(contents, key=len) if contents else entry.get("summary", ""),
        whole=bool(contents),
    )
