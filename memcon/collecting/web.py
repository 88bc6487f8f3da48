"""The web: the pages at addresses, and those that feeds and sitemaps list."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from urllib.parse import urlsplit

from memcon.collecting.archived import archived_items
from memcon.collecting.failures import failure_of
from memcon.collecting.feeds import items_of_feed
from memcon.collecting.item import Item
from memcon.errors import SourceError, UnknownTypeError
from memcon.sources import Failure
from memcon.sources.kinds import kind_of
from memcon.sources.sitemap import is_sitemap, read_sitemap, unpacked
from memcon.sources.url import Browser, Page

Visited = Callable[[str], tuple[str | None, str | None] | None]
#: Sitemaps of sitemaps have one level (sitemaps.org); a second one is let pass.
_LEVELS = 2
_HEAD = 4096


class Web:
    """Pages of the web as items.

    :param visited: `ETag` and `Last-Modified` of the last capture of an address.
    :param most: pages of a feed or a sitemap that are had at most; None for all.
    """

    def __init__(self, browser: Browser, visited: Visited, most: int | None) -> None:
        self._browser = browser
        self._visited = visited
        self._most = most
        self.unchanged = 0

    def close(self) -> None:
        """Let go of the web."""
        self._browser.__exit__(None, None, None)

    def items(self, address: str) -> Iterator[Item | Failure]:
        """The items of an address: a page, or what a feed or a sitemap there lists.

        :raises SourceError: if it cannot be had.
        """
        page = self._get(address)
        if page is None:
            self.unchanged += 1
            return
        yield from islice(self._of(address, page, _LEVELS), self._most)

    def pages(self, addresses: Iterable[str]) -> Iterator[Item | Failure]:
        """The pages at addresses, one item each; what cannot be had is told of."""
        for address in islice(addresses, self._most):
            found: Item | Failure | None = None
            try:
                page = self._get(address)
                if page is None:
                    self.unchanged += 1
                else:
                    found = _item(address, page)
            except Exception as error:
                # One page costs itself only.
                found = failure_of(address, error)
            if found is not None:
                yield found

    def _get(self, address: str) -> Page | None:
        etag, modified = self._visited(address) or (None, None)
        return self._browser.get(address, etag=etag, modified=modified)

    def _of(self, address: str, page: Page, levels: int) -> Iterator[Item | Failure]:
        kind = kind_of("", page.data[:_HEAD], page.media)
        if kind == "warc" and is_sitemap(_begun(page.data)):
            kind = "sitemap"
        if kind == "feed":
            yield from items_of_feed(address, address, page.data, self.pages, page.address)
        elif kind == "sitemap":
            yield from self._listed(address, page.data, levels)
        elif kind in ("warc", "wacz"):
            yield from archived_items(address, address, io.BytesIO(page.data), kind)
        else:
            yield _item(address, page)

    def _listed(self, address: str, data: bytes, levels: int) -> Iterator[Item | Failure]:
        sitemap = read_sitemap(address, data)
        yield from self.pages(sitemap.pages)
        for further in sitemap.sitemaps if levels else ():
            try:
                page = self._browser.get(further)
                if page is not None:
                    yield from self._listed(further, page.data, levels - 1)
            except Exception as error:
                yield failure_of(further, error)


def _item(address: str, page: Page) -> Item:
    kind = kind_of("", page.data[:_HEAD], page.media)
    if kind not in ("text", "html", "pdf", "docx", "eml", "image"):
        raise UnknownTypeError(
            address, f"this is no document (the server says {page.media or 'nothing'}); give the address "
            "of a page, a PDF, a feed or a sitemap"
        )  # fmt: skip
    name = urlsplit(page.address).path.rstrip("/").rpartition("/")[2] or page.address
    return Item(
        label=address, name=name[:200], place=address, kind=kind, data=page.data,
        size=len(page.data), about={"url": page.address}, etag=page.etag, modified=page.modified,
        how="fetched", had_at=page.address,
    )  # fmt: skip


def _begun(data: bytes) -> bytes:
    """The first bytes of what is packed by gzip."""
    try:
        return unpacked("", data)[:_HEAD]
    except SourceError:
        return b""
