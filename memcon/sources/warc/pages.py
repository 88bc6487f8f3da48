"""Pages of a WARC (ISO 28500) or WACZ file, by FastWARC, one at a time.

However large the file is, only the page at hand and the one before it are in memory.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, BinaryIO, cast

from memcon.errors import FormatError, SourceError
from memcon.sources.days import day
from memcon.sources.limits import LARGEST, TooLargeError
from memcon.sources.warc.body import body_of
from memcon.sources.warc.records import BROKEN, Records
from memcon.sources.warc.window import stored
from memcon.sources.zip import refuse_overlaps

#: Types of what can hold a document; pictures, scripts and styles are passed over.
MEDIA = {
    "text/html", "application/xhtml+xml", "text/plain", "application/pdf", "message/rfc822",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}  # fmt: skip
_FINE = 200


@dataclass(frozen=True, slots=True)
class Archived:
    """A page as a web archive holds it.

    :param id: of the record, the same wherever the archive lies.
    :param date: day on which it was captured, ISO 8601.
    """

    id: str
    address: str
    media: str
    date: str | None
    etag: str | None
    modified: str | None
    data: bytes


def pages_of_warc(name: str, stream: BinaryIO) -> Iterator[Archived | SourceError]:
    """Each page that was there (status 200), or what is wrong with it; plain, gzip or Zstandard.

    A record that is damaged is told of, and those behind it are read.

    :raises SourceError: FormatError if it is no web archive.
    """
    records: Records[Archived | SourceError] = Records(name, stream, partial(_page, name))
    yield from records


def pages_of_wacz(name: str, stream: BinaryIO) -> Iterator[Archived | SourceError]:
    """The pages of all web archives in a WACZ file, as for `pages_of_warc`.

    :raises SourceError: FormatError if it is no such file.
    """
    try:
        package = zipfile.ZipFile(stream)
    except (*BROKEN, NotImplementedError) as error:
        # Damaged where it says what it needs to be unpacked, it seems to be of a version to come.
        raise FormatError(name, f"this WACZ file is broken ({error}); get it again") from error
    with package:
        refuse_overlaps(name, package.infolist())
        inside = [
            member
            for member in package.infolist()
            if member.filename.startswith("archive/") and "warc" in member.filename
        ]
        if not inside:
            raise FormatError(name, "there is no web archive in this WACZ file; get it again")
        for member in inside:
            label = f"{name}!/{member.filename}"
            try:
                with _opened(label, package, stream, member) as file:
                    yield from pages_of_warc(label, file)
            except SourceError as error:
                yield error
            except (*BROKEN, NotImplementedError, RuntimeError) as error:
                yield FormatError(label, f"it cannot be unpacked ({error}); get the file again")


def _opened(
    label: str, package: zipfile.ZipFile, stream: BinaryIO, member: zipfile.ZipInfo
) -> BinaryIO:
    """A web archive in a WACZ file, which should not be packed once more (WACZ 1.1.1, 4.2)."""
    encrypted = member.flag_bits & 1
    if member.compress_type == zipfile.ZIP_STORED and not encrypted:
        return stored(label, stream, member)
    return cast(BinaryIO, package.open(member))


def _page(name: str, record: Any) -> Archived | SourceError | None:
    """The page that a record holds, or what is wrong with that alone; None if it holds none.

    :raises EOFError: if the record ends before it should.
    """
    from fastwarc.warc import WarcRecordType

    if record.record_type not in (
        WarcRecordType.response, WarcRecordType.resource, WarcRecordType.conversion
    ):  # fmt: skip
        return None
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    label = f"{name} ({address})"
    if record.is_http:
        record.parse_http()
    http = record.http_headers
    if record.is_http and (http is None or http.status_code is None):
        return FormatError(label, "this record holds no answer of a server; get the archive again")
    if http is not None and http.status_code != _FINE:
        return None
    media = (record.http_content_type or record.headers.get("Content-Type") or "").partition(";")[0]
    media = media.strip().casefold()
    if media not in MEDIA or not address:
        return None
    data = record.reader.read(LARGEST + 1)
    if len(data) > LARGEST:
        return TooLargeError(label, f"it has more than {LARGEST:,} bytes")
    if len(data) < record.content_length:
        raise EOFError(f"there are {len(data):,} of {record.content_length:,} bytes")
    try:
        return _archived(record, address, media, data, label)
    except SourceError as error:
        return error


def _archived(record: Any, address: str, media: str, data: bytes, label: str) -> Archived:
    http = record.http_headers
    if http is not None:
        transfer, coding = (http.get(f"{kind}-Encoding") or "" for kind in ("Transfer", "Content"))
        data = body_of(label, data, transfer, coding, largest=LARGEST)
    return Archived(
        id=(record.record_id or "").strip("<>"),
        address=address,
        media=media,
        date=day((record.headers.get("WARC-Date") or "")[:10]),
        etag=http.get("ETag") if http is not None else None,
        modified=http.get("Last-Modified") if http is not None else None,
        data=data,
    )
