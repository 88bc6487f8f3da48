"""Pages of web archives as items."""

from __future__ import annotations

from memcon.collecting.item import Item
from memcon.collecting.kinds import kind_of
from memcon.errors import SourceError
from memcon.sources import Failure
from memcon.sources.warc import Archived

_HEAD = 4096


def archived_item(label: str, page: Archived | SourceError) -> Item | Failure:
    """The item of a page, or why there is none; it is told from others by the id of its record."""
    if isinstance(page, SourceError):
        return Failure(page.name, 0, page.reason)
    name = page.address.rpartition("/")[2][:200] or page.address
    # An id that is an address would be taken for what a server sent from there.
    known = page.id.startswith("urn:uuid:")
    return Item(
        label=f"{label} ({page.address})", name=name,
        place=page.id if known else f"{label}#{page.id or page.address}",
        kind=kind_of("", page.data[:_HEAD], page.media) or "text", data=page.data,
        size=len(page.data), about={"url": page.address}, etag=page.etag, modified=page.modified,
        how="imported", had_at=page.address,
    )  # fmt: skip
