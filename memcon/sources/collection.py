"""Collections: many documents from many places, where one that fails never stops the others."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from memcon.document import Document
from memcon.errors import SourceError, UnreadableError
from memcon.sources.folder import files_in, unreadable
from memcon.sources.formats import SUFFIXES, documents, own_name

#: What stands for standard input among paths, and its name as a document.
STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "standard input"


@dataclass(frozen=True, slots=True)
class Place:
    """A file, or standard input, that holds one document or many.

    :param path: None for standard input.
    :param size: in bytes; None if that is not known.
    """

    path: Path | None
    size: int | None = None

    @property
    def label(self) -> str:
        """How the place is called in messages: the path as it was given."""
        return str(self.path) if self.path is not None else STANDARD_INPUT_NAME


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document and where it came from.

    :param size: bytes that it took there.
    """

    label: str
    size: int
    document: Document


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no document, or no Record of it.

    :param size: bytes that are done with, as far as they were read.
    """

    label: str
    size: int
    reason: str


def find_places(paths: Iterable[str | Path]) -> Iterator[Place | Failure]:
    """The places that the paths name, a folder giving those of all files in it."""
    for given in paths:
        if given == STANDARD_INPUT:
            yield Place(None)
            continue
        if not str(given):
            yield Failure("''", 0, "the path is empty; check the variable that should hold it")
            continue
        path = Path(given)
        if path.is_dir():
            yield from _in_folder(path)
            continue
        try:
            about = path.stat()
        except OSError as error:
            yield Failure(str(path), 0, unreadable(path, error).reason)
        else:
            # A pipe, as in memcon read <(command), has no size.
            yield Place(path, about.st_size if path.is_file() else None)


def _in_folder(folder: Path) -> Iterator[Place | Failure]:
    found = False
    for path, size in files_in(folder, frozenset(SUFFIXES)):
        found = True
        if isinstance(size, SourceError):
            yield Failure(str(path), 0, size.reason)
        else:
            yield Place(path, size)
    if not found:
        reason = f"there is no file in it that memcon knows; it knows {', '.join(SUFFIXES)}"
        yield Failure(str(folder), 0, reason)


def load_each(places: Iterable[Place | Failure]) -> Iterator[Loaded | Failure]:
    """Each document of the places, or why it cannot be had; loaded when it is asked for."""
    for place in places:
        if isinstance(place, Failure):
            yield place
        else:
            yield from _load(place)


def _load(place: Place) -> Iterator[Loaded | Failure]:
    done = 0
    try:
        if place.path is None:
            if sys.stdin is None:
                raise UnreadableError(STANDARD_INPUT_NAME, "it is closed; give a file or a pipe")
            found = documents(STANDARD_INPUT_NAME, sys.stdin.buffer, "")
            stream = None
        else:
            stream = place.path.open("rb")
            found = documents(own_name(place.path), stream, place.path.suffix)
        try:
            for size, item in found:
                done += size
                if isinstance(item, SourceError):
                    yield Failure(_within(place, item.name), size, item.reason)
                else:
                    yield Loaded(_within(place, item.name), size, item)
        finally:
            if stream:
                stream.close()
    except SourceError as error:
        yield Failure(place.label, (place.size or 0) - done, error.reason)
    except OSError as error:
        path = place.path or Path(STANDARD_INPUT_NAME)
        yield Failure(place.label, (place.size or 0) - done, unreadable(path, error).reason)
    except Exception as error:
        # A parser of someone else's that falls over one file must not stop the rest.
        reason = f"its reader failed on it ({type(error).__name__}: {error}); please report it"
        yield Failure(place.label, (place.size or 0) - done, reason)


def _within(place: Place, name: str) -> str:
    """The place, and which of its documents: `folder/file.jsonl:3`."""
    own = own_name(place.path) if place.path else STANDARD_INPUT_NAME
    if name.startswith(own + ":"):
        return place.label + name.removeprefix(own)
    return place.label if name == own else f"{place.label} ({name})"
