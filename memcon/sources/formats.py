"""Formats: which reader a file belongs to, by the end of its name; without one, by its first bytes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Literal

from memcon.document import Document
from memcon.errors import FormatError, SourceError, UnknownTypeError
from memcon.sources.binary import refuse_binary
from memcon.sources.folder import unreadable
from memcon.sources.head import head_of
from memcon.sources.html import is_page, read_html
from memcon.sources.jsonl import read_json, read_json_lines
from memcon.sources.language import in_english
from memcon.sources.text import read_text

Format = Literal["text", "html", "json", "jsonl"]

#: Ends of names, in small letters, and the formats they stand for.
SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
_JSON = re.compile(rb"(?:\[\s*)?\{")


def load(path: Path) -> Document:
    """The one document of a file.

    :raises SourceError: if it cannot be had, is not in English, or is not the only one.
    """
    try:
        with path.open("rb") as stream:
            found = documents(own_name(path), stream, path.suffix)
            _, document = next(found)
            if isinstance(document, Document) and next(found, None):
                raise FormatError(
                    path.name, "there is more than one document in it; use memcon.sources.load_each"
                )
    except OSError as error:
        raise unreadable(path, error) from error
    if isinstance(document, SourceError):
        raise document
    return document


def own_name(path: Path) -> str:
    """The file's own name, in characters that can be written; names of files need not be UTF-8."""
    return os.fsencode(path.name).decode("utf-8", "backslashreplace")


def documents(
    name: str, stream: BinaryIO, suffix: str
) -> Iterator[tuple[int, Document | SourceError]]:
    """Each document of a stream of bytes, with the bytes that it took; or what is wrong with it.

    :param suffix: end of the name, with its dot; "" to go by the first bytes.
    :raises SourceError: if there is no having any.
    :raises OSError: if the stream breaks off.
    """
    kind = _format(name, stream, suffix)
    if kind == "jsonl":
        for size, item in read_json_lines(name, stream):
            yield size, _checked(item)
        return
    data = stream.read()
    if kind == "json":
        # The size is told once; that of each object is not known.
        for number, item in enumerate(read_json(name, data)):
            yield 0 if number else len(data), _checked(item)
    else:
        yield (
            len(data),
            _checked(read_html(name, data) if kind == "html" else read_text(name, data)),
        )


def _checked(item: Document | SourceError) -> Document | SourceError:
    if isinstance(item, SourceError):
        return item
    try:
        return in_english(item)
    except SourceError as error:
        return error


def _format(name: str, stream: BinaryIO, suffix: str) -> Format:
    known = SUFFIXES.get(suffix.lower())
    if known:
        return known
    head = head_of(stream)
    if suffix:
        refuse_binary(name, head)
        raise UnknownTypeError(
            name,
            f"memcon does not know files that end in {suffix}; it knows {', '.join(SUFFIXES)}: "
            f"convert it, or, if it is plain text, use memcon read - < {name}",
        )
    if is_page(head):
        return "html"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if b'"text"' not in head or not _JSON.match(start):
        return "text"
    # An object that goes on after the end of a line, or a list.
    first, broken, _ = start.partition(b"\n")
    whole_lines = start.startswith(b"{") and (not broken or first.rstrip().endswith(b"}"))
    return "jsonl" if whole_lines else "json"
