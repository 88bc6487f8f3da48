"""DOCX: the paragraphs and tables of a Word document, by python-docx, in their order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from memcon.document import Document
from memcon.errors import EmptyError, FormatError, UnreadableError
from memcon.sources.limits import refuse_large
from memcon.sources.paragraphs import clean
from memcon.sources.zip import refuse_bomb

#: An encrypted document is kept in an old Office file.
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_docx(name: str, data: bytes) -> Document:
    """The document of a Word file, with the title and the date that it gives itself.

    :raises SourceError: UnreadableError if it is encrypted, FormatError if it is broken, TooLargeError
        if it unpacks to far more than it is, EmptyError if there is no text in it.
    """
    import docx
    from lxml.etree import LxmlError

    refuse_large(name, len(data))
    if data.startswith(_OLD_OFFICE):
        raise UnreadableError(
            name,
            "this Word document is encrypted or of an old kind; save it as DOCX without a password",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for member in package.infolist():
                refuse_bomb(name, member)
        opened = docx.Document(io.BytesIO(data))
        text = clean("\n".join(_blocks(opened)))
        about = opened.core_properties
        title, when = about.title, about.modified or about.created
    except (zipfile.BadZipFile, LxmlError, KeyError, ValueError, OSError, AttributeError) as error:
        raise FormatError(
            name, f"this Word document is broken ({type(error).__name__}: {error}); get it again, or "
            "open and save it in Word or LibreOffice"
        ) from error  # fmt: skip
    if not text.strip():
        raise EmptyError(name, "there is no text in this Word document; perhaps it holds pictures")
    # Word gives new documents a date of its own, and year 1 stands for none.
    date = when.date().isoformat() if when and when.year > 1980 and title else None
    return Document(name=name, text=text, title=clean(title or "") or None, date=date)


def _blocks(opened: Any) -> Iterator[str]:
    """Paragraphs, and of tables the cells, each cell once."""
    for block in opened.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                seen = dict.fromkeys(cell.text.strip() for cell in row.cells)
                yield "\t".join(filter(None, seen))
        else:
            yield block.text
