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
#: Higher levels of zlib's take several times as long, for a tenth of the room.
_LEVEL = 1


@dataclass(frozen=True, slots=True)
class Origin:
    """The bytes that a text was taken from, and where they were had.

    :param place: that the bytes came from, for telling that they were had before: the address of a
        page, a file's path, an id in a web archive.
    :param address: of the document; the texts of one address are versions of one document.
    :param media: type of the bytes (RFC 6838), such as `text/html`.
    :param etag: by which a server tells whether a page has changed; `modified` likewise.
    """

    place: str
    address: str
    data: bytes = field(repr=False)
    media: str = "application/octet-stream"
    etag: str | None = None
    modified: str | None = None

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
        """The origin, or one that stands for it."""
        if self.origin is not None:
            return self.origin
        document = self.document
        data = document.text.encode("utf-8", "surrogatepass")
        place = document.url or f"urn:sha256:{document.sha256}"
        return Origin(place, place, data, "text/plain; charset=utf-8")


def pack(data: bytes) -> bytes:
    """Bytes as they are kept."""
    return zlib.compress(data, _LEVEL)


def unpack(data: bytes) -> bytes:
    """The bytes of what is kept."""
    return zlib.decompress(data)


def key_of(address: str) -> str:
    """An address, however long, as it is looked up."""
    return hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()
