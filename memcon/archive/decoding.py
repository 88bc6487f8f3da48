"""Decoding: what was kept, unpacked and compared with the digest that was written down with it."""

from __future__ import annotations

import hashlib
import zlib

from memcon.archive.entry import unpack
from memcon.archive.errors import DamagedError
from memcon.record import Record

TEXT, ORIGINAL, RECORD = "text", "original", "Record of the text"


def digest(data: bytes) -> str:
    """The SHA-256 of bytes before they are packed, in letters."""
    return hashlib.sha256(data).hexdigest()


def decode_text(content: bytes, sha256: str) -> str:
    """The text of that digest.

    :raises DamagedError: if it is not.
    """
    return _unpacked(content, sha256, TEXT, sha256).decode("utf-8", "surrogatepass")


def decode_original(content: bytes, sha256: str) -> bytes:
    """The bytes of that digest, as they came.

    :raises DamagedError: if they are not.
    """
    return _unpacked(content, sha256, ORIGINAL, sha256)


def decode_record(content: bytes, own: str, text: bytes, sha256: str) -> Record:
    """The Record of a text, as the engine made it.

    :param own: the digest of the Record; `sha256` is that of the text.
    :param text: the text as it is kept.
    :raises DamagedError: if the Record or the text is not what it was.
    """
    data = _unpacked(content, own, RECORD, sha256)
    words = decode_text(text, sha256)
    try:
        return Record.from_json(data, words)
    except ValueError as error:
        # It was damaged before it had a digest, or somebody else has written it.
        raise DamagedError(RECORD, sha256) from error


def _unpacked(content: bytes, own: str, what: str, sha256: str) -> bytes:
    try:
        data = unpack(content)
    except (zlib.error, TypeError) as error:
        # In SQLite what was overwritten may even be of another type.
        raise DamagedError(what, sha256) from error
    if digest(data) != own:
        raise DamagedError(what, sha256)
    return data
