"""Lines written whole: what a full disk has taken of one is cut off again."""

from __future__ import annotations

import os
import stat
from typing import BinaryIO


def write_whole(stream: BinaryIO, data: bytes) -> None:
    """Write all of it and flush; if that fails and it goes to a file, nothing of it stays there.

    :raises OSError: if it cannot be written.
    """
    before = _size(stream)
    rest = memoryview(data)
    try:
        # With PYTHONUNBUFFERED, as in many containers, a write may be of a part only.
        while rest:
            rest = rest[stream.write(rest) :]
        stream.flush()
    except OSError:
        if before is not None:
            _cut(stream.fileno(), before)
        raise


def _size(stream: BinaryIO) -> int | None:
    """Bytes that the file has; None if it is a pipe, a terminal or in memory."""
    try:
        about = os.fstat(stream.fileno())
    except OSError:
        return None
    return about.st_size if stat.S_ISREG(about.st_mode) else None


def _cut(file: int, size: int) -> None:
    # A file that was opened to be written over is not longer than it was: it is left alone.
    if os.fstat(file).st_size > size:
        os.ftruncate(file, size)
        os.lseek(file, size, os.SEEK_SET)
