"""Extracting: the document that an item's bytes are."""

from __future__ import annotations

from memcon.collecting.item import Item
from memcon.document import Document
from memcon.sources.formats import read_one
from memcon.sources.language import in_english
from memcon.sources.limits import TooLargeError, refuse_large
from memcon.sources.paragraphs import clean

#: Code points of a text; a book has half as many.
LONGEST = 5_000_000


def extract(item: Item) -> Document:
    """The document, with what is known of it from outside where it does not say so itself.

    :raises SourceError: if there is no text, it is broken, or not in English.
    """
    refuse_large(item.label, len(item.data))
    document = item.document or read_one(item.kind, item.name, item.data)
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
