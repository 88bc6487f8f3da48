"""The files of a database: for their owner alone, and whether others may read them all the same.

They hold what nobody else needs to see: texts, uploads, passwords' digests and the key of the web app.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

#: Read and written by the owner; a folder is also entered.
_FILE, _FOLDER = 0o600, 0o700
#: What everybody on the machine may do, read, write or enter.
_EVERYBODY = 0o007
#: What SQLite writes beside its file, with the rights of that file.
_BESIDE = ("", "-wal", "-shm")


def make_file(path: Path) -> None:
    """Make the file of a database, empty and for its owner alone; one that is there is left as it is.

    What cannot be made is left for SQLite to tell of.
    """
    # SQLite would give it the rights that any new file has, and make what a broken link points at.
    with suppress(OSError):
        os.close(os.open(os.path.realpath(path), os.O_CREAT | os.O_EXCL | os.O_WRONLY, _FILE))


def make_folder(path: Path) -> None:
    """Make a folder and those above it, as far as they are not there, for their owner alone.

    :raises OSError: if it cannot be made.
    """
    for folder in (*reversed(path.parents), path):
        folder.mkdir(mode=_FOLDER, exist_ok=True)


def open_to_all(path: Path) -> list[Path]:
    """The file of a database and those beside it, as far as everybody on the machine may read them."""
    if os.name != "posix":
        return []
    found = []
    for ending in _BESIDE:
        one = path.with_name(path.name + ending)
        with suppress(OSError):
            if one.stat().st_mode & _EVERYBODY:
                found.append(one)
    return found
