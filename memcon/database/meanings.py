"""What a database's own messages mean to the user, and what to do about them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy.exc import DBAPIError

from memcon.errors import MemconError
from memcon.report.visible import line

ANOTHER = "give another one with --db"
READ_ONLY = f"it can be read only; ask for the right to write to it, or {ANOTHER}"
#: Words of SQLite's own messages, and what they mean.
_SQLITE = (
    ("not a database", f"it is not a database; {ANOTHER}, which is made if it is not there"),
    ("locked", "another program was writing to it for more than PATIENCE seconds; wait, or end it"),
    ("readonly", READ_ONLY),
    (
        "unable to open",
        f"it cannot be opened; check that the folder is there and is yours to write to, or {ANOTHER}",
    ),
    ("malformed", f"it is damaged; put back a copy, or {ANOTHER}"),
)
#: Signs that a server went away, beside what SQLAlchemy itself sees.
_LOST = (
    "connection failed", "connection refused", "server closed the connection", "connection is lost",
    "terminating connection", "the connection is closed", "starting up", "shutting down",
    "connection timeout", "consuming input failed", "sending query",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meanings:
    """How the errors of one kind of database are told.

    :param error: what is raised in place of what the driver raises.
    :param more: words of a message and what they mean, looked for after SQLite's.
    :param lost: raised if a server went away, which may then be asked again; None to tell of that as
        of any other error.
    """

    error: type[MemconError]
    more: tuple[tuple[str, str], ...] = ()
    lost: type[MemconError] | None = None

    @contextmanager
    def in_words(self, label: str, patience: float) -> Iterator[None]:
        """Say what the database's own errors mean, and what to do.

        :param label: what messages call the database.
        :param patience: seconds that were waited for another program.
        :raises MemconError: `error` or `lost`.
        """
        try:
            yield
        except DBAPIError as error:
            said = line(str(error.orig))
            known = (*_SQLITE, *self.more)
            meaning = next((words for sign, words in known if sign in said), None)
            if meaning is None and self.lost and _is_lost(error, said):
                raise self.lost(
                    f"{label}: the server of the database cannot be reached ({said}); start it, or "
                    "check the address; what was added before is kept"
                ) from error
            if meaning is None:
                meaning = f"the database says: {said}; mend that, or {ANOTHER}"
            raise self.error(f"{label}: {meaning.replace('PATIENCE', f'{patience:g}')}") from error
        except OSError as error:
            raise self.error(
                f"{label}: {(error.strerror or str(error)).lower()}; {ANOTHER}"
            ) from error


def _is_lost(error: DBAPIError, said: str) -> bool:
    low = said.casefold()
    return error.connection_invalidated or any(sign in low for sign in _LOST)
