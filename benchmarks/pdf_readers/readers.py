"""The readers, each a function from the bytes of a PDF to its text; as they come, nothing mended."""

from __future__ import annotations

import io
from collections.abc import Callable


def pypdf(data: bytes) -> str:
    """By pypdf, in the order of the file."""
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def pypdf_layout(data: bytes) -> str:
    """By pypdf, as it lies on the page."""
    from pypdf import PdfReader

    pages = PdfReader(io.BytesIO(data)).pages
    return "\n".join(page.extract_text(extraction_mode="layout") for page in pages)


def pypdfium2(data: bytes) -> str:
    """By PDFium."""
    from pypdfium2 import PdfDocument

    return "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(data))


def pdfplumber(data: bytes) -> str:
    """By pdfplumber, line by line over the page."""
    import pdfplumber as library

    with library.open(io.BytesIO(data)) as opened:
        return "\n".join(page.extract_text() for page in opened.pages)


def pdfminer(data: bytes) -> str:
    """By pdfminer.six, on which pdfplumber stands, with its analysis of boxes."""
    from pdfminer.high_level import extract_text

    return extract_text(io.BytesIO(data))


def memcon(data: bytes) -> str:
    """What memcon reads."""
    from memcon.sources.pdf import read_pdf

    return read_pdf("a.pdf", data).text


READERS: dict[str, Callable[[bytes], str]] = {
    "pypdf": pypdf, "pypdf, layout": pypdf_layout, "pypdfium2": pypdfium2, "pdfplumber": pdfplumber,
    "pdfminer.six": pdfminer, "memcon": memcon,
}  # fmt: skip
