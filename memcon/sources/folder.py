"""Folders: the files in them that memcon can read, sorted, hidden ones left out."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from memcon.errors import MissingError, SourceError, UnreadableError


def files_in(folder: Path, suffixes: frozenset[str]) -> Iterator[tuple[Path, int | SourceError]]:
    """Every file below the folder that ends in one of the suffixes, with its size in bytes.

    In place of the size stands what is wrong, for what cannot be read. A link to a folder is
    followed, but each folder is read once only, so that links in a circle come to an end.
    """
    yield from _walk(folder, suffixes, set())


def _walk(
    folder: Path, suffixes: frozenset[str], seen: set[tuple[int, int]]
) -> Iterator[tuple[Path, int | SourceError]]:
    try:
        about = folder.stat()
        if (about.st_dev, about.st_ino) in seen:
            return
        seen.add((about.st_dev, about.st_ino))
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield folder, unreadable(folder, error)
        return
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith("."):
            continue
        try:
            if entry.is_dir():
                yield from _walk(path, suffixes, seen)
            elif path.suffix.lower() in suffixes:
                yield path, _size(path)
        except OSError as error:
            # is_dir of a link that points at itself.
            if path.suffix.lower() in suffixes:
                yield path, unreadable(path, error)


def _size(path: Path) -> int | SourceError:
    try:
        about = path.stat()
    except OSError as error:
        return unreadable(path, error)
    if not stat.S_ISREG(about.st_mode):
        # To open a pipe that nobody writes to would wait for ever.
        return UnreadableError(path.name, "this is a pipe or a device, not a file; leave it out")
    return about.st_size


def unreadable(path: Path, error: OSError) -> SourceError:
    """The error that tells why the system does not give a file."""
    why = (error.strerror or str(error)).lower()
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return MissingError(path.name, "this is a link to nothing; mend or remove the link")
        return MissingError(path.name, "there is no such file or folder; check the path")
    if isinstance(error, PermissionError):
        return UnreadableError(path.name, f"{why}; give yourself the right to read it")
    return UnreadableError(path.name, f"it cannot be read: {why}")
