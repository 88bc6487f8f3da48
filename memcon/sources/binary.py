"""Binary files: what a file is that is not text, and how its text can be had."""

from __future__ import annotations

import re

from memcon.errors import BinaryError

_OFFICE = "save it as plain text in the program that made it"
_SCAN = "give memcon the text, e.g. from an OCR program, or save it as PNG"
_UNPACK = "unpack it and read what is inside"
_NO_TEXT = "give memcon the text itself"

#: First bytes, what they tell, what to do (the numbers of the `file` command's magic(5) database).
_SIGNATURES = (
    (b"%PDF-", "a PDF", "let its name end in .pdf"),
    (b"{\\rtf", "a Rich Text (RTF) file", _OFFICE),
    (b"%!PS", "a PostScript file", "convert it to text, e.g. with ps2ascii"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office file", _OFFICE),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", "let its name end in .png"),
    (b"\xff\xd8\xff", "a JPEG image", "let its name end in .jpg"),
    (b"GIF87a", "a GIF image", _SCAN),
    (b"GIF89a", "a GIF image", _SCAN),
    (b"II*\x00", "a TIFF image", "let its name end in .tif"),
    (b"MM\x00*", "a TIFF image", "let its name end in .tif"),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", _UNPACK),
    (b"SQLite format 3\x00", "an SQLite database", _NO_TEXT),
    (b"\x7fELF", "a program", _NO_TEXT),
)
#: In the first kilobytes of a ZIP archive: what kind of document the archive is.
_ZIPPED = (
    (b"word/", "a Word document (DOCX)", "let its name end in .docx"),
    (b"[Content_Types].xml", "a Microsoft Office document", _OFFICE),
    (b"mimetypeapplication/vnd.oasis", "an OpenDocument file", _OFFICE),
    (b"mimetypeapplication/epub", "an EPUB book", _OFFICE),
)
#: Control characters that text does not hold; tab, line ends, form feed, backspace and escape may
#: stand in old texts and terminal logs.
_CONTROL = re.compile(rb"[\x01-\x07\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 65_536


def refuse_binary(name: str, data: bytes) -> None:
    """Let text pass.

    :raises BinaryError: if the data are a known kind of binary file, hold NUL bytes, or more than
        one control character in twenty among their first 64 KB.
    """
    kind = _known_kind(data)
    if kind:
        what, remedy = kind
        raise BinaryError(name, f"this is {what}, not text; {remedy}")
    nul = data.find(b"\0")
    if nul >= 0:
        raise BinaryError(
            name,
            f"this is a binary file, not text: it has a NUL byte at byte {nul}; give memcon the "
            "text itself, or, if it is UTF-16 without a byte order mark, convert it to UTF-8, e.g. "
            "with iconv -f utf-16le -t utf-8",
        )
    sample = data[:_SAMPLE]
    if len(_CONTROL.findall(sample)) * 20 > len(sample):
        raise BinaryError(name, f"this is a binary file, not text; {_NO_TEXT}")


def _known_kind(data: bytes) -> tuple[str, str] | None:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        head = data[:_SAMPLE]
        # The name of an archive's first file stands right before its content, hence "mimetypeapp…".
        zipped = next((told for mark, *told in _ZIPPED if mark in head), None)
        return (zipped[0], zipped[1]) if zipped else ("a ZIP archive", "let its name end in .zip")
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "a WebP image", _SCAN
    # White space before the mark of a PDF comes of careless downloads.
    head = data[:1024].lstrip()
    return next(((w, r) for mark, w, r in _SIGNATURES if head.startswith(mark)), None)
