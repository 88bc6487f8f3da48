"""Bodies of archived answers: put together and unpacked if they are in parts and packed in truth.

Crawlers and converters of archives often store the body as it is, and leave `Transfer-Encoding` and
`Content-Encoding` of the answer's head standing; what the body itself is decides.
"""

from __future__ import annotations

import re

from memcon.errors import BinaryError, FormatError
from memcon.sources.binary import refuse_binary
from memcon.sources.coding import CodingError, unpacking
from memcon.sources.limits import LARGEST, TooLargeError

#: The line before a part: its size, and what else a server adds (RFC 9112, 7.1).
_SIZE = re.compile(rb"([0-9a-fA-F]{1,15})[ \t]*(?:;[^\r\n]{0,4000})?\r?\n")
_LINE_END = re.compile(rb"\r?\n")
#: How documents begin that are no text.
_DOCUMENTS = (b"%PDF-", b"PK\x03\x04")
_GZIP = b"\x1f\x8b"


def body_of(name: str, data: bytes, transfer: str, coding: str, *, largest: int = LARGEST) -> bytes:
    """The body of an answer, from what an archive holds of it.

    :param transfer: the head's `Transfer-Encoding`, "" for none; `coding`: its `Content-Encoding`.
    :raises SourceError: FormatError if it is in parts or packed and broken, TooLargeError if it
        unpacks to more than the limit.
    """
    if "chunked" in transfer.casefold():
        data = _together(name, data)
    if not coding.strip() or _is_plain_by_coding(data, coding):
        return data
    try:
        return b"".join(unpacking(name, coding, [data], largest=largest))
    except TooLargeError:
        raise
    except CodingError as error:
        if _is_plain(name, data):
            return data
        raise FormatError(
            name, f"its body is packed as {coding[:40]!r} and cannot be unpacked; get the archive again"
        ) from error  # fmt: skip


def _together(name: str, data: bytes) -> bytes:
    """The parts of a body put together; a body that does not begin as the first of some is whole."""
    parts: list[bytes] = []
    at = 0
    while found := _SIZE.match(data, at):
        size, begin = int(found[1], 16), found.end()
        if not size:
            return b"".join(parts)
        end = _LINE_END.match(data, begin + size)
        if end is None and begin + size != len(data):
            break
        parts.append(data[begin : begin + size])
        at = end.end() if end else len(data)
    if not parts:
        return data
    if at == len(data):
        # Some writers leave the last part out, which is empty.
        return b"".join(parts)
    raise FormatError(
        name, f"its body is in parts, and breaks off after {sum(map(len, parts)):,} bytes; get the "
        "archive again"
    )  # fmt: skip


def _is_plain_by_coding(data: bytes, coding: str) -> bool:
    """Whether its first bytes alone tell that nobody packed it."""
    return "gzip" in coding.casefold() and "," not in coding and not data.startswith(_GZIP)


def _is_plain(name: str, data: bytes) -> bool:
    """Whether it can be read as it is: text, or a document of another kind."""
    if data[:1024].lstrip().startswith(_DOCUMENTS):
        return True
    try:
        refuse_binary(name, data)
    except BinaryError:
        return False
    return True
