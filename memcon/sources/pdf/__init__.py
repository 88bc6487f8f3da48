"""PDF: the words of its pages by PDFium, put in reading order; what it says of itself by pypdf."""

from __future__ import annotations

import io
import logging
import re
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from memcon.document import Document
from memcon.errors import EmptyError, FormatError, SourceError, UnreadableError
from memcon.sources.days import day
from memcon.sources.limits import refuse_large
from memcon.sources.paragraphs import clean
from memcon.sources.pdf.pages import lines_of
from memcon.sources.pdf.words import text_of

#: PDFium is no library for several threads at once.
ALONE = threading.Lock()
#: What programs write for a title when there is none.
_NO_TITLE = re.compile(r"\(?(?:untitled|anonymous|unspecified)\)?|\S+\.\w{2,4}", re.IGNORECASE)


def read_pdf(name: str, data: bytes) -> Document:
    """The document of a PDF, with the title and the date that it gives itself.

    :raises SourceError: UnreadableError if it is encrypted, FormatError if it is broken,
        TooLargeError if reading it takes more than a document may, EmptyError if there is no text in
        it, as in scans.
    """
    from pypdf import PdfReader

    refuse_large(name, len(data))
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with ALONE, _opened(name, data) as opened:
            # Many are encrypted with an empty password, so that they can be read, not changed.
            bare = _unlocked(opened) if b"/Encrypt" in data else data
            reader = PdfReader(io.BytesIO(bare))
            text = clean(text_of(lines_of(name, reader, opened)))
            about = reader.metadata
            title = _words(getattr(about, "title", None))
            created = _words(about.get("/CreationDate")) if about else None
    except (SourceError, MemoryError):
        raise
    except Exception as error:
        # pypdf lets whatever a broken file leads to through.
        raise FormatError(
            name, f"this PDF is broken ({type(error).__name__}: {error}); get it again, or open it "
            "in a viewer and print it to a new PDF"
        ) from error  # fmt: skip
    if not text:
        raise EmptyError(
            name,
            "there is no text in this PDF: it is a scan; give memcon the text of an OCR program",
        )
    if title and _NO_TITLE.fullmatch(title):
        title = None
    return Document(name=name, text=text, title=title, date=_day(created))


@contextmanager
def _opened(name: str, data: bytes) -> Iterator[Any]:
    """The file as PDFium opens it.

    :raises UnreadableError: if it is encrypted.
    """
    import pypdfium2.raw as pdfium
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        opened = PdfDocument(data)
    except PdfiumError as error:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
            raise UnreadableError(
                name,
                "this PDF is encrypted; save it without a password, and give memcon that one",
            ) from error
        raise
    with closing(opened):
        yield opened


def _unlocked(opened: Any) -> bytes:
    """The same file without encryption."""
    import pypdfium2.raw as pdfium

    out = io.BytesIO()
    opened.save(out, flags=pdfium.FPDF_REMOVE_SECURITY)
    return out.getvalue()


def _words(value: Any) -> str | None:
    return (clean(value) or None) if isinstance(value, str) else None


def _day(created: str | None) -> str | None:
    """The day of `D:20310303120000+01'00'`."""
    found = re.match(r"D?:?(\d{4})(\d{2})(\d{2})", created or "")
    return day("-".join(found.groups())) if found else None
