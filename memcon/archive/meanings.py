"""What a database's own messages mean to the user, and what to do about them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from memcon.archive.errors import ArchiveError, ConnectionLostError
from memcon.report.visible import line

ANOTHER = "give another one with --db"
#: Words of the databases' own messages, SQLite's first.
_MEANINGS = (
    ("not a database", f"it is not a database; {ANOTHER}, which is made if it is not there"),
    ("locked", "another program was writing to it for more than PATIENCE seconds; wait, or end it"),
    ("readonly", f"it can be read only; ask for the right to write to it, or {ANOTHER}"),
    (
        "unable to open",
        f"it cannot be opened; check that the folder is there and is yours to write to, or {ANOTHER}",
    ),
    ("malformed", f"it is damaged; put back a copy, or {ANOTHER}"),
    ("disk is full", "the disk is full; make room and start again: what was added before is kept"),
    ("disk I/O error", "the disk does not take it, or is full; mend that and start again: what was "
     "added before is kept"),
    ("No space left", "its disk is full; make room and start again: what was added before is kept"),
    ("password authentication", "the server does not accept the name or the password; check them"),
    ("does not exist", f"the server knows no such database, table or user; make it, or {ANOTHER}"),
    ("read-only transaction", f"it can be read only; ask for the right to write to it, or {ANOTHER}"),
    ("permission denied", f"the right to do this is missing; ask for it, or {ANOTHER}"),
)  # fmt: skip
#: Signs that the server went away, beside what SQLAlchemy itself sees.
_LOST = (
    "connection failed", "connection refused", "server closed the connection", "connection is lost",
    "terminating connection", "the connection is closed", "starting up", "shutting down",
    "connection timeout", "consuming input failed", "sending query",
)  # fmt: skip


@contextmanager
def in_words(label: str, patience: float) -> Iterator[None]:
    """Say what the database's own errors mean, and what to do.

    :param label: what messages call the database.
    :param patience: seconds that were waited for another program.
    :raises ArchiveError: in place of what the driver raises.
    """
    try:
        yield
    except DBAPIError as error:
        said = line(str(error.orig))
        meaning = next((words for sign, words in _MEANINGS if sign in said), None)
        if meaning is None and (error.connection_invalidated or _lost(said)):
            raise ConnectionLostError(
                f"{label}: the server of the database cannot be reached ({said}); start it, or check "
                "the address; what was added before is kept"
            ) from error
        if meaning is None:
            meaning = f"the database says: {said}; mend that, or {ANOTHER}"
        raise ArchiveError(f"{label}: {meaning.replace('PATIENCE', f'{patience:g}')}") from error
    except OSError as error:
        raise ArchiveError(
            f"{label}: {(error.strerror or str(error)).lower()}; {ANOTHER}"
        ) from error


def _lost(said: str) -> bool:
    low = said.casefold()
    return any(sign in low for sign in _LOST)
