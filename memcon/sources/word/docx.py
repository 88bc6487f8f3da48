"""DOCX: what a Word document says, by python-docx: its paragraphs, tables, boxes and notes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from memcon.document import Document
from memcon.errors import EmptyError, FormatError, SourceError, UnreadableError
from memcon.sources.limits import LARGEST, TooLargeError, refuse_large
from memcon.sources.paragraphs import clean
from memcon.sources.word.numbers import Numbers
from memcon.sources.word.words import Words
from memcon.sources.zip import refuse_bomb, refuse_overlaps

#: Bytes of all parts together when they are unpacked, and of those that are XML, of which a tree ten
#: times as large is made; the longest books have a tenth.
MOST_UNPACKED = 2 * LARGEST
MOST_XML = LARGEST // 2
#: Parts of one document.
MOST_PARTS = 10_000
#: Of so many paragraphs one is empty where a document parts them so itself.
_MANY = 8
#: With what a paragraph ends that is no stem of items.
_ENDS = '.!?”"'
#: An encrypted document is kept in an old Office file.
_PLAIN = "save it as plain text in the program that made it"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_docx(name: str, data: bytes) -> Document:
    """The document of a Word file, with the title and the date that it gives itself.

    :raises SourceError: UnreadableError if it is encrypted, FormatError if it is broken, TooLargeError
        if it unpacks to far more than it is, EmptyError if there is no text in it.
    """
    import docx

    refuse_large(name, len(data))
    if data.startswith(_OLD_OFFICE):
        raise UnreadableError(
            name,
            "this Word document is encrypted or of an old kind; save it as DOCX without a password",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _refuse_many(name, package)
        opened = docx.Document(io.BytesIO(data))
        text = clean("\n".join(_lines(opened)))
        about = opened.core_properties
        title, when = about.title, about.modified or about.created
    except (SourceError, MemoryError):
        raise
    except Exception as error:
        # python-docx, lxml and zlib let whatever a broken file leads to through.
        raise FormatError(
            name, f"this Word document is broken ({type(error).__name__}: {error}); get it again, or "
            "open and save it in Word or LibreOffice"
        ) from error  # fmt: skip
    if not text.strip():
        raise EmptyError(name, "there is no text in this Word document; perhaps it holds pictures")
    # Word gives new documents a date of its own, and year 1 stands for none.
    date = when.date().isoformat() if when and when.year > 1980 and title else None
    return Document(name=name, text=text, title=clean(title or "") or None, date=date)


def _refuse_many(name: str, package: zipfile.ZipFile) -> None:
    """Let a document pass whose parts, all together, are as large as those of one.

    :raises TooLargeError: if they are not.
    :raises FormatError: if parts lie over each other.
    """
    parts = package.infolist()
    if len(parts) > MOST_PARTS:
        raise TooLargeError(
            name,
            f"this Word document has {len(parts):,} parts, and {MOST_PARTS:,} are read; {_PLAIN}",
        )
    refuse_overlaps(name, parts)
    for part in parts:
        refuse_bomb(name, part)
    whole = sum(part.file_size for part in parts)
    xml = sum(part.file_size for part in parts if not _is_picture(part))
    for size, most in ((whole, MOST_UNPACKED), (xml, MOST_XML)):
        if size > most:
            raise TooLargeError(
                name, f"the parts of this Word document unpack to {size:,} bytes together, and "
                f"{most:,} are read; {_PLAIN}"
            )  # fmt: skip


def _is_picture(part: zipfile.ZipInfo) -> bool:
    """Whether a part is one; the name alone does not tell, but pictures hardly get smaller by packing."""
    hardly_packed = part.file_size <= 2 * part.compress_size
    return part.filename.startswith("word/media/") and hardly_packed


def _lines(opened: Any) -> Iterator[str]:
    """Paragraphs and rows of tables, and behind an empty line the notes, each with its number."""
    words = Words(Numbers(_part(opened, "numbering"), _part(opened, "styles")))
    yield from _apart(list(words.marked(opened.element.body)))
    if not words.notes:
        return
    told: dict[tuple[str, str], str] = {}
    for kind, part in _parts_of_notes(opened).items():
        told |= words.notes_of(kind, part)
    yield ""
    in_order = filter(None, (told.get(note) for note in words.notes))
    yield from (f"[{count}] {note}" for count, note in enumerate(in_order, start=1))


def _apart(blocks: list[tuple[str, str]]) -> Iterator[str]:
    """The words of blocks, an empty line between paragraphs unless the document has such lines itself.

    :param blocks: words and kind of each; what is of one kind stands close together.
    """
    empty = sum(not words.strip() for words, _ in blocks)
    own = empty * _MANY >= len(blocks)
    before, kind_before = "", ""
    for words, kind in blocks:
        # Items belong to the stem that they complete.
        stem = not kind_before and before.rstrip()[-1:] not in _ENDS
        together = kind and (kind == kind_before or stem)
        if before.strip() and words.strip() and not own and not together:
            yield ""
        yield words
        before, kind_before = words, kind


def _part(opened: Any, name: str) -> Any:
    """One of the document's parts, as a tree; None if it has none."""
    from docx.oxml import parse_xml

    for relation in opened.part.rels.values():
        if relation.reltype.rpartition("/")[2] == name and not relation.is_external:
            return parse_xml(relation.target_part.blob)
    return None


def _parts_of_notes(opened: Any) -> dict[str, Any]:
    """The parts that hold the footnotes and the endnotes, as trees."""
    from docx.oxml import parse_xml

    parts: dict[str, Any] = {}
    for relation in opened.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind in ("footnotes", "endnotes") and kind not in parts and not relation.is_external:
            parts[kind] = parse_xml(relation.target_part.blob)
    return parts
