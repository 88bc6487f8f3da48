"""Extents of records in a web archive: where one ends, and whether it is as long as it says."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import BinaryIO

#: First bytes of what is packed by gzip (RFC 1952), and by Zstandard (RFC 8878); of a record that is not.
GZIP, ZSTD, PLAIN = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"WARC/"
_LONGEST_HEAD = 65_536
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,18})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_NEXT = re.compile(rb"\r?\n\r?\nWARC/\d\.\d")
_ADDRESS = re.compile(rb"^warc-target-uri:[ \t]*<?([^\s<>]+)", re.IGNORECASE | re.MULTILINE)
_PIECE, _STEP = 1024 * 1024, 64
#: Bytes behind a record that are looked at; the four that end it, and how the next one begins.
_TAIL = 16
_LENGTH_IS_WRONG = "its length is not the one that it says"
_CUT = "it is cut short, or its length is wrong"


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a record goes.

    :param problem: why it is not as it says, in words; None if it is, or nobody can tell.
    :param end: place behind it; None if that is not known.
    :param resume: place from which on the next record is to be sought.
    """

    problem: str | None
    end: int | None
    resume: int


def extent_of(stream: BinaryIO, place: int) -> Extent:
    """The extent of the record at a place, be the archive plain or packed by gzip record by record."""
    stream.seek(place)
    head = stream.read(_LONGEST_HEAD)
    if head.startswith(GZIP):
        return _packed(stream, place)
    if not head.startswith(PLAIN):
        return Extent(None, None, place + 1)
    needed = _needed(head)
    if needed is None:
        return Extent("its head is broken", None, place + 1)
    body, end = place + needed[0], place + sum(needed)
    stream.seek(end - 1)
    last, tail = stream.read(1), stream.read(_TAIL)
    if not last:
        return Extent(_CUT, None, body)
    # Behind a sound record there may be bytes of nobody; but one that is too short may end by chance
    # at an empty line of the next.
    ended = tail.startswith((b"\r\n\r\n", b"\n\n"))
    if _is_end(tail) or (ended and not _holds_another(stream, body, end)):
        return Extent(None, end, end)
    return Extent(_LENGTH_IS_WRONG, None, body)


def address_at(stream: BinaryIO, place: int) -> str | None:
    """The address that the record at a place is of, as far as it can be read."""
    stream.seek(place)
    head = stream.read(_LONGEST_HEAD)
    if head.startswith(GZIP):
        head = _as_far_as_it_goes(head)
    # Not of the record behind it, if of this one there is no more.
    head = head[: found.start()] if (found := re.search(rb"\nWARC/\d", head)) else head
    told = _ADDRESS.search(head)
    return told[1].decode("utf-8", "replace") if told else None


def is_one_stream(stream: BinaryIO) -> bool:
    """Whether an archive is packed by gzip as a whole, not record by record as ISO 28500 asks for."""
    first = _member(stream, 0)
    if first.needed is None or not first.head.startswith(PLAIN):
        return False
    if first.tail.lstrip(b"\r\n").startswith(PLAIN):
        return True
    goes_on = first.end is not None and first.size < sum(first.needed)
    return goes_on and not _member(stream, first.end or 0).head.startswith(PLAIN)


def _holds_another(stream: BinaryIO, place: int, end: int) -> bool:
    """Whether another record begins between two places."""
    stream.seek(place)
    before = b""
    while place < end and (piece := stream.read(min(_PIECE, end - place))):
        place += len(piece)
        if _NEXT.search(before + piece):
            return True
        before = piece[-_TAIL:]
    return False


def _packed(stream: BinaryIO, place: int) -> Extent:
    member = _member(stream, place)
    if member.broken:
        return Extent("it cannot be unpacked", None, place + 2)
    if member.needed is None:
        return Extent("its head is broken", member.end, member.end or place + 2)
    if member.end is None:
        longer = len(member.tail) == _TAIL
        return Extent(_LENGTH_IS_WRONG if longer else _CUT, None, place + 2)
    if member.size < sum(member.needed) or member.tail.strip(b"\r\n"):
        return Extent(_LENGTH_IS_WRONG, member.end, member.end)
    return Extent(None, member.end, member.end)


@dataclass(frozen=True, slots=True)
class _Member:
    """What gzip packed by itself.

    :param head: its first bytes.
    :param needed: bytes of the record's head and body, by what the head says.
    :param size: bytes that it unpacks to, up to a few behind what is needed.
    :param tail: those behind that.
    :param end: place behind it; None if it does not end, or goes on behind the tail.
    """

    head: bytes
    needed: tuple[int, int] | None
    size: int
    tail: bytes
    end: int | None
    broken: bool


def _member(stream: BinaryIO, place: int) -> _Member:
    stream.seek(place)
    unpacker, head, tail, size, taken = zlib.decompressobj(31), b"", b"", 0, 0
    needed: tuple[int, int] | None = None
    broken = False
    try:
        while not unpacker.eof and len(tail) < _TAIL:
            piece = unpacker.unconsumed_tail
            if not piece:
                piece = stream.read(_PIECE)
                taken += len(piece)
            if not piece:
                break
            # A piece may unpack to a thousand times its size: never all at once.
            out = unpacker.decompress(piece, _PIECE)
            if len(head) < _LONGEST_HEAD:
                head += out[: _LONGEST_HEAD - len(head)]
                needed = needed or _needed(head)
            size += len(out)
            if needed is not None and size > sum(needed):
                tail += out[max(0, len(out) - size + sum(needed)) :][: _TAIL - len(tail)]
    except zlib.error:
        broken = True
    end = place + taken - len(unpacker.unused_data) if unpacker.eof else None
    return _Member(head, needed, size, tail, end, broken)


def _as_far_as_it_goes(packed: bytes) -> bytes:
    """What the beginning of a broken member unpacks to."""
    unpacker, out = zlib.decompressobj(31), b""
    try:
        # In small steps: what a step that fails had unpacked is lost.
        for at in range(0, len(packed), _STEP):
            out += unpacker.decompress(packed[at : at + _STEP], _LONGEST_HEAD)
            if len(out) >= _LONGEST_HEAD or unpacker.eof or unpacker.unconsumed_tail:
                break
    except zlib.error:
        pass
    return out


def _needed(head: bytes) -> tuple[int, int] | None:
    """Bytes of a record's head and of its body; None if the head does not tell."""
    end = _HEAD_END.search(head)
    length = _LENGTH.search(head, 0, end.end()) if end else None
    return (end.end(), int(length[1])) if end and length else None


def _is_end(tail: bytes) -> bool:
    """Whether what stands behind a record is nothing, or, behind line ends, the next one."""
    bare = tail.lstrip(b"\r\n")
    return not bare or (bare.startswith(PLAIN) and bare != tail)
