"""Handed in: the items of a text that was pasted, of files, or of an address."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

from memcon.archive import Archive, Origin
from memcon.collecting import Collector, Failure, Item, extract
from memcon.collecting.files import Given
from memcon.collecting.web import Web
from memcon.document import Document
from memcon.errors import SourceError
from memcon.report.visible import line
from memcon.sources.language import in_english
from memcon.sources.openness import Guard, by_proxy
from memcon.sources.text import refuse_empty
from memcon.sources.url import Browser

#: Pages of a feed or sitemap that are read for one address.
MOST_PAGES = 50

#: A document with where it came from; or name and reason of what cannot be had.
Handed = tuple[Document, Origin] | tuple[str, str]


def pasted(asked: dict[str, Any]) -> Iterator[Handed]:
    """The document of a pasted text, with what its reader told of it: that is their word only."""
    text = asked["text"]
    told = {
        key: line(asked.get(key) or "") or None for key in ("title", "publisher", "date", "stood")
    }
    try:
        name = told["title"] or _first_words(text)
        refuse_empty(name, text)
        document = Document(
            name=name, text=text, title=told["title"], publisher=told["publisher"], date=told["date"],
            url=told["stood"],
        )  # fmt: skip
        document = in_english(document)
        data = document.text.encode("utf-8", "surrogatepass")
        yield (
            document,
            Origin.of_text(
                document.sha256, data, how="pasted", by=asked.get("by"), said_at=document.url
            ),
        )
    except SourceError as error:
        yield "The text", error.reason


def uploaded(
    files: list[tuple[str, bytes]], archive: Archive, by: str | None = None
) -> Iterator[Handed]:
    """The documents in files; what is packed is unpacked.

    :param by: the user who handed them in.
    """
    collector = Collector(archive.visited, most=MOST_PAGES, offline=True)
    with TemporaryDirectory() as folder:
        for number, (given, data) in enumerate(files):
            name = line(given.replace("\\", "/").rpartition("/")[2])[:200] or "file"
            safe = "".join(c if c.isalnum() or c in "._- " else "_" for c in name)
            path = Path(folder) / str(number) / safe
            path.parent.mkdir()
            path.write_bytes(data)
            here = path.absolute().as_uri()
            # The same file is the same document, wherever and under whatever name it is handed in.
            place = f"file:///upload/{hashlib.sha256(data).hexdigest()[:16]}/{quote(name)}"
            for item in collector.items([Given(name, path, len(data))]):
                if isinstance(item, Item):
                    named = name if item.name == safe else item.name
                    # A web archive that is handed in may hold anything under any address.
                    item = replace(
                        item, place=place + item.place.removeprefix(here), name=named,
                        how="uploaded", had_at=None,
                    )  # fmt: skip
                yield _extracted(item, by)


def fetched(
    address: str, archive: Archive, *, guarded: bool, by: str | None = None
) -> Iterator[Handed]:
    """The documents at an address: a page, or what a feed or a sitemap lists.

    :param by: the user who asked for it.
    """
    if not address.startswith(("http://", "https://")):
        yield address, "an address begins with https://"
        return
    if guarded:
        web = Web(Browser(guard=Guard()), archive.visited, MOST_PAGES)
        try:
            for item in web.items(address):
                yield _extracted(_as_given(item, address), by)
        except SourceError as error:
            yield address, error.reason
        finally:
            web.close()
        return
    collector = Collector(archive.visited, most=MOST_PAGES, guard=None if by_proxy() else Guard())
    try:
        for item in collector.items(collector.find([address])):
            yield _extracted(_as_given(item, address), by)
    finally:
        collector.close()


def _as_given(item: Item | Failure, address: str) -> Item | Failure:
    """An item of an address; those of a web archive there have the word of whoever put it up."""
    if isinstance(item, Failure) or item.how != "imported":
        return item
    return replace(item, place=f"{address}#{item.place}", had_at=None)


def _extracted(item: Item | Failure, by: str | None) -> Handed:
    if isinstance(item, Failure):
        return item.label, item.reason
    try:
        document = extract(item)
    except SourceError as error:
        return item.label, error.reason
    except Exception as error:  # a parser of someone else's must not stop the rest
        return item.label, f"its reader failed on it ({type(error).__name__})"
    return document, item.origin(document, by)


def _first_words(text: str) -> str:
    words = line(text[:400])
    return words if len(words) <= 80 else words[:79].rsplit(" ", 1)[0] + " …"
