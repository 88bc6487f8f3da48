"""Web archives: the pages in them, one at a time, and files that are cut short."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from copy import copy

import pytest

from memcon.errors import FormatError, SourceError
from memcon.sources.warc import Archived, extent, pages_of_wacz, pages_of_warc
from memcon.sources.warc import pages as warc_pages
from memcon.sources.warc.records import DamagedRecordError
from tests.sources.made_files import WORDS, page, warc

TWO = [("https://ossel.example/1", page(WORDS)), ("https://ossel.example/2", page(WORDS * 40))]


def pages(data: bytes) -> list[Archived | SourceError]:
    return list(pages_of_warc("a.warc", io.BytesIO(data)))


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_each_page_with_its_address_and_day(pack: object) -> None:
    found = pages(b"".join(pack(record) for record in warc(*TWO)))  # type: ignore[operator]
    assert [(p.address, p.data) for p in found if isinstance(p, Archived)] == TWO
    first = found[0]
    assert isinstance(first, Archived)
    assert (first.date, first.etag, first.media) == ("2031-03-03", '"0"', "text/html")
    assert first.id == "urn:uuid:00000000-0000-0000-0000-000000000000"


def test_pictures_and_pages_that_were_not_there_are_passed_over() -> None:
    assert pages(b"".join(warc(*TWO, media="image/png"))) == []
    assert pages(b"".join(warc(*TWO, status=404))) == []


@pytest.mark.parametrize("packed", [False, True])
def test_one_that_is_cut_short_gives_what_stands_before(packed: bool) -> None:
    records = [gzip.compress(r) if packed else r for r in warc(*TWO)]
    for cut in range(1, len(records[1]) - 5, 23 if packed else 301):
        first, *told = pages(b"".join(records)[: len(records[0]) + cut])
        assert isinstance(first, Archived) and first.address == TWO[0][0]
        # Where only the checksum behind a page is missing, the page itself is there.
        assert [isinstance(one, DamagedRecordError) for one in told] == [True]


@pytest.mark.parametrize("data", [b"words", gzip.compress(b"words"), b"", bytes(1000)])
def test_what_is_none(data: bytes) -> None:
    if not data:
        assert pages(data) == []
        return
    with pytest.raises(FormatError, match="this is no web archive"):
        pages(data)


def test_wacz() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("archive/data.warc.gz", b"".join(map(gzip.compress, warc(*TWO))))
        archive.writestr("datapackage.json", "{}")
    found = list(pages_of_wacz("a.wacz", out))
    assert [p.address for p in found if isinstance(p, Archived)] == [address for address, _ in TWO]
    with pytest.raises(FormatError, match="this WACZ file is broken"):
        list(pages_of_wacz("a.wacz", io.BytesIO(b"words")))


def test_a_bomb_behind_the_last_record_is_unpacked_piece_by_piece(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    largest, whole = 0, zlib.decompressobj

    class Counted:
        """Tells how much is unpacked at once."""

        def __init__(self, form: int) -> None:
            self._own = whole(form)

        def decompress(self, piece: bytes, most: int = 0) -> bytes:
            nonlocal largest
            out = self._own.decompress(piece, most)
            largest = max(largest, len(out))
            return out

        def __getattr__(self, name: str) -> object:
            return getattr(self._own, name)

    monkeypatch.setattr(extent.zlib, "decompressobj", Counted)
    record = gzip.compress(warc(*TWO)[0])
    first, told = pages(record + gzip.compress(bytes(30_000_000)))
    assert isinstance(first, Archived) and isinstance(told, DamagedRecordError)
    assert largest <= 1024 * 1024


def test_a_last_record_that_is_a_bomb_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc_pages, "LARGEST", 100_000)
    big = ("https://ossel.example/3", bytes(5_000_000))
    found = pages(b"".join(map(gzip.compress, warc(*TWO, big))))
    assert [p.address for p in found[:2] if isinstance(p, Archived)] == [TWO[0][0], TWO[1][0]]
    assert isinstance(found[2], SourceError) and "more than 100,000 bytes" in found[2].reason


def test_a_wacz_of_a_version_that_there_is_not() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("archive/data.warc.gz", b"".join(map(gzip.compress, warc(*TWO))))
    data = bytearray(out.getvalue())
    # The version that is needed, in the directory at the end.
    data[data.rindex(b"PK\x01\x02") + 6] = 207
    with pytest.raises(FormatError, match=r"broken \(zip file version 20.7\)"):
        list(pages_of_wacz("a.wacz", io.BytesIO(bytes(data))))


def test_a_wacz_whose_archives_lie_over_the_same_bytes() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("archive/0.warc.gz", b"".join(map(gzip.compress, warc(*TWO))))
        again = copy(archive.infolist()[0])
        again.filename = again.orig_filename = "archive/1.warc.gz"
        archive.filelist.append(again)
    with pytest.raises(FormatError, match="lie over each other"):
        list(pages_of_wacz("a.wacz", out))
