"""Pages of web archives as items."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from memcon.collecting.item import Item
from memcon.errors import SourceError
from memcon.sources import Failure
from memcon.sources.kinds import Kind, kind_of
from memcon.sources.warc import Archived, pages_of_wacz, pages_of_warc

_HEAD = 4096


def archived_items(label: str, name: str, stream: BinaryIO, kind: Kind) -> Iterator[Item | Failure]:
    """The items of the pages in a web archive, and what is told of those that cannot be had.

    :param kind: “wacz”, or “warc”.
    """
    pages = pages_of_wacz(name, stream) if kind == "wacz" else pages_of_warc(name, stream)
    for page in pages:
        yield _item(label, name, page)


def _item(label: str, name: str, page: Archived | SourceError) -> Item | Failure:
    """The item of a page, or why there is none; it is told from others by the id of its record."""
    if isinstance(page, SourceError):
        return Failure(page.name.replace(name, label, 1), 0, page.reason)
    own = page.address.rpartition("/")[2][:200] or page.address
    # An id that is an address would be taken for what a server sent from there.
    known = page.id.startswith("urn:uuid:")
    return Item(
        label=f"{label} ({page.address})", name=own,
        place=page.id if known else f"{label}#{page.id or page.address}",
        kind=kind_of("", page.data[:_HEAD], page.media) or "text", data=page.data,
        size=len(page.data), about={"url": page.address}, etag=page.etag, modified=page.modified,
        how="imported", had_at=page.address,
    )  # fmt: skip
