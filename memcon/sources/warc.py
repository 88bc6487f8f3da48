"""Web archives: the pages in a WARC (ISO 28500) or WACZ file, by FastWARC, one at a time.

However large the file is, only the page at hand is in memory.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from memcon.errors import FormatError, SourceError
from memcon.sources.days import day
from memcon.sources.limits import LARGEST, TooLargeError
from memcon.sources.zip import refuse_overlaps

#: Types of what can hold a document; pictures, scripts and styles are passed over.
MEDIA = {
    "text/html", "application/xhtml+xml", "text/plain", "application/pdf", "message/rfc822",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}  # fmt: skip
_FINE = 200
_CUT = "it is cut short: {what}; what stands before is added, get the file again for the rest"
_PIECE = 1024 * 1024


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

    :raises SourceError: FormatError if it is no web archive, or is cut short; what stands before the
        cut has been given by then.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    last: int | None = None
    try:
        for record in ArchiveIterator(stream, record_types=kinds, auto_decode="all"):
            last = record.stream_pos
            found = _page(name, record)
            if found is not None:
                yield found
    except _CutError as error:
        raise FormatError(name, _CUT.format(what=error)) from error
    except (OSError, EOFError, ValueError, zlib.error) as error:
        if last is not None:
            raise FormatError(name, _CUT.format(what=error)) from error
        raise FormatError(
            name, f"this is no web archive ({error}); get it again, or convert it to WARC"
        ) from error
    if last is not None and _cut_behind(stream, last):
        raise FormatError(name, _CUT.format(what="its last record is not whole"))


def pages_of_wacz(name: str, stream: BinaryIO) -> Iterator[Archived | SourceError]:
    """The pages of all web archives in a WACZ file, as for `pages_of_warc`.

    :raises SourceError: FormatError if it is no such file.
    """
    try:
        with zipfile.ZipFile(stream) as package:
            refuse_overlaps(name, package.infolist())
            inside = [n for n in package.namelist() if n.startswith("archive/") and "warc" in n]
            if not inside:
                raise FormatError(name, "there is no web archive in this WACZ file; get it again")
            for path in inside:
                with package.open(path) as file:
                    try:
                        yield from pages_of_warc(f"{name}!/{path}", file)  # type: ignore[arg-type]
                    except SourceError as error:
                        yield error
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise FormatError(name, f"this WACZ file is broken ({error}); get it again") from error


class _CutError(Exception):
    """A record ends before it should."""


def _page(name: str, record: Any) -> Archived | SourceError | None:
    headers, http = record.headers, record.http_headers
    address = (headers.get("WARC-Target-URI") or "").strip("<> ")
    if record.is_http and http is None:
        raise _CutError(f"the record of {address} has no page")
    if http is not None and http.status_code != _FINE:
        return None
    media = (record.http_content_type or headers.get("Content-Type") or "").partition(";")[0]
    media = media.strip().casefold()
    if media not in MEDIA or not address:
        return None
    data = record.reader.read(LARGEST + 1)
    if len(data) > LARGEST:
        return TooLargeError(f"{name} ({address})", f"it has more than {LARGEST:,} bytes")
    encoded = http is not None and (
        http.get("Content-Encoding") or "chunked" in (http.get("Transfer-Encoding") or "")
    )
    if len(data) < record.content_length and not encoded:
        raise _CutError(f"of {address} there are {len(data):,} of {record.content_length:,} bytes")
    return Archived(
        id=(record.record_id or "").strip("<>"),
        address=address,
        media=media,
        date=day((headers.get("WARC-Date") or "")[:10]),
        etag=http.get("ETag") if http is not None else None,
        modified=http.get("Last-Modified") if http is not None else None,
        data=data,
    )


def _cut_behind(stream: BinaryIO, last: int) -> bool:
    """Whether a packed archive breaks off behind its last record that could be read.

    FastWARC ends there without a word.
    """
    try:
        stream.seek(last)
        head = stream.read(2)
        if head != b"\x1f\x8b":
            return False
        stream.seek(last)
        unpacking, rest, whole = zlib.decompressobj(31), b"", True
        while piece := rest or stream.read(_PIECE):
            # A piece may unpack to a thousand times its size: never all at once.
            unpacking.decompress(piece, _PIECE)
            rest, whole = unpacking.unconsumed_tail, unpacking.eof
            if whole:
                # Some writers put padding behind the last record.
                rest = unpacking.unused_data.lstrip(b"\0")
                unpacking = zlib.decompressobj(31)
        return not whole
    except zlib.error:
        return True
    except (OSError, ValueError):
        return False
