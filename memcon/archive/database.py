"""The database of the archive: found, opened, brought to the right version.

SQLite is what needs no set-up: one file, made on first use. PostgreSQL 15 or newer serves as well, by
psycopg 3. Writers take turns in both, so that ids can be given out before rows are written.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Engine, create_engine, select
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.orm import Session

from memcon.archive.errors import ArchiveError, ConnectionLostError
from memcon.archive.meanings import MEANINGS
from memcon.archive.migration import migrate
from memcon.archive.tables import Setting
from memcon.database.address import address, file_of, label_of, make_own
from memcon.database.meanings import ANOTHER
from memcon.database.readonly import reader_of
from memcon.database.sessions import Sessions
from memcon.database.sqlite import set_up

#: Seconds to wait for another program that is writing, or for a server that went away.
PATIENCE = 30.0
#: With WAL, NORMAL loses nothing when a program is killed, and cannot damage the file.
_PRAGMAS = ("synchronous=NORMAL", "cache_size=-65536")
_Value = TypeVar("_Value")


class Database(Sessions):
    """Hands out sessions on an archive of the right version; asks a server again that went away."""

    def __init__(self, engine: Engine, label: str) -> None:
        """Take an engine that is set up; messages call the database by the label."""
        turn = select(Setting.value).where(Setting.key == "writer")
        super().__init__(engine, label, turn=turn, in_words=_in_words)

    def write(self, change: Callable[[Session], _Value]) -> _Value:
        """Make a change in one transaction; once more if the server went away meanwhile.

        :param change: it must first look whether it is made already: nobody can tell whether what a
            lost server was told to keep was kept.
        :raises ConnectionLostError: if the server does not come back.
        """
        return self._patiently(self.writing, change)

    def read(self, look: Callable[[Session], _Value]) -> _Value:
        """Look something up; once more if the server went away meanwhile.

        :raises ConnectionLostError: if the server does not come back.
        """
        return self._patiently(self.reading, look)

    def _patiently(
        self,
        session: Callable[[], AbstractContextManager[Session]],
        do: Callable[[Session], _Value],
    ) -> _Value:
        until = time.monotonic() + PATIENCE
        pause = 0.1
        while True:
            try:
                with session() as opened:
                    return do(opened)
            except ConnectionLostError:
                if time.monotonic() + pause > until:
                    raise
                time.sleep(pause)
                pause = min(2 * pause, 5)


def where(given: str | Path | None = None) -> URL:
    """The address of the database.

    :param given: a path, or an address such as `postgresql://user@server/archive`; None for
        `MEMCON_DB`, and without that for a file of the user's own.
    :raises ArchiveError: if it looks like an address and is none.
    """
    try:
        url = address(given, "archive.db")
    except ValueError as error:
        raise _no_address(str(error)) from error
    # Which driver an address without one means has changed between versions of SQLAlchemy.
    if url.drivername in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    return url


def open_database(given: str | Path | None = None, *, create: bool = True) -> Database:
    """Open the database; its tables are made if there are none, and renewed if they are old.

    :param given: as for `where`.
    :param create: whether it may be made; if not, it must be there.
    :raises ArchiveError: if it cannot be opened, is another program's, or is of a newer version.
    """
    url = where(given)
    path, label = file_of(url), label_of(url)
    if path is not None and not path.exists():
        if not create:
            raise ArchiveError(
                f"{label}: there is no archive yet; make it with memcon add, or name the right one "
                "with --db"
            )
        with _in_words(label):
            make_own(given, path)
    database = Database(engine_of(url, label), label)
    try:
        with _in_words(label):
            migrate(database.engine, label, create=create)
    except BaseException:
        database.close()
        raise
    return database


def _in_words(label: str) -> AbstractContextManager[None]:
    return MEANINGS.in_words(label, PATIENCE)


def _no_address(place: str) -> ArchiveError:
    return ArchiveError(
        f"{place}: it is no address of a database; write postgresql://USER@SERVER/NAME, or a path"
    )


def engine_of(url: URL, label: str) -> Engine:
    """An engine that is set up; nothing is asked of the database yet.

    :param label: what messages call it.
    :raises ArchiveError: if archives are not kept in such a database.
    """
    sqlite = url.get_backend_name() == "sqlite"
    # A server that does not answer is as good as gone; psycopg would wait for ever.
    arguments: dict[str, Any] = {"timeout": PATIENCE} if sqlite else {"connect_timeout": 10}
    reader = reader_of(file_of(url), PATIENCE)
    own: dict[str, Any] = {"creator": reader} if reader else {}
    try:
        engine = create_engine(url, connect_args=arguments, **own)
    except (NoSuchModuleError, ImportError) as error:
        raise ArchiveError(
            f"{label}: there is no driver for this kind of database ({error}); use "
            "postgresql://USER@SERVER/NAME, or a path for SQLite"
        ) from error
    except (ArgumentError, TypeError) as error:
        raise _no_address(label) from error
    if engine.dialect.name not in ("sqlite", "postgresql"):
        raise ArchiveError(
            f"{label}: an archive is kept in SQLite or PostgreSQL, not in {engine.dialect.name}; "
            f"{ANOTHER}"
        )
    if sqlite:
        set_up(engine, PATIENCE, *_PRAGMAS)
    return engine
