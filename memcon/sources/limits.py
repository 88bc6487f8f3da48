"""Limits: how much one document may take, so that a broken or hostile file ends with a message."""

from __future__ import annotations

from memcon.errors import SourceError

#: Bytes of one document; the longest transcripts are a hundredth of it.
LARGEST = 64 * 1024 * 1024


class TooLargeError(SourceError):
    """It takes more room than a document may."""


def refuse_large(name: str, size: int) -> None:
    """Let a document pass that is not too large.

    :raises TooLargeError: if it is.
    """
    if size > LARGEST:
        raise TooLargeError(
            name,
            f"it has {size:,} bytes, and a document may have {LARGEST:,}; cut it into parts, or "
            "give many documents as JSON Lines, ZIP or WARC",
        )
