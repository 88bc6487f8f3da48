"""Feeds: the entries of a feed as items, or the pages that they point at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from memcon.collecting.failures import failure_of
from memcon.collecting.item import Item
from memcon.errors import SourceError
from memcon.sources import Failure
from memcon.sources.feed import FeedEntry, read_feed

#: Gives the items of addresses; None if the web is not asked.
Pages = Callable[[Iterable[str]], Iterator[Item | Failure] | None]


def items_of_feed(
    label: str, place: str, data: bytes, pages: Pages, address: str | None = None
) -> Iterator[Item | Failure]:
    """An item for each entry: the entry, if the feed gives its whole text, else the page behind it.

    :raises SourceError: if it is no feed.
    """
    for entry in read_feed(label, data, address):
        if isinstance(entry, SourceError):
            yield Failure(entry.name, 0, entry.reason)
            continue
        behind = None if entry.whole or not entry.link else pages([entry.link])
        if behind is not None and entry.link:
            for found in behind:
                yield _known(found, entry)
            continue
        name = entry.title or entry.key
        try:
            document = entry.document(name)
        except Exception as error:
            # One entry costs itself only.
            yield failure_of(f"{label} ({name})", error)
            continue
        yield Item(
            label=f"{label} ({name})", name=name, place=f"{place}#{entry.key}", kind="entry",
            data=entry.content.encode("utf-8", "replace"), document=document,
            about={"url": entry.link}, how="fetched" if address else "file", had_at=address,
        )  # fmt: skip


def _known(found: Item | Failure, entry: FeedEntry) -> Item | Failure:
    """The page, with what the feed knows of it for where the page itself does not say so."""
    if isinstance(found, Failure):
        return found
    told = {"title": entry.title, "publisher": entry.publisher, "date": entry.date}
    about = {**told, **{field: value for field, value in found.about.items() if value}}
    return replace(found, about=about)
