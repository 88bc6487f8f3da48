"""JSON: documents as objects, in JSON Lines one a line, in JSON one or a list of them.

An object has a `text`, and may have `name`, `title`, `publisher`, `url`, `date` and `genre`; other
fields are let pass, since such files are often made for something else too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import get_args

from memcon.document import Document, Genre
from memcon.errors import EmptyError, EncodingError, FormatError, SourceError
from memcon.sources.binary import refuse_binary
from memcon.sources.days import day
from memcon.sources.text import decode, refuse_empty

_FIELDS = ("name", "title", "publisher", "url", "date", "genre")
_KINDS = {dict: "an object", list: "a list", str: "a string", bool: "true or false",
          int: "a number", float: "a number", type(None): "null"}  # fmt: skip


def read_json(name: str, data: bytes) -> Iterator[Document | SourceError]:
    """The document, or each of a list of documents; one that cannot be had as an error.

    :raises SourceError: if there is no having any.
    """
    if not data.strip():
        raise EmptyError(name, "the file is empty; check that it was saved or downloaded whole")
    text, _ = decode(name, data)
    value = _parsed(name, text, "the file")
    if not isinstance(value, list):
        yield _document(name, value)
        return
    if not value:
        raise EmptyError(name, "the list is empty; check that it is the right file")
    for number, item in enumerate(value, start=1):
        yield _document_or_error(f"{name}:{number}", item)


def read_json_lines(
    name: str, lines: Iterable[bytes]
) -> Iterator[tuple[int, Document | SourceError]]:
    """For each line that is not blank, its size in bytes and its document, or what is wrong with it.

    Lines are read one at a time, so that the file may be larger than memory.

    :raises EmptyError: if all lines are blank.
    """
    found = False
    for number, line in enumerate(lines, start=1):
        if line.strip():
            found = True
            yield len(line), read_json_line(f"{name}:{number}", line)
    if not found:
        raise EmptyError(name, "the file is empty; check that it was saved or downloaded whole")


def read_json_line(name: str, line: bytes) -> Document | SourceError:
    """The document of a line of JSON Lines, or what is wrong with it."""
    try:
        refuse_binary(name, line)
        text = line.decode("utf-8-sig")
        return _document(name, _parsed(name, text, "the line"))
    except UnicodeDecodeError as error:
        return EncodingError(
            name, f"byte {error.start} of the line is not UTF-8, as JSON must be; convert the file"
        )
    except SourceError as error:
        return error


def _parsed(name: str, text: str, what: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise FormatError(
            name,
            f"{what} is not JSON: {error.msg} at line {error.lineno}, column {error.colno}; "
            "if it is plain text, let its name end in .txt",
        ) from error
    except (ValueError, RecursionError) as error:
        raise FormatError(
            name, f"{what} is JSON nested too deep, or with too long a number; write it plainly"
        ) from error


def _document_or_error(name: str, value: object) -> Document | SourceError:
    try:
        return _document(name, value)
    except SourceError as error:
        return error


def _document(name: str, value: object) -> Document:
    if not isinstance(value, dict):
        raise FormatError(
            name, f'there is {_KINDS[type(value)]} where an object with a "text" should be'
        )
    if "text" not in value:
        hint = ""
        if "attributions" in value and "engine" in value:
            hint = "; this is a Record that memcon made: give the document that it was made from"
        raise FormatError(name, f'the object has no "text"{hint or "; name the field so"}')
    text = _string(name, value, "text") or ""
    if "\0" in text:
        refuse_binary(name, b"\0")
    refuse_empty(name, text)
    fields = {field: _string(name, value, field) for field in _FIELDS}
    if fields["genre"] not in (None, *get_args(Genre)):
        raise FormatError(
            name,
            f'"genre" is {fields["genre"]!r}; use one of {", ".join(get_args(Genre))}, or null',
        )
    fields["name"] = fields["name"] or name
    fields["date"] = day(fields["date"])
    return Document.model_validate({**fields, "text": text, "encoding": "utf-8"})


def _string(name: str, value: dict[str, object], field: str) -> str | None:
    """The field's string, if it is one that can be written in UTF-8; None if it is left out."""
    string = value.get(field)
    if string is None and field != "text":
        return None
    if not isinstance(string, str):
        raise FormatError(name, f'"{field}" is {_KINDS[type(string)]}; it must be a string')
    try:
        string.encode("utf-8")
    except UnicodeEncodeError as error:
        raise EncodingError(
            name,
            f'"{field}" has half of a surrogate pair, \\u{ord(string[error.start]):04x}, at '
            f"character {error.start}: a character was cut in two where the file was made; write "
            "it again from the original text, with both halves or the character itself",
        ) from error
    return string
