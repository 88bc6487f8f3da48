"""PDF: the text of its pages, by pypdf; lines of a paragraph are joined, words cut by a hyphen too."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterable, Iterator
from typing import Any

from memcon.document import Document
from memcon.errors import EmptyError, FormatError, SourceError, UnreadableError
from memcon.sources.days import day
from memcon.sources.limits import refuse_large
from memcon.sources.paragraphs import clean
from memcon.sources.pdf_furniture import without_furniture
from memcon.sources.pdf_pages import texts_of

#: A line of a page shorter than this share of the longest ends its paragraph.
_SHORT = 0.75
#: What ends a sentence or a part of one; then the last two characters of a line that cuts a word.
_ENDS = '.!?:;”"'
_HYPHEN = re.compile(r"[a-z][-\u00ad]")


def read_pdf(name: str, data: bytes) -> Document:
    """The document of a PDF, with the title and the date that it gives itself.

    :raises SourceError: UnreadableError if it is encrypted, FormatError if it is broken,
        TooLargeError if reading it takes more than a document may, EmptyError if there is no text in
        it, as in scans.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    refuse_large(name, len(data))
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    locked = UnreadableError(
        name, "this PDF is encrypted; save it without a password, and give memcon that one"
    )
    try:
        reader = PdfReader(io.BytesIO(data))
        # Many are encrypted with an empty password, so that they can be read, not changed.
        if reader.is_encrypted and not reader.decrypt(""):
            raise locked
        pages = list(texts_of(name, reader))
        about = reader.metadata
        title = _words(getattr(about, "title", None))
        created = _words(about.get("/CreationDate")) if about else None
    except (FileNotDecryptedError, DependencyError) as error:
        raise locked from error
    except SourceError:
        raise
    except MemoryError:
        raise
    except Exception as error:
        # pypdf lets whatever a broken file leads to through.
        raise FormatError(
            name, f"this PDF is broken ({type(error).__name__}: {error}); get it again, or open it "
            "in a viewer and print it to a new PDF"
        ) from error  # fmt: skip
    bare = without_furniture([[line.strip() for line in page.splitlines()] for page in pages])
    text = clean("".join(_joined(filter(None, map(_paragraphs, bare)))))
    if not text:
        raise EmptyError(
            name,
            "there is no text in this PDF: it is a scan; give memcon the text of an OCR program",
        )
    return Document(name=name, text=text, title=title, date=_day(created))


def _joined(pages: Iterable[str]) -> Iterator[str]:
    """The text of the pages in pieces; a sentence goes on over the end of a page."""
    before = ""
    for page in pages:
        if before and not page[0].islower():
            yield before + "\n\n"
        elif before and _HYPHEN.fullmatch(before[-2:]):
            yield before[:-1]
        elif before:
            yield before + (" " if before[-1] not in _ENDS else "\n\n")
        before = page
    yield before


def _paragraphs(lines: list[str]) -> str:
    """The text of the lines of a page, one paragraph a line."""
    longest = max(map(len, lines), default=0)
    # Pieces are put together at the end: a page may be one paragraph of a million lines.
    out: list[list[str]] = [[]]
    for line in lines:
        if not line:
            out.append([])
            continue
        last = out[-1]
        if last and line[0].islower() and _HYPHEN.fullmatch(last[-1][-2:]):
            last[-1] = last[-1][:-1]
        elif last:
            last.append(" ")
        last.append(line)
        if len(line) < _SHORT * longest:
            out.append([])
    return "\n".join(filter(None, map("".join, out)))


def _words(value: Any) -> str | None:
    return (clean(value) or None) if isinstance(value, str) else None


def _day(created: str | None) -> str | None:
    """The day of `D:20310303120000+01'00'`."""
    found = re.match(r"D?:?(\d{4})(\d{2})(\d{2})", created or "")
    return day("-".join(found.groups())) if found else None
