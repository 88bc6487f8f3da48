"""Bodies of archived answers: what the body is decides, whatever the head says of it."""

from __future__ import annotations

import gzip
import zlib

import brotli
import pytest

from memcon.errors import FormatError
from memcon.sources.limits import TooLargeError
from memcon.sources.warc.body import body_of
from tests.sources.made_files import WORDS, page, pdf

PAGE = page(WORDS, WORDS)
PACKED = {"gzip": gzip.compress(PAGE), "deflate": zlib.compress(PAGE), "br": brotli.compress(PAGE)}


def in_parts(data: bytes, size: int = 50, *, end: bytes = b"0\r\n\r\n") -> bytes:
    parts = (data[at : at + size] for at in range(0, len(data), size))
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + end


@pytest.mark.parametrize("coding", PACKED)
@pytest.mark.parametrize("transfer", ["", "chunked"])
def test_packed_as_the_head_says(coding: str, transfer: str) -> None:
    data = in_parts(PACKED[coding]) if transfer else PACKED[coding]
    assert body_of("a", data, transfer, coding) == PAGE


@pytest.mark.parametrize("coding", ["", *PACKED, "zstd", "gzip, br"])
@pytest.mark.parametrize("transfer", ["", "chunked", "gzip, chunked"])
@pytest.mark.parametrize("body", [PAGE, pdf([WORDS]), WORDS.encode()])
def test_plain_though_the_head_says_otherwise(body: bytes, transfer: str, coding: str) -> None:
    assert body_of("a", body, transfer, coding) == body


def test_put_together_but_still_packed() -> None:
    assert body_of("a", PACKED["gzip"], "chunked", "gzip") == PAGE


@pytest.mark.parametrize("end", [b"0\r\n\r\n", b"0\r\n", b"0;what=ever\r\nTrailer: x\r\n\r\n", b""])
def test_ends_of_parts(end: bytes) -> None:
    assert body_of("a", in_parts(PAGE, end=end), "chunked", "") == PAGE


def test_what_is_packed_and_broken_is_told() -> None:
    for coding, data in PACKED.items():
        broken = data[: len(data) // 2] + bytes(20) + data[len(data) // 2 + 20 :]
        with pytest.raises(FormatError, match="cannot be unpacked"):
            body_of("a", broken, "", coding)
    with pytest.raises(FormatError, match="breaks off after 100 bytes"):
        body_of("a", in_parts(PAGE)[:130], "chunked", "")


@pytest.mark.parametrize("coding", PACKED)
def test_never_more_than_the_limit(coding: str) -> None:
    pack = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}[coding]
    with pytest.raises(TooLargeError):
        body_of("a", pack(bytes(5_000_000)), "", coding, largest=100_000)
