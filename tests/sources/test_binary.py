"""What is not text is named for what it is."""

import io
import zipfile

import pytest

from memcon.errors import BinaryError
from memcon.sources.binary import refuse_binary


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "content")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\n1 0 obj\n", r"this is a PDF, not text; let its name end in \.pdf"),
        (b"\r\n%PDF-1.4\n", "this is a PDF"),
        (zipped("[Content_Types].xml", "word/document.xml"), r"a Word document \(DOCX\)"),
        (zipped("a.txt"), r"a ZIP archive, not text; let its name end in \.zip"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "a WebP image"),
        (b"\x1f\x8b\x08\0", "a gzip archive"),
        (b"{\\rtf1\\ansi Hello}", "a Rich Text"),
        (b"\x01\x02\x03\x04abc", "a binary file, not text"),
    ],
)
def test_binary_files_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(BinaryError, match=message):
        refuse_binary("a.txt", data)


def test_text_passes() -> None:
    refuse_binary("a.txt", b"The note says: files begin with %PDF- or PK.\f\x1b[0m\r\n")
    refuse_binary("a.txt", b"")
