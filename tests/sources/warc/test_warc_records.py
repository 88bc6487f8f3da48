"""Damaged web archives: what is damaged costs itself, is told, and all others are read."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.errors import FormatError, SourceError
from memcon.sources.warc import Archived, pages_of_wacz, pages_of_warc
from memcon.sources.warc import records as warc_records
from memcon.sources.warc.records import DamagedRecordError
from tests.sources.made_files import WORDS, page, warc

PAGES = [(f"https://ossel.example/{n}", page(WORDS * (1 + 7 * n))) for n in range(5)]
RECORDS = warc(*PAGES)
Pack = Callable[[bytes], bytes]
PACKS = pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])


def read(data: bytes) -> tuple[list[str], list[SourceError]]:
    """The addresses of the pages that are read, and what is told of others."""
    found = list(pages_of_warc("a.warc", io.BytesIO(data)))
    told = [item for item in found if isinstance(item, SourceError)]
    return [item.address for item in found if isinstance(item, Archived)], told


def all_but(*numbers: int) -> list[str]:
    return [address for n, (address, _) in enumerate(PAGES) if n not in numbers]


def with_length(record: bytes, more: int) -> bytes:
    """The record with a length that is wrong by so many bytes."""
    head, kind, rest = record.partition(b"msgtype=response\r\n")
    wrong = re.sub(rb"(?<=Length: )\d+", lambda m: b"%d" % max(0, int(m[0]) + more), rest, count=1)
    return head + kind + wrong


@PACKS
@pytest.mark.parametrize("more", [-(10**9), -100, -1, 5, 100, 700, 5000, 10**9, 10**17, 10**30])
@pytest.mark.parametrize("number", [0, 1, 3, 4])
def test_a_wrong_length(pack: Pack, more: int, number: int) -> None:
    damaged = [with_length(r, more) if n == number else r for n, r in enumerate(RECORDS)]
    addresses, told = read(b"".join(map(pack, damaged)))
    assert addresses == all_but(number)
    assert [PAGES[number][0] in one.name for one in told] == [True]


@PACKS
@pytest.mark.parametrize("more", [1, 2, 4])
def test_a_length_that_takes_in_the_line_ends_behind(pack: Pack, more: int) -> None:
    damaged = [with_length(r, more) if n == 2 else r for n, r in enumerate(RECORDS)]
    assert read(b"".join(map(pack, damaged)))[0] == all_but()


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize("place", [3, 15, 60, 0.5, -6, -2])
def test_a_damaged_member_of_gzip(number: int, place: float) -> None:
    packed = [bytearray(gzip.compress(record)) for record in RECORDS]
    at = int(place * len(packed[number])) if isinstance(place, float) else place
    packed[number][at] ^= 0xFF
    addresses, told = read(b"".join(packed))
    # A byte of the head says nothing of the contents.
    assert addresses in (all_but(number), all_but())
    assert len(told) == len(PAGES) - len(addresses)


@PACKS
def test_a_record_that_is_cut_in_the_middle(pack: Pack) -> None:
    for cut in (20, 37, *range(50, len(pack(RECORDS[2])) - 20, 41)):
        damaged = [pack(record) for record in RECORDS]
        damaged[2] = damaged[2][:cut]
        addresses, told = read(b"".join(damaged))
        assert addresses == all_but(2), cut
        assert len(told) == 1


@PACKS
@pytest.mark.parametrize("junk", [b"words of nobody\r\n" * 9, bytes(100), b"\x1f\x8b\x08" * 20])
def test_bytes_of_nobody_between_records(pack: Pack, junk: bytes) -> None:
    addresses, told = read(b"".join([*map(pack, RECORDS[:2]), junk, *map(pack, RECORDS[2:])]))
    assert addresses == all_but()
    assert len(told) == 1


def test_a_record_that_is_cut_and_ends_by_chance_at_an_empty_line_of_the_next() -> None:
    # Its length reaches just as far as the head of the next record goes.
    head = RECORDS[1].index(b"\r\n\r\n")
    cut = RECORDS[0][: -(head + 8)] + b"\r\n\r\n"
    assert read(b"".join([cut, *RECORDS[1:]]))[0] == all_but(0)


@PACKS
def test_padding_at_the_end_is_no_damage(pack: Pack) -> None:
    assert read(b"".join(map(pack, RECORDS)) + bytes(5000)) == (all_but(), [])
    assert read(b"".join(map(pack, RECORDS)).removesuffix(b"\r\n\r\n")) == (all_but(), [])


@PACKS
def test_many_are_damaged(pack: Pack) -> None:
    damaged = [with_length(r, 9) if n % 2 else r for n, r in enumerate(RECORDS)]
    addresses, told = read(b"".join(map(pack, damaged)))
    assert addresses == all_but(1, 3)
    assert [one.name for one in told] == [f"a.warc ({PAGES[n][0]})" for n in (1, 3)]


@PACKS
def test_the_first_is_damaged(pack: Pack) -> None:
    damaged = b"XXXX" + pack(RECORDS[0])[4:]
    addresses, told = read(damaged + b"".join(map(pack, RECORDS[1:])))
    assert addresses == all_but(0)
    assert isinstance(told[0], DamagedRecordError)


@pytest.mark.parametrize("more", [0, 40])
def test_an_archive_that_is_packed_as_a_whole(more: int) -> None:
    damaged = [with_length(r, more) if n == 2 else r for n, r in enumerate(RECORDS)]
    addresses, told = read(gzip.compress(b"".join(damaged)))
    assert addresses == (all_but(2) if more else all_but())
    assert len(told) == bool(more)


def test_records_that_are_packed_in_pieces_of_one_size() -> None:
    # As bgzip does: a record goes on from one member to the next.
    whole = b"".join(RECORDS)
    pieces = (whole[at : at + 500] for at in range(0, len(whole), 500))
    assert read(b"".join(map(gzip.compress, pieces))) == (all_but(), [])


def test_a_pipe() -> None:
    class Pipe(io.RawIOBase):
        def __init__(self, data: bytes) -> None:
            self._data = io.BytesIO(data)

        def readable(self) -> bool:
            return True

        def readinto(self, place: memoryview) -> int:  # type: ignore[override]
            return self._data.readinto(place)

    damaged = [with_length(r, 9) if n == 1 else r for n, r in enumerate(RECORDS)]
    found = list(pages_of_warc("a", io.BufferedReader(Pipe(b"".join(damaged)))))
    assert [item.address for item in found if isinstance(item, Archived)] == all_but(1)


def test_there_is_an_end_to_the_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc_records, "MOST_TRIES", 20)
    with pytest.raises(FormatError, match="damaged at more than 20 places"):
        read(RECORDS[0] + b"junk" + b"\nWARC/1.1\r\n" * 100)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_wacz_with_a_damaged_archive(method: int) -> None:
    out = io.BytesIO()
    packed = [gzip.compress(record) for record in RECORDS]
    packed[1] = packed[1][:200]
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("archive/0.warc.gz", b"".join(packed))
        archive.writestr("archive/1.warc", b"".join(RECORDS))
    found = list(pages_of_wacz("a.wacz", out))
    addresses = [item.address for item in found if isinstance(item, Archived)]
    assert addresses == [*all_but(1), *all_but()]
    assert len(found) == len(addresses) + 1


def test_a_wacz_whose_checksum_is_wrong() -> None:
    """What a byte too few or wrong in it costs is one record, not the file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("archive/0.warc", b"".join(RECORDS))
    data = bytearray(out.getvalue())
    data[data.index(b"WARC/1.1", 300)] = 0
    found = list(pages_of_wacz("a.wacz", io.BytesIO(bytes(data))))
    assert [item.address for item in found if isinstance(item, Archived)] == all_but(1)


@PACKS
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_damage_to_one_record_leaves_the_others(pack: Pack, data: st.DataObject) -> None:
    packed = [pack(record) for record in RECORDS]
    number = data.draw(st.integers(1, 4), label="record")
    size = len(packed[number])
    start = data.draw(st.integers(0, size - 1), label="from")
    stop = data.draw(st.integers(start, size), label="to")
    put = data.draw(st.binary(max_size=60), label="in its place")
    packed[number] = packed[number][:start] + put + packed[number][stop:]
    addresses, told = read(b"".join(packed))
    assert [one for one in addresses if one in all_but(number)] == all_but(number)
    assert len(told) <= 3
