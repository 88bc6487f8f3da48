"""Plain text: bytes to text, character for character; line ends stay as they are."""

from __future__ import annotations

import codecs

from memcon.document import Document
from memcon.errors import EmptyError, EncodingError
from memcon.sources.binary import refuse_binary

#: Byte order marks; that of UTF-32 (little end first) begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Encodings in which English with foreign names was published, the likelier first: those that fit
#: equally well (often they differ in no character of the text) are told apart by this order.
_PUBLISHED = (
    "cp1252", "cp1250", "iso8859_15", "iso8859_2", "mac_roman", "cp1254", "iso8859_9", "cp1257",
    "cp1251", "koi8_r", "iso8859_5", "cp1253", "iso8859_7", "cp1255", "cp1256", "cp850", "cp437",
)  # fmt: skip
_TO_UTF8 = "convert it to UTF-8, e.g. with iconv -f ENCODING -t utf-8"


def read_text(name: str, data: bytes) -> Document:
    """The document that the bytes are.

    :raises SourceError: EmptyError, BinaryError or EncodingError.
    """
    text, encoding = decode(name, data)
    refuse_empty(name, text)
    return Document(name=name, text=text, encoding=encoding)


def decode(name: str, data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text of the bytes and the name of their encoding, as Python names it.

    A byte order mark decides, and is not part of the text; then come UTF-8, the encoding that the
    document itself declares, and the one that charset-normalizer finds most likely.

    :raises SourceError: BinaryError or EncodingError.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(name, data, encoding), encoding
    refuse_binary(name, data)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        position = error.start
    if declared:
        try:
            return data.decode(declared), codecs.lookup(declared).name
        except (LookupError, UnicodeDecodeError):
            pass  # A wrong declaration is no better than none.
    return _detected(name, data, position)


def _strictly(name: str, data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise EncodingError(
            name,
            f"the byte order mark says {encoding.upper()}, but byte {error.start} does not fit; "
            "the file is damaged or cut: get it again from where it came",
        ) from error
    refuse_binary(name, text.encode("utf-8"))
    return text


def _detected(name: str, data: bytes, position: int) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    matches = from_bytes(data, cp_isolation=list(_PUBLISHED))
    best = matches.best()
    if best is not None:
        fit = (best.chaos, best.coherence)
        ties = (m for m in matches if (m.chaos, m.coherence) == fit)
        equal = {encoding for m in ties for encoding in m.could_be_from_charset}
        encoding = next((e for e in _PUBLISHED if e in equal), best.encoding)
    else:
        # Whatever else there is: more often another script, which the language check then names.
        best = from_bytes(data).best()
        if best is None:
            raise EncodingError(
                name,
                f"this is not UTF-8 (byte {position} does not fit), and no other encoding gives "
                f"words; if it is text, {_TO_UTF8}",
            )
        encoding = best.encoding
    try:
        # charset-normalizer drops a byte order mark and may skip some bytes; we want them all.
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        raise EncodingError(
            name,
            f"most of this looks like {encoding}, but byte {error.start} does not fit; {_TO_UTF8}",
        ) from error


def refuse_empty(name: str, text: str) -> None:
    """Let a text pass that is more than white space.

    :raises EmptyError: if it is not.
    """
    if not text:
        raise EmptyError(name, "the file is empty; check that it was saved or downloaded whole")
    if text.isspace():
        raise EmptyError(name, "there is only white space in it; check that it is the right file")
