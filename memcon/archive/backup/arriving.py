"""Arriving: a file that takes its name only when all of it is there, so that half of it never does."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from memcon.archive.errors import ArchiveError
from memcon.leftovers import part_of

#: Read and written by the owner.
_OWN = 0o600
#: What SQLite may leave beside a file of its own.
_BESIDE = ("", "-wal", "-shm", "-journal")


@contextmanager
def arriving(path: Path, *, over: bool) -> Iterator[Path]:
    """Where to write meanwhile: in the same folder, for its owner alone; gone if something fails.

    :param over: whether to take the place of a file that is there at the end.
    :raises ArchiveError: if it cannot be made or named, or if somebody else has made one of that name.
    """
    with in_words(path):
        # A link stays a link, and what it points at is what is written.
        target = Path(os.path.realpath(path))
        part = part_of(target)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWN))
    try:
        yield part
        with in_words(path):
            _sync(part)
            _name(part, target, over=over)
            _sync(target.parent)
    finally:
        for ending in _BESIDE:
            with suppress(OSError):
                part.with_name(part.name + ending).unlink()


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Say what the system's errors mean where a file is written.

    :raises ArchiveError: for an `OSError`.
    """
    try:
        yield
    except FileExistsError as error:
        raise ArchiveError(
            f"{path}: another program has made it meanwhile; give another name"
        ) from error
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise ArchiveError(
            f"{path}: it cannot be written ({why}); make room, check the folder, or give another name"
        ) from error


def _name(part: Path, path: Path, *, over: bool) -> None:
    if over:
        part.replace(path)
        return
    try:
        # Unlike a new name, a second one is never given over a file that is there.
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:
        # Not every disk has second names.
        if path.exists():
            raise FileExistsError(path) from None
        part.rename(path)


def _sync(path: Path) -> None:
    """Have the disk keep what was written; of a folder, the names in it."""
    try:
        number = os.open(path, os.O_RDONLY)
    except OSError:
        if path.is_dir():
            return  # Elsewhere than on POSIX, folders are not opened.
        raise
    try:
        os.fsync(number)
    except OSError:
        if not path.is_dir():
            raise
    finally:
        os.close(number)
