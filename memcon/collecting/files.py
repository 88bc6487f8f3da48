"""Files: the items in files and folders, in mails, and in what is packed."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from memcon.collecting.archived import archived_items
from memcon.collecting.failures import failure_of
from memcon.collecting.feeds import Pages, items_of_feed
from memcon.collecting.item import Item
from memcon.errors import EmptyError, SourceError, UnknownTypeError, UnreadableError
from memcon.sources import Failure
from memcon.sources.allowance import Allowance
from memcon.sources.folder import files_in, unreadable
from memcon.sources.formats import own_name
from memcon.sources.head import head_of
from memcon.sources.jsonl import read_json
from memcon.sources.kinds import HOLDERS, LAST_SUFFIXES, SUFFIXES, Kind, is_looked_for, kind_of_file
from memcon.sources.limits import LARGEST, TooLargeError, refuse_large
from memcon.sources.mail.eml import files_of_eml, read_eml
from memcon.sources.rewinding import rewindable
from memcon.sources.sitemap import unpacked
from memcon.sources.zip import files_of_zip

_STANDARD_INPUT = "standard input"
#: Archives in archives in archives are nobody's documents; mails are attached to mails some times.
_DEEPEST = 2
_DEEPEST_MAIL = 5
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Given:
    """A file, standard input, or an address of the web.

    :param path: None for standard input, and for an address.
    :param size: in bytes; None if it is not known.
    """

    label: str
    path: Path | None = None
    size: int | None = None
    address: str | None = None


def find_files(given: str) -> Iterator[Given | Failure]:
    """The files that a path names; of a folder those that memcon knows."""
    if given == "-":
        yield Given(_STANDARD_INPUT)
        return
    if not given:
        yield Failure("''", 0, "the path is empty; check the variable that should hold it")
        return
    path = Path(given)
    try:
        about = path.stat()
    except (OSError, ValueError) as error:
        known = error if isinstance(error, OSError) else OSError(str(error))
        yield Failure(given, 0, unreadable(path, known).reason)
        return
    if not path.is_dir():
        yield Given(given, path, about.st_size if path.is_file() else None)
        return
    found = False
    for inside, size in files_in(path, LAST_SUFFIXES):
        if isinstance(size, SourceError):
            yield Failure(str(inside), 0, size.reason)
        elif not is_looked_for(inside.name):
            continue
        else:
            yield Given(str(inside), inside, size)
        found = True
    if not found:
        yield Failure(
            given, 0, f"there is no file in it that memcon knows; it knows {', '.join(SUFFIXES)}"
        )


def items_of_file(given: Given, pages: Pages) -> Iterator[Item | Failure]:
    """The items in a file.

    :param pages: gives the pages behind the links of a feed.
    :raises SourceError: if there is no having any.
    """
    if given.path is None:
        if sys.stdin is None:
            raise UnreadableError(_STANDARD_INPUT, "it is closed; give a file or a pipe")
        yield from _items(given, _STANDARD_INPUT, sys.stdin.buffer, pages)
        return
    try:
        with given.path.open("rb") as stream:
            yield from _items(given, own_name(given.path), stream, pages)
    except OSError as error:
        raise unreadable(given.path, error) from error


def _items(given: Given, name: str, stream: BinaryIO, pages: Pages) -> Iterator[Item | Failure]:
    place = given.path.absolute().as_uri() if given.path is not None else "standard-input:"
    kind = kind_of_file(name if given.path is not None else "", head_of(stream))
    if kind not in HOLDERS and given.size is not None:
        refuse_large(given.label, given.size)
    size = given.size or 0
    if kind == "jsonl":
        yield from _lines(given.label, name, place, stream)
    elif kind in ("warc", "wacz"):
        yield from archived_items(given.label, name, rewindable(stream), kind)
    elif kind == "zip":
        yield from _zipped(given.label, place, rewindable(stream), pages, 1, Allowance(given.size))
    else:
        data = stream.read(LARGEST + 1)
        refuse_large(given.label, len(data))
        if given.path is None:
            place = f"{place}{name}"
        yield from _inside(given.label, name, place, data, kind, pages, size, 0, Allowance(size))


def _inside(
    label: str,
    name: str,
    place: str,
    data: bytes,
    kind: Kind,
    pages: Pages,
    size: int,
    depth: int,
    allowance: Allowance,
) -> Iterator[Item | Failure]:
    """The items in bytes that are whole in memory.

    :param depth: of packed files and mails around it.
    :param allowance: of bytes that all that is packed may unpack to together.
    """
    if kind == "zip":
        if depth >= _DEEPEST:
            raise TooLargeError(label, "it is packed in packed files again and again; unpack it")
        yield from _zipped(label, place, io.BytesIO(data), pages, depth + 1, allowance)
    elif kind in ("warc", "wacz"):
        yield from archived_items(label, name, io.BytesIO(data), kind)
    elif kind == "jsonl":
        yield from _lines(label, name, place, io.BytesIO(data))
    elif kind == "feed":
        yield from items_of_feed(label, place, data, pages)
    elif kind == "sitemap":
        data = unpacked(name, data)
        raise UnknownTypeError(label, "give the address of a sitemap, not a file: it is read anew")
    elif kind == "json":
        yield from _json(label, name, place, data)
    elif kind == "eml":
        files = [
            (attached, content)
            for attached, content in files_of_eml(name, data)
            if isinstance(content, SourceError) or is_looked_for(attached)
        ]
        if not (files and _is_wrapper(name, data)):
            yield Item(label, name, place, "eml", data, size)
        for attached, content in files:
            if isinstance(content, SourceError):
                yield Failure(f"{label}!/{attached}", 0, content.reason)
                continue
            if depth >= _DEEPEST_MAIL:
                raise TooLargeError(
                    label, "it lies in mails in mails again and again; save it apart"
                )
            allowance.take(label, len(content))
            yield from _packed(label, place, attached, content, pages, depth + 1, allowance)
    else:
        yield Item(label, name, place, kind, data, size)


def _is_wrapper(name: str, data: bytes) -> bool:
    """Whether a mail has no words of its own, and only carries files."""
    try:
        read_eml(name, data)
    except EmptyError:
        return True
    except SourceError:
        return False
    return False


def _zipped(
    label: str,
    place: str,
    stream: BinaryIO,
    pages: Pages,
    depth: int,
    allowance: Allowance,
) -> Iterator[Item | Failure]:
    for path, data in files_of_zip(label, stream, allowance):
        if isinstance(data, SourceError):
            yield Failure(f"{label}!/{path}", 0, data.reason)
        elif is_looked_for(path):
            yield from _packed(label, place, path, data, pages, depth, allowance)


def _packed(
    label: str,
    place: str,
    path: str,
    data: bytes,
    pages: Pages,
    depth: int,
    allowance: Allowance,
) -> Iterator[Item | Failure]:
    """The items of a file in a file; what is wrong with it is told, and the others go on."""
    inside = f"{label}!/{path}"
    try:
        name = path.rpartition("/")[2]
        kind = kind_of_file(name, data[:_HEAD])
        yield from _inside(inside, name, f"{place}!/{path}", data, kind, pages, 0, depth, allowance)
    except Exception as error:
        yield failure_of(inside, error)


def _lines(label: str, name: str, place: str, stream: BinaryIO) -> Iterator[Item | Failure]:
    number, found = 0, False
    while line := stream.readline(LARGEST + 1):
        number += 1
        if len(line) > LARGEST:
            raise TooLargeError(label, f"line {number} is longer than {LARGEST:,} bytes; part it")
        if line.strip():
            found = True
            within = f"{label}:{number}"
            yield Item(within, f"{name}:{number}", f"{place}#{number}", "line", line, len(line))
    if not found:
        raise EmptyError(name, "the file is empty; check that it was saved or downloaded whole")


def _json(label: str, name: str, place: str, data: bytes) -> Iterator[Item | Failure]:
    """The objects of a JSON file; all have the file as their original."""
    found = list(read_json(name, data))
    for number, document in enumerate(found, start=1):
        one = len(found) == 1
        within = label if one else f"{label}:{number}"
        if isinstance(document, SourceError):
            yield Failure(within, 0, document.reason)
            continue
        own = place if one else f"{place}#{number}"
        yield Item(within, document.name, own, "json", data, document=document)
