"""Kinds: what bytes are, by the end of their name, by what a server says, by how they begin."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from memcon.errors import UnknownTypeError
from memcon.sources.binary import refuse_binary
from memcon.sources.feed import is_feed
from memcon.sources.page.html import is_page
from memcon.sources.sitemap import is_sitemap

#: What bytes can be; those of the second line hold documents, and are none themselves. A line is one of
#: JSON Lines, and an entry one of a feed.
Kind = Literal[
    "text", "html", "pdf", "docx", "eml", "image", "json", "line", "entry",
    "jsonl", "zip", "warc", "wacz", "feed", "sitemap",
]  # fmt: skip
#: Those that are read piece by piece, however large they are.
HOLDERS = frozenset({"jsonl", "zip", "warc", "wacz"})
#: Ends of names, in small letters. XML may be a feed, a sitemap or a page: its beginning tells.
_ENDS: dict[str, Kind | None] = {
    ".txt": "text", ".text": "text", ".md": "text", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".pdf": "pdf",
    ".docx": "docx", ".eml": "eml", ".png": "image", ".jpg": "image", ".jpeg": "image",
    ".tif": "image", ".tiff": "image", ".zip": "zip", ".warc": "warc", ".warc.gz": "warc",
    ".warc.zst": "warc", ".wacz": "wacz", ".rss": "feed", ".atom": "feed", ".xml": None,
    ".xml.gz": "sitemap",
}  # fmt: skip
#: What memcon says that it knows.
SUFFIXES = tuple(_ENDS)
#: Last ends of names, for a look into folders.
LAST_SUFFIXES = frozenset("." + end.rpartition(".")[2] for end in _ENDS if _ENDS[end] != "image")
_MEDIA: dict[str, Kind] = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "text",
    "text/markdown": "text", "application/pdf": "pdf", "message/rfc822": "eml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/rss+xml": "feed", "application/atom+xml": "feed", "application/rdf+xml": "feed",
    "image/png": "image", "image/jpeg": "image", "image/tiff": "image",
    "application/zip": "zip", "application/warc": "warc", "application/wacz": "wacz",
}  # fmt: skip
_WARC = re.compile(rb"WARC/\d")
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
#: How a JSON object, or a list of some, begins.
_JSON = re.compile(rb"(?:\[\s*)?\{")
_MAIL = re.compile(
    rb"(?:\A|\n)(?:from|to|subject|date|message-id|received|mime-version):", re.IGNORECASE
)


def end_of(name: str) -> str | None:
    """The end of a name by which memcon knows its kind, or None."""
    low = name.casefold()
    found = [end for end in _ENDS if low.endswith(end)]
    return max(found, key=len) if found else None


def is_looked_for(name: str) -> bool:
    """Whether a file in a folder, an archive or a mail is taken for a document, by its name.

    Pictures are not: most are no scans. Whoever means one names it.
    """
    end = end_of(name)
    return end is not None and _ENDS[end] != "image"


def named(name: str) -> Kind | None:
    """What a file is by the end of its name alone; None if that does not tell."""
    end = end_of(name)
    return _ENDS[end] if end is not None else None


def kind_of_file(name: str, head: bytes) -> Kind:
    """What a file is; one whose name has no end is text, if it is none of the others.

    :param name: "" for what has none, such as standard input.
    :raises SourceError: UnknownTypeError if its end is not known, BinaryError if it is nothing to read.
    """
    kind = kind_of(name, head)
    if kind is not None:
        return kind
    suffix = Path(name).suffix
    if end_of(name) == ".xml":
        raise UnknownTypeError(
            name,
            "this XML is neither a feed (RSS, Atom) nor a sitemap nor a page; convert it to text",
        )
    if suffix and not suffix[1:].isdigit() and " " not in suffix:
        refuse_binary(name, head)
        raise UnknownTypeError(
            name,
            f"memcon does not know files that end in {suffix}; it knows {', '.join(SUFFIXES)}: "
            f"convert it, or, if it is plain text, use memcon read - < {name}",
        )
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if b'"text"' not in head or not _JSON.match(start):
        return "text"
    # An object that goes on after the end of a line, or a list.
    first, broken, _ = start.partition(b"\n")
    whole_lines = start.startswith(b"{") and (not broken or first.rstrip().endswith(b"}"))
    return "jsonl" if whole_lines else "json"


def kind_of(name: str, head: bytes, media: str = "") -> Kind | None:
    """What bytes are; None if it is nothing that memcon knows.

    :param name: of the file; "" to go by the rest.
    :param head: the first bytes, a kilobyte or more.
    :param media: what a server says of them.
    """
    begun = _begins(head)
    end = end_of(name)
    if end is not None and _ENDS[end] is not None:
        return _ENDS[end]
    if end == ".xml":
        return begun
    if media and not begun:
        begun = _MEDIA.get(media)
    # Servers often send a feed or a sitemap as some XML or text, and a page as such.
    return begun


def _begins(head: bytes) -> Kind | None:
    bare = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if bare.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(_PICTURES):
        return "image"
    if bare.startswith(b"PK\x03\x04"):
        # WACZ keeps its web archives under this name.
        if b"archive/" in head and b"warc" in head:
            return "wacz"
        return "docx" if b"word/" in head or b"[Content_Types].xml" in head else "zip"
    if _WARC.match(bare) or head.startswith(b"\x1f\x8b"):
        return "warc"
    if is_page(head):
        return "html"
    if is_sitemap(head):
        return "sitemap"
    if is_feed(head):
        return "feed"
    if len(_MAIL.findall(head[:2000])) >= 3:
        return "eml"
    return None
