"""The first bytes of a stream."""

from __future__ import annotations

from typing import BinaryIO

_SIZE = 1024


def head_of(stream: BinaryIO) -> bytes:
    """What comes next, without taking it; nothing of a stream that cannot show it."""
    if hasattr(stream, "peek"):
        return stream.peek(_SIZE)
    if not stream.seekable():
        return b""
    place = stream.tell()
    head = stream.read(_SIZE)
    stream.seek(place)
    return head
