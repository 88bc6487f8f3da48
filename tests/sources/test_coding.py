"""Content coding: unpacked once, and never past the limit."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator

import brotli
import pytest

from memcon.sources.coding import CodingError, unpacking
from memcon.sources.limits import TooLargeError

WORDS = b"The talks in Velmar would go on. " * 40
BARE = zlib.compress(WORDS)[2:-4]


def unpacked(coding: str, data: bytes, size: int = 7, largest: int = 10_000) -> bytes:
    pieces = (data[at : at + size] for at in range(0, len(data), size))
    return b"".join(unpacking("page", coding, pieces, largest=largest))


@pytest.mark.parametrize(
    ("coding", "data"),
    [
        ("", WORDS), ("identity", WORDS), ("gzip", gzip.compress(WORDS)),
        ("x-gzip", gzip.compress(WORDS)), ("GZIP", gzip.compress(WORDS) + b"padding"),
        ("deflate", zlib.compress(WORDS)), ("deflate", BARE), ("br", brotli.compress(WORDS)),
        ("identity, gzip", gzip.compress(WORDS)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("size", [1, 7, 5000])
def test_one_coding(coding: str, data: bytes, size: int) -> None:
    assert unpacked(coding, data, size) == WORDS


@pytest.mark.parametrize("coding", ["gzip, gzip", "gzip,br", "deflate, identity, gzip"])
def test_more_than_one_is_refused(coding: str) -> None:
    with pytest.raises(CodingError, match="packs it more than once"):
        unpacked(coding, gzip.compress(gzip.compress(WORDS)))


@pytest.mark.parametrize("coding", ["zstd", "compress", "x" * 5000])
def test_what_was_not_asked_for_is_refused(coding: str) -> None:
    with pytest.raises(CodingError, match="though gzip, deflate, br was asked for") as told:
        unpacked(coding, WORDS)
    assert len(told.value.reason) < 300


PACKERS = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}


@pytest.mark.parametrize("coding", PACKERS)
def test_a_bomb_is_unpacked_up_to_the_limit_only(coding: str) -> None:
    data = PACKERS[coding](bytes(10**7))
    asked = 0

    def pieces() -> Iterator[bytes]:
        nonlocal asked
        for at in range(0, len(data), 100):
            asked += 1
            yield data[at : at + 100]

    given = 0
    with pytest.raises(TooLargeError, match="larger than 10,000 bytes"):
        for piece in unpacking("page", coding, pieces(), largest=10_000):
            given += len(piece)
    assert given <= 10_000
    assert asked <= 2


def test_packed_bytes_without_end_that_unpack_to_nothing() -> None:
    packer = zlib.compressobj(wbits=31)
    nothing = packer.flush(zlib.Z_SYNC_FLUSH)
    empty = b"\x00\x00\x00\xff\xff"  # A block of no bytes (RFC 1951, 3.2.4).
    with pytest.raises(TooLargeError):
        unpacked("gzip", nothing + empty * 3000)


@pytest.mark.parametrize("coding", PACKERS)
def test_broken_and_cut_ones(coding: str) -> None:
    with pytest.raises(CodingError, match="cannot be unpacked"):
        unpacked(coding, b"words" * 100)
    whole = PACKERS[coding](WORDS)
    with pytest.raises(CodingError, match="cut short"):
        unpacked(coding, whole[:-8])


def test_an_answer_without_a_body() -> None:
    assert unpacked("gzip", b"") == b""
