"""Formats: the one document of a file that holds one, by the reader of its kind."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from memcon.document import Document
from memcon.errors import FormatError, SourceError
from memcon.sources.folder import unreadable
from memcon.sources.head import head_of
from memcon.sources.jsonl import read_json, read_json_line, read_json_lines
from memcon.sources.kinds import Kind, kind_of_file
from memcon.sources.language import in_english
from memcon.sources.limits import LARGEST, refuse_large
from memcon.sources.mail.eml import read_eml
from memcon.sources.page.html import read_html
from memcon.sources.scans import read_image, read_pdf_or_scan
from memcon.sources.text import read_text
from memcon.sources.word.docx import read_docx


def load(path: Path) -> Document:
    """The one document of a file: text, HTML, PDF, DOCX, EML, a picture of words, JSON, or
    JSON Lines of one line.

    :raises SourceError: if it cannot be had, is not in English, or is not the only one.
    """
    try:
        with path.open("rb") as stream:
            kind = kind_of_file(path.name, head_of(stream))
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise unreadable(path, error) from error
    refuse_large(path.name, len(data))
    return in_english(read_one(kind, own_name(path), data))


def read_one(kind: Kind, name: str, data: bytes) -> Document:
    """The one document that bytes of a kind are.

    :raises SourceError: if there is none, or it is not the only one.
    """
    reader = _READERS.get(kind)
    if reader is None:
        raise FormatError(
            name, f"{_HOLDERS.get(kind, f'a {kind}')} may hold many documents; use memcon read, or, in "
            "Python, memcon.collecting"
        )  # fmt: skip
    return reader(name, data)


def own_name(path: Path) -> str:
    """The file's own name, in characters that can be written; names of files need not be UTF-8."""
    return os.fsencode(path.name).decode("utf-8", "backslashreplace")


def _only_json(name: str, data: bytes) -> Document:
    return _only(name, list(read_json(name, data)))


def _only_line(name: str, data: bytes) -> Document:
    return _only(name, [found for _, found in read_json_lines(name, data.splitlines(True))])


def _line(name: str, data: bytes) -> Document:
    return _only(name, [read_json_line(name, data)])


def _only(name: str, found: list[Document | SourceError]) -> Document:
    [first, *more] = found
    if more:
        raise FormatError(
            name, "there is more than one document in it; use memcon read, or, in Python, "
            "memcon.collecting"
        )  # fmt: skip
    if isinstance(first, SourceError):
        raise first
    return first


_READERS: dict[Kind, Callable[[str, bytes], Document]] = {
    "text": read_text,
    "html": read_html,
    "pdf": read_pdf_or_scan,
    "docx": read_docx,
    "eml": read_eml,
    "image": read_image,
    "json": _only_json,
    "line": _line,
    "jsonl": _only_line,
}
_HOLDERS: dict[Kind, str] = {
    "zip": "a ZIP archive",
    "warc": "a web archive",
    "wacz": "a web archive",
}
