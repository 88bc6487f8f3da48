"""A file of SQLite's that can only be read: on a disc, a read-only mount, or another user's.

With WAL, SQLite writes beside the file even to read it. Where it cannot, it is told that nobody changes
the file meanwhile (`immutable`); it then looks at nothing beside it, so that is said only if nothing is.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote


def reader_of(path: Path | None, patience: float) -> Callable[[], sqlite3.Connection] | None:
    """What connects to a file that can only be read; None if it can be written to, or is not there.

    :param patience: seconds to wait for another program.
    """
    if path is None or not is_read_only(path):
        return None

    def connect() -> sqlite3.Connection:
        place = f"file:{quote(str(path.absolute()))}?{_mode(path)}"
        return sqlite3.connect(place, uri=True, timeout=patience, check_same_thread=False)

    return connect


def is_read_only(path: Path) -> bool:
    """Whether it is there, and it or what SQLite keeps beside it cannot be written to."""
    if not path.exists():
        return False
    beside = _beside(path)
    made = all(one.exists() and os.access(one, os.W_OK) for one in beside)
    return not (os.access(path, os.W_OK) and (made or os.access(path.absolute().parent, os.W_OK)))


def _mode(path: Path) -> str:
    """How it is opened.

    :raises OSError: if what was written last cannot be read.
    """
    log, shared = _beside(path)
    if shared.exists():
        # Somebody else has it open, or had when the program was killed: SQLite reads the log too.
        return "mode=ro"
    if log.exists() and log.stat().st_size:
        why = (
            "it can be read only, and what was added last still is in the file beside it that ends in "
            "-wal; copy both to a folder of your own, or"
        )
        raise OSError(errno.EROFS, why)
    return "mode=ro&immutable=1"


def _beside(path: Path) -> tuple[Path, Path]:
    # SQLite puts them beside the file, not beside a link to it.
    real = path.resolve()
    return real.with_name(f"{real.name}-wal"), real.with_name(f"{real.name}-shm")
