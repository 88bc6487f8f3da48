"""The database of the archive: found, opened, brought to the right version; errors put in words.

SQLite is what needs no set-up: one file, made on first use, in which readers go on while somebody
writes (WAL). PostgreSQL 15 or newer serves as well, by psycopg 3. Writers take turns in both, so that
what one has checked still holds when it writes, and ids can be given out before rows are written.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.orm import Session

from memcon.archive.errors import ArchiveError, ConnectionLostError
from memcon.archive.meanings import ANOTHER, in_words
from memcon.archive.migration import migrate
from memcon.archive.tables import Setting

#: The environment variable that names the database; the registry of actors may be in the same.
VARIABLE = "MEMCON_DB"
#: Seconds to wait for another program that is writing, or for a server that went away.
PATIENCE = 30.0
_Value = TypeVar("_Value")


class Database:
    """Hands out sessions, each of them one transaction, on a database of the right version."""

    def __init__(self, engine: Engine, label: str) -> None:
        """Take an engine that is set up; messages call the database by the label."""
        self.engine = engine
        self.label = label
        # SQLite's readers see one state as it is; elsewhere it is asked for.
        self._still = (
            engine
            if self.is_sqlite
            else engine.execution_options(isolation_level="REPEATABLE READ")
        )

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file of SQLite's."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the database and changes nothing."""
        with in_words(self.label, PATIENCE), Session(self._still) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are all kept at its end, or none of them if it fails."""
        engine = self.engine.execution_options(memcon_writes=True)
        with in_words(self.label, PATIENCE), Session(engine) as session, session.begin():
            # SQLite has locked the whole file by now; elsewhere this row is what is waited for.
            session.execute(select(Setting.value).where(Setting.key == "writer").with_for_update())
            yield session

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

    def close(self) -> None:
        """Let go of the file or the server."""
        self.engine.dispose()


def where(given: str | Path | None = None) -> URL:
    """The address of the database.

    :param given: a path, or an address such as `postgresql://user@server/archive`; None for
        `MEMCON_DB`, and without that for a file of the user's own.
    :raises ArchiveError: if it looks like an address and is none.
    """
    place = str(given or os.environ.get(VARIABLE) or "")
    if not place:
        from platformdirs import user_data_path

        return URL.create("sqlite", database=str(user_data_path("memcon") / "archive.db"))
    if "://" not in place:
        return URL.create("sqlite", database=str(Path(place).expanduser()))
    try:
        url = make_url(place)
    except (ArgumentError, ValueError) as error:
        raise _no_address(place) from error
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
    path = _file(url)
    label = str(path) if path is not None else url.render_as_string(hide_password=True)
    if path is not None and not path.exists():
        if not create:
            raise ArchiveError(
                f"{label}: there is no archive yet; make it with memcon add, or name the right one "
                "with --db"
            )
        if given is None and VARIABLE not in os.environ:
            with in_words(label, PATIENCE):
                path.parent.mkdir(parents=True, exist_ok=True)
    database = Database(_engine(url, label), label)
    try:
        with in_words(label, PATIENCE):
            migrate(database.engine, label, create=create)
    except BaseException:
        database.close()
        raise
    return database


def _no_address(place: str) -> ArchiveError:
    return ArchiveError(
        f"{place}: it is no address of a database; write postgresql://USER@SERVER/NAME, or a path"
    )


def _engine(url: URL, label: str) -> Engine:
    sqlite = url.get_backend_name() == "sqlite"
    # A server that does not answer is as good as gone; psycopg would wait for ever.
    arguments: dict[str, Any] = {"timeout": PATIENCE} if sqlite else {"connect_timeout": 10}
    try:
        engine = create_engine(url, connect_args=arguments)
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
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _record: object) -> None:
    """Leave transactions to SQLAlchemy, and let readers go on while somebody writes (WAL)."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    # With WAL this loses nothing when a program is killed, and cannot damage the file.
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA cache_size=-65536")
    until = time.monotonic() + PATIENCE
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except Exception as error:
            # SQLite does not wait for this lock itself: somebody else makes the file at this moment.
            if "locked" in str(error) and time.monotonic() < until:
                time.sleep(0.02)
                continue
            # An archive that can only be read is still worth reading.
            if "readonly" not in str(error):
                raise
        break
    cursor.close()


def _begin(connection: Connection) -> None:
    # Two that read first and write later would each wait for the other: who writes says so at once.
    writes = connection.get_execution_options().get("memcon_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _file(url: URL) -> Path | None:
    """The file of a SQLite database, unless it is kept in memory or has an address of its own."""
    name = url.database
    if url.get_backend_name() != "sqlite" or not name:
        return None
    return None if name == ":memory:" or name.startswith("file:") else Path(name)
