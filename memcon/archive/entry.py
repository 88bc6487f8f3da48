"""An entry: what is added to the archive at once, a Record with where its text came from."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from memcon.document import Document
from memcon.record import Record

#: What became of an entry.
Outcome = Literal["added", "new version", "same text", "known"]
#: How bytes came to the archive: memcon asked a server for them, a reader of the app pasted them or gave
#: a file, they were a file of this machine, or they came out of a web archive or from a program.
How = Literal["fetched", "pasted", "uploaded", "file", "imported"]
#: Higher levels of zlib's take several times as long, for a tenth of the room.
_LEVEL = 1


@dataclass(frozen=True, slots=True)
class Origin:
    """The bytes that a text was taken from, and where they were had.

    :param place: that the bytes came from, for telling that they were had before: the address of a
        page, a file's path, an id in a web archive.
    :param address: of the document; the texts of one address are versions of one document. An address
        of the web is only for bytes that were had there; what merely claims one says so by `said_at`.
    :param media: type of the bytes (RFC 6838), such as `text/html`.
    :param etag: by which a server tells whether a page has changed; `modified` likewise.
    :param by: who added them, by a user's name; None if nobody is known.
    :param said_at: the address that the document is said to have stood at, which nobody has looked up.
    """

    place: str
    address: str
    data: bytes = field(repr=False)
    media: str = "application/octet-stream"
    etag: str | None = None
    modified: str | None = None
    how: How = "imported"
    by: str | None = None
    said_at: str | None = None

    @classmethod
    def of_text(
        cls,
        sha256: str,
        data: bytes,
        *,
        how: How = "imported",
        by: str | None = None,
        said_at: str | None = None,
    ) -> Origin:
        """The origin of a text that came from no place: the same text is the same document.

        :param sha256: of the text; `data` is it in UTF-8.
        """
        place = f"urn:sha256:{sha256}"
        return cls(place, place, data, "text/plain; charset=utf-8", how=how, by=by, said_at=said_at)

    @property
    def sha256(self) -> str:
        """Digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Entry:
    """A document to be added.

    :param record: None if its text has a Record in the archive already, which is then left as it is.
    :param origin: None for a Record alone: its text is then its own original.
    :param vectors: of the attributions of the Record, `(attributions, 384)`.
    """

    document: Document
    record: Record | None = None
    origin: Origin | None = None
    vectors: NDArray[np.float32] | None = None

    @classmethod
    def of(cls, record: Record) -> Entry:
        """An entry of a Record alone."""
        return cls(document=record.document, record=record)

    def came_from(self) -> Origin:
        """The origin, or one that stands for it: what address a Record names is its own word only."""
        if self.origin is not None:
            return self.origin
        document = self.document
        data = document.text.encode("utf-8", "surrogatepass")
        return Origin.of_text(document.sha256, data, said_at=document.url)


def pack(data: bytes) -> bytes:
    """Bytes as they are kept."""
    return zlib.compress(data, _LEVEL)


def unpack(data: bytes) -> bytes:
    """The bytes of what is kept."""
    return zlib.decompress(data)


def key_of(address: str) -> str:
    """An address, however long, as it is looked up."""
    return hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()
