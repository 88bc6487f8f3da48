"""Windows: a part of a file as a file of its own, such as what a ZIP archive holds unpacked."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from typing import BinaryIO

from memcon.errors import FormatError

#: A file's head in a ZIP archive, of which the lengths of its name and extra field are wanted
#: (APPNOTE 6.3.10, 4.3.7).
_HEAD = struct.Struct("<26xHH")


class Window(io.RawIOBase):
    """Bytes of a stream that can go back; others may read the stream in between.

    :param start: place of the first.
    :param size: how many there are.
    """

    def __init__(self, stream: BinaryIO, start: int, size: int) -> None:
        self._stream, self._start, self._size, self._at = stream, start, size, 0

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def readinto(self, place: memoryview) -> int:  # type: ignore[override]
        """As a raw stream of `io` does."""
        self._stream.seek(self._start + self._at)
        data = self._stream.read(max(0, min(len(place), self._size - self._at)))
        place[: len(data)] = data
        self._at += len(data)
        return len(data)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """As a raw stream of `io` does."""
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        self._at = max(0, base + offset)
        return self._at


def stored(name: str, stream: BinaryIO, member: zipfile.ZipInfo) -> BinaryIO:
    """The bytes of a file that a ZIP archive holds without packing it; nobody checks their sum.

    :raises FormatError: if the archive does not have them where it says.
    """
    stream.seek(member.header_offset)
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size or not head.startswith(b"PK\x03\x04"):
        raise FormatError(name, "the file that holds it is broken; get it again")
    start = member.header_offset + _HEAD.size + sum(_HEAD.unpack(head))
    return io.BufferedReader(Window(stream, start, member.file_size))  # type: ignore[return-value]
