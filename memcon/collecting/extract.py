"""Extracting: the document that an item's bytes are."""

from __future__ import annotations

from collections.abc import Callable

from memcon.collecting.item import Item
from memcon.document import Document
from memcon.errors import FormatError
from memcon.sources.docx import read_docx
from memcon.sources.eml import read_eml
from memcon.sources.html import read_html
from memcon.sources.jsonl import read_json
from memcon.sources.language import in_english
from memcon.sources.limits import TooLargeError, refuse_large
from memcon.sources.paragraphs import clean
from memcon.sources.pdf import read_pdf
from memcon.sources.text import read_text

#: Code points of a text; a book has half as many.
LONGEST = 5_000_000
_READERS: dict[str, Callable[[str, bytes], Document]] = {
    "text": read_text,
    "html": read_html,
    "pdf": read_pdf,
    "docx": read_docx,
    "eml": read_eml,
}


def extract(item: Item) -> Document:
    """The document, with what is known of it from outside where it does not say so itself.

    :raises SourceError: if there is no text, it is broken, or not in English.
    """
    refuse_large(item.label, len(item.data))
    document = item.document or _read(item)
    if len(document.text) > LONGEST:
        raise TooLargeError(
            item.label, f"its text has {len(document.text):,} characters, and {LONGEST:,} are read; "
            "cut it into parts"
        )  # fmt: skip
    if "\0" in document.text:
        document = document.model_copy(update={"text": clean(document.text), "sha256": ""})
    known = {
        field: value
        for field, value in item.about.items()
        if value and not getattr(document, field, None)
    }
    return in_english(
        Document.model_validate({**document.model_dump(), "text": document.text, **known})
    )


def _read(item: Item) -> Document:
    if item.kind == "json":
        [found, *more] = list(read_json(item.name, item.data))
        if more:
            raise FormatError(item.name, "there is more than one document in it")
        if not isinstance(found, Document):
            raise found
        return found
    reader = _READERS.get(item.kind)
    if reader is None:
        # A page of a web archive may be an archive or a feed itself.
        raise FormatError(
            item.name, f"it is a {item.kind} inside a web archive; save it apart and read it there"
        )
    return reader(item.name, item.data)
