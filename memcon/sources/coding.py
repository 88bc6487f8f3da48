"""Content coding: a page as a server packed it on its way (RFC 9110, 8.4), unpacked with a limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from memcon.errors import SourceError
from memcon.sources.limits import LARGEST, TooLargeError

#: What servers are told that we take: whatever can be unpacked with a limit here.
ACCEPTED = "gzip, deflate, br"
#: zlib's own numbers for the form of what is packed: gzip, zlib, and deflate without either's head.
_GZIP, _ZLIB, _BARE = 31, 15, -15
_FORMS = {"gzip": _GZIP, "x-gzip": _GZIP, "deflate": _ZLIB}
_BROTLI = "br"


class CodingError(SourceError):
    """What a server sent cannot be unpacked."""


def unpacking(
    place: str, coding: str, pieces: Iterable[bytes], *, largest: int = LARGEST
) -> Iterator[bytes]:
    """What the pieces are when they are unpacked, never more than the limit at once or together.

    :param coding: the answer's `Content-Encoding`, "" for none.
    :param largest: bytes that are let through, packed and unpacked.
    :raises CodingError: if it is packed more than once, in a way that was not asked for, or is broken.
    :raises TooLargeError: if there is more than that.
    """
    names = [name for name in map(str.strip, coding.casefold().split(",")) if name]
    names = [name for name in names if name != "identity"]
    if len(names) > 1:
        # Each layer multiplies by a thousand; nobody packs a page twice for a good reason.
        raise CodingError(
            place, "the server packs it more than once; save the page from a browser, and give the file"
        )  # fmt: skip
    pieces = _bounded(place, pieces, largest)
    if not names:
        yield from pieces
        return
    form = _FORMS.get(names[0])
    if names[0] == _BROTLI:
        yield from _bounded(place, _of_brotli(place, pieces, largest), largest)
        return
    if form is None:
        raise CodingError(
            place, f"the server packs it as {names[0][:40]!r}, though {ACCEPTED} was asked for; save the "
            "page from a browser, and give the file"
        )  # fmt: skip
    yield from _bounded(place, _inflated(place, pieces, form, largest), largest)


def _inflated(place: str, pieces: Iterable[bytes], form: int, largest: int) -> Iterator[bytes]:
    unpacker, begun = None, False
    try:
        for piece in pieces:
            begun = True
            if unpacker is None:
                if form == _ZLIB and not _has_zlib_head(piece):
                    # Many servers send deflate without the head that the standard asks for.
                    form = _BARE
                unpacker = zlib.decompressobj(form)
            # One byte more than the limit is enough to tell that it is passed.
            yield unpacker.decompress(piece, largest + 1)
            if unpacker.eof:
                return
    except zlib.error as error:
        raise _broken(place, error) from error
    if begun:
        raise _cut(place)


def _of_brotli(place: str, pieces: Iterable[bytes], largest: int) -> Iterator[bytes]:
    """RFC 7932, by Google's own library; its limit is one on what it gives at once."""
    import brotli

    unpacker, begun = brotli.Decompressor(), False
    try:
        for piece in pieces:
            begun = True
            # What is left behind the limit is never asked for: the bytes given are too many by then.
            yield unpacker.process(piece, output_buffer_limit=largest + 1)
            if unpacker.is_finished():
                return
    except brotli.error as error:
        raise _broken(place, error) from error
    if begun:
        raise _cut(place)


def _broken(place: str, error: Exception) -> CodingError:
    return CodingError(place, f"what was sent cannot be unpacked ({error}); try again later")


def _cut(place: str) -> CodingError:
    return CodingError(place, "it was cut short on its way; try again later")


def _has_zlib_head(piece: bytes) -> bool:
    """Whether it begins as zlib's format does (RFC 1950, 2.2)."""
    return piece[0] & 15 == 8 and (len(piece) < 2 or int.from_bytes(piece[:2], "big") % 31 == 0)


def _bounded(place: str, pieces: Iterable[bytes], largest: int) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > largest:
            raise TooLargeError(place, f"it is larger than {largest:,} bytes; it is not read")
        if piece:
            yield piece
