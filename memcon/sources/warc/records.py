"""Records of a web archive, by FastWARC: one that is damaged costs itself, and those behind it are read.

FastWARC ends an archive at the first byte that it does not expect, or without a word. What it stopped at
is told, and the next record is sought: in a plain archive by the line that begins one, in a packed one by
the bytes that begin what is packed by itself.
"""

from __future__ import annotations

import gzip
import re
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator
from typing import Any, BinaryIO, Generic, TypeVar, cast

from memcon.errors import FormatError
from memcon.sources.rewinding import rewindable
from memcon.sources.warc.extent import GZIP, ZSTD, Extent, address_at, extent_of, is_one_stream

Made = TypeVar("Made")

#: Places in one archive at which a record is sought behind damaged ones.
MOST_TRIES = 1_000
_PIECE = 1024 * 1024
_LINE = rb"WARC/\d\.\d+\r?\n"
_VERSION = re.compile(r"WARC/\d\.\d+$")
#: What a record's head has once at most.
_ONCE = ("warc-type", "warc-record-id", "warc-date", "warc-target-uri", "content-length")
#: Bytes of a piece that are looked at again with the next one: what begins a record may be cut in two.
_OVERLAP = 16
#: What FastWARC, and the file that it reads, raise where there is no going on.
BROKEN = (OSError, EOFError, ValueError, zlib.error, zipfile.BadZipFile)


class DamagedRecordError(FormatError):
    """A record of a web archive is not as it says of itself, or cannot be unpacked."""


class Records(Generic[Made]):
    """The records of an archive, with a word on each that is damaged.

    :param make: what is wanted of a record of FastWARC's; None if nothing is. It may raise what FastWARC
        does.
    """

    def __init__(self, name: str, stream: BinaryIO, make: Callable[[Any], Made | None]) -> None:
        self._name = name
        self._make = make
        self._stream = _laid_open(stream)
        self._begins = _beginning(self._stream)
        self._tries = 0

    def __iter__(self) -> Iterator[Made | DamagedRecordError]:
        """What was made of each sound record, and an error for each that is damaged.

        :raises FormatError: if there is no record at all, or there are more damaged ones than is worth
            the while.
        """
        place: int | None = 0
        while place is not None:
            place = yield from self._run(place)

    def _run(self, place: int) -> Generator[Made | DamagedRecordError, None, int | None]:
        """The records from a place on to the first damaged one; returns where the next one begins."""
        at: int | None = None
        held: Made | None = None
        address, read, error = "", True, None
        try:
            for record in _opened(self._stream, place):
                # Whether a record is as long as it says is known when the next one begins.
                if held is not None:
                    yield held
                at, held, read = record.stream_pos, None, False
                if _is_mixed(record):
                    address = ""
                    raise ValueError("its head goes on as that of the next one")
                address = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
                held, read = self._make(record), True
        except BROKEN as problem:
            error = problem
        if at is None:
            return (yield from self._without_beginning(error))
        extent = self._extent(at)
        if not read or extent.problem:
            yield self._damaged(at, address, extent.problem or str(error))
            return self._next(extent.resume if extent.problem else at + 1)
        if held is not None:
            yield held
        if error is None and (extent.end is None or self._ends(extent.end)):
            return None
        if extent.end is None:
            yield self._damaged(at, None, f"what stands behind it cannot be read ({error})")
        elif self._ends(extent.end):
            return None
        else:
            told = self._address(extent.end)
            yield self._damaged(extent.end, told, str(error or "it is cut short"))
        return self._next(extent.resume + 1)

    def _without_beginning(
        self, error: Exception | None
    ) -> Generator[DamagedRecordError, None, int | None]:
        """What is told of an archive whose first record is none."""
        self._stream.seek(0)
        if not self._stream.read(1):
            return None
        found = self._next(1)
        if found is None:
            raise FormatError(
                self._name, f"this is no web archive ({error or 'no record begins in it'}); get it "
                "again, or convert it to WARC"
            )  # fmt: skip
        yield self._damaged(
            0, address_at(self._stream, 0), str(error or "it does not begin as one")
        )
        return found

    def _extent(self, place: int) -> Extent:
        try:
            return extent_of(self._stream, place)
        except BROKEN as error:
            return Extent(str(error), None, place + 1)

    def _address(self, place: int) -> str | None:
        try:
            return address_at(self._stream, place)
        except BROKEN:
            return None

    def _damaged(self, place: int, address: str | None, what: str) -> DamagedRecordError:
        return DamagedRecordError(
            f"{self._name} ({address or f'the record at byte {place:,}'})",
            f"this record is damaged: {what}; those behind it are read, get the archive again for it",
        )

    def _ends(self, place: int) -> bool:
        """Whether nothing but padding stands behind a place."""
        self._stream.seek(place)
        try:
            while piece := self._stream.read(_PIECE):
                if piece.strip(b"\0\r\n"):
                    return False
        except BROKEN:
            return False
        return True

    def _next(self, place: int) -> int | None:
        """Where the next record begins; None if there is no other.

        :raises FormatError: if too many places looked like the beginning of one.
        """
        before = b""
        try:
            self._stream.seek(place)
            while piece := self._stream.read(_PIECE):
                whole = before + piece
                start = place - len(before)
                place += len(piece)
                for found in self._begins.finditer(whole):
                    if self._is_record(start + found.start()):
                        return start + found.start()
                self._stream.seek(place)
                before = whole[-_OVERLAP:]
        except BROKEN:
            # Of what is packed as a whole, nothing can be had behind a broken place.
            return None
        return None

    def _is_record(self, place: int) -> bool:
        self._tries += 1
        if self._tries > MOST_TRIES:
            raise FormatError(
                self._name, f"it is damaged at more than {MOST_TRIES:,} places; what could be read is "
                "read, get it again for the rest"
            )  # fmt: skip
        try:
            return next(iter(_opened(self._stream, place)), None) is not None
        except BROKEN:
            return False


def _opened(stream: BinaryIO, place: int) -> Any:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    stream.seek(place)
    # Heads of HTTP and packed bodies are left to whoever wants a record: each may be broken by itself.
    return ArchiveIterator(
        stream, record_types=WarcRecordType.any_type, parse_http=False, auto_decode="none"
    )


def _is_mixed(record: Any) -> bool:
    """Whether a record's head breaks off, and the next one's is taken for the rest of it."""
    fields = [(name.casefold(), value) for name, value in record.headers.items()]
    names = [name for name, _ in fields if name in _ONCE]
    return len(names) > len(set(names)) or any(_VERSION.search(value) for _, value in fields)


def _laid_open(stream: BinaryIO) -> BinaryIO:
    """A stream that can go back, of records that stand in it plainly or are packed each by itself."""
    stream = rewindable(stream)
    try:
        if not is_one_stream(stream):
            return stream
    except BROKEN:
        return stream
    stream.seek(0)
    return cast(BinaryIO, gzip.GzipFile(fileobj=stream))


def _beginning(stream: BinaryIO) -> re.Pattern[bytes]:
    """What a record begins with in this archive."""
    stream.seek(0)
    head = stream.read(4)
    for packed in (GZIP, ZSTD):
        if head.startswith(packed):
            return re.compile(re.escape(packed))
    return re.compile(rb"%s|%s|%s" % (_LINE, re.escape(GZIP), re.escape(ZSTD)))
