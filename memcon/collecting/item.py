"""Items: bytes that a document is to be taken from, with where they came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

from memcon.archive.entry import Origin
from memcon.document import Document
from memcon.sources.addresses import split

#: What bytes can be; those of the second line hold documents, and are none themselves.
Kind = Literal[
    "text", "html", "pdf", "docx", "eml", "json", "entry",
    "jsonl", "zip", "warc", "wacz", "feed", "sitemap",
]  # fmt: skip
MEDIA: dict[str, str] = {
    "text": "text/plain",
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "eml": "message/rfc822",
    "json": "application/json",
    "entry": "text/html",
}


@dataclass(frozen=True, slots=True)
class Item:
    """Bytes that a document is to be taken from.

    :param label: what messages call it: a path, with the file inside if it is packed; or an address.
    :param name: the document's.
    :param place: that tells the bytes' origin from all others.
    :param size: bytes of the file given that are done with when this is.
    :param about: title, publisher, date and address as far as they are known from outside.
    :param document: if it is known already, as of an entry of a feed.
    """

    label: str
    name: str
    place: str
    kind: Kind
    data: bytes = field(repr=False)
    size: int = 0
    about: dict[str, str | None] = field(default_factory=dict)
    etag: str | None = None
    modified: str | None = None
    document: Document | None = None

    @property
    def sha256(self) -> str:
        """Digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()

    def origin(self, document: Document) -> Origin:
        """Where the document came from, and what its address is; never an error.

        What a page gives as its address, and is none, is not believed.
        """
        return Origin(
            place=self.place, address=self._address(document), data=self.data,
            media=MEDIA.get(self.kind, "application/octet-stream"), etag=self.etag,
            modified=self.modified,
        )  # fmt: skip

    def _address(self, document: Document) -> str:
        """The address that the page itself gives, if it can be believed, else that of the place."""
        own = self.about.get("url") or self.place
        given = document.url
        if not given or not own.startswith("file:"):
            return _plain(own) if not given or not _same_site(given, own) else _plain(given)
        parts = split(given)
        # A page that names the start page of its site as its own address is mistaken.
        believed = (
            parts is not None
            and parts.scheme in ("http", "https")
            and (parts.path.strip("/") or parts.query)
        )
        return _plain(given) if believed else own


def _same_site(given: str, own: str) -> bool:
    there, here = split(given), split(own)
    if there is None or here is None:
        return False
    hosts = [(parts.hostname or "").removeprefix("www.") for parts in (there, here)]
    return hosts[0] == hosts[1] and bool(there.path.strip("/") or there.query)


def _plain(address: str) -> str:
    """An address without its fragment, which names a place in the page."""
    return address.partition("#")[0] if address.startswith(("http:", "https:")) else address
