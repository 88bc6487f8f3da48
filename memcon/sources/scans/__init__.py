"""Scans: pages that are pictures of words, read by Tesseract; for `pip install 'memcon[ocr]'`.

scan = scan_of_pdf("talks.pdf", data)
scan.document.text
scan.places((140, 162))     # Where on which page these words stand
"""

from __future__ import annotations

from collections.abc import Iterable

from memcon.document import Document
from memcon.errors import EmptyError
from memcon.sources.paragraphs import clean
from memcon.sources.pdf import read_pdf
from memcon.sources.scans.pages import Picture, pages_of_image, pages_of_pdf
from memcon.sources.scans.places import Scan, placed
from memcon.sources.scans.recognition import Page, recognised, refuse_without_tesseract

__all__ = ["Scan", "read_image", "read_pdf_or_scan", "scan_of_image", "scan_of_pdf"]


def read_pdf_or_scan(name: str, data: bytes) -> Document:
    """The document of a PDF; of one without text, by the pictures of its pages.

    :raises SourceError: as `memcon.sources.pdf.read_pdf`; UnreadableError if there is no text in it, and
        what reads pictures is not installed.
    """
    try:
        return read_pdf(name, data)
    except EmptyError:
        return scan_of_pdf(name, data).document


def read_image(name: str, data: bytes) -> Document:
    """The document that a picture of words is: PNG, JPEG, or TIFF of one page or many.

    :raises SourceError: as `scan_of_image`.
    """
    return scan_of_image(name, data).document


def scan_of_pdf(name: str, data: bytes) -> Scan:
    """The words of a PDF by the pictures of its pages, whether it has text or not.

    :raises SourceError: UnreadableError if what reads pictures is not installed, FormatError if the file
        is broken, TooLargeError if it has more pages than are read, EmptyError if no words are on them.
    """
    refuse_without_tesseract(name, "there is no text in this PDF: it is a scan")
    return _scan(name, _seen(name, pages_of_pdf(name, data)))


def scan_of_image(name: str, data: bytes) -> Scan:
    """The words of a picture.

    :raises SourceError: as `scan_of_pdf`.
    """
    refuse_without_tesseract(name, "this is a picture")
    return _scan(name, _seen(name, pages_of_image(name, data)))


def _seen(name: str, pictures: Iterable[Picture]) -> list[Page]:
    return [
        recognised(name, picture, density, number)
        for number, (picture, density) in enumerate(pictures)
    ]


def _scan(name: str, pages: list[Page]) -> Scan:
    from memcon.sources.pdf.words import text_of

    text = clean(text_of(page.lines for page in pages))
    if not text.strip():
        raise EmptyError(name, "no words were recognised in it; check that it is upright and sharp")
    return placed(Document(name=name, text=text), pages)
