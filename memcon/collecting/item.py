"""Items: bytes that a document is to be taken from, with where they came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from memcon.collecting.standing import plain, standing
from memcon.document import Document
from memcon.sources.kinds import Kind

if TYPE_CHECKING:
    from memcon.archive.entry import How, Origin

MEDIA: dict[str, str] = {
    "text": "text/plain",
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "eml": "message/rfc822",
    "json": "application/json",
    "line": "application/json",
    "entry": "text/html",
}
_PICTURES = {b"\x89PNG": "image/png", b"\xff\xd8": "image/jpeg"}
_TIFF = "image/tiff"


@dataclass(frozen=True, slots=True)
class Item:
    """Bytes that a document is to be taken from.

    :param label: what messages call it: a path, with the file inside if it is packed; or an address.
    :param name: the document's.
    :param place: that tells the bytes' origin from all others.
    :param size: bytes of the file given that are done with when this is.
    :param about: title, publisher, date and address as far as they are known from outside.
    :param document: if it is known already, as of an entry of a feed.
    :param had_at: address that a server, or a web archive, gave the bytes for; None for a file's.
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
    how: How = "file"
    had_at: str | None = None

    @property
    def sha256(self) -> str:
        """Digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def media(self) -> str:
        """Type of the bytes (RFC 6838)."""
        if self.kind == "image":
            return next((m for mark, m in _PICTURES.items() if self.data.startswith(mark)), _TIFF)
        return MEDIA.get(self.kind, "application/octet-stream")

    def origin(self, document: Document, by: str | None = None) -> Origin:
        """Where the document came from, and what its address is; never an error.

        What a page gives as its address, and was not had from there, is kept as its word only.

        :param by: the user who adds it.
        """
        # The archive takes half a second to import, which who only reads need not wait for.
        from memcon.archive.entry import Origin

        place = self.place
        if self.had_at and self.kind != "entry":
            # The entries of a feed were all had from one address, which is that of none of them.
            place = plain(self.had_at)
        address, said_at = standing(place, self.had_at, document.url or self.about.get("url"))
        return Origin(
            place=self.place, address=address, data=self.data,
            media=self.media, etag=self.etag,
            modified=self.modified, how=self.how, by=by, said_at=said_at,
        )  # fmt: skip
