"""The database of the registry: where it is, opened with its version checked, errors put in words.

SQLite is what needs no set-up; all that is its own is in `_engine` and below. PostgreSQL serves as well
(tried with 15 and psycopg 3): every statement is SQLAlchemy's.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.orm import Session

from memcon.errors import RegistryError
from memcon.registry.tables import VERSION, Setting, Table
from memcon.report.visible import line

#: The environment variable that names the database.
VARIABLE = "MEMCON_DB"
#: Seconds to wait for another program that is writing.
PATIENCE = 30
_ANOTHER = "give another one with --db"
#: A table of the archive (`memcon.archive`), which may be in the same database.
_ARCHIVE = "archive_version"
#: Words of the database's own messages, and what they mean to the user.
_MEANINGS = (
    ("not a database", f"it is not a database; {_ANOTHER}, which is made if it is not there"),
    (
        "locked",
        f"another program was writing to it for more than {PATIENCE} seconds; wait, or end it",
    ),
    ("readonly", f"it can be read only; ask for the right to write to it, or {_ANOTHER}"),
    (
        "unable to open",
        f"it cannot be opened; check that the folder is there and is yours to write to, or {_ANOTHER}",
    ),
    ("malformed", f"it is damaged; put back a copy, or {_ANOTHER}"),
    ("full", "the disk is full; make room and try again: nothing was changed"),
)


class Database:
    """Hands out sessions, each of them one transaction, on a database of the right version."""

    def __init__(self, engine: Engine, label: str, *, shared: bool = False) -> None:
        """Take an engine that is set up.

        :param label: what messages call it.
        :param shared: whether others use the engine too, so that it is not closed here.
        """
        self.engine = engine
        self.label = label
        self.shared = shared
        # SQLite's readers see one state as it is; elsewhere it is asked for.
        self._still = (
            engine
            if engine.dialect.name == "sqlite"
            else engine.execution_options(isolation_level="REPEATABLE READ")
        )

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the database and changes nothing."""
        with in_words(self.label), Session(self._still) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are all kept at its end, or none of them if it fails.

        Writers take turns, so that what one has checked still holds when it writes.
        """
        engine = self.engine.execution_options(memcon_writes=True)
        with in_words(self.label), Session(engine) as session, session.begin():
            # SQLite has locked the whole file by now; elsewhere this row is what is waited for.
            session.execute(select(Setting.value).where(Setting.key == "schema").with_for_update())
            yield session

    def close(self) -> None:
        """Let go of the file, unless others use it."""
        if not self.shared:
            self.engine.dispose()


def where(given: str | Path | None = None) -> URL:
    """The address of the database.

    :param given: a path, or an address such as `sqlite:///actors.db`; None for `MEMCON_DB`, and
        without that for a file of the user's own.
    :raises RegistryError: if it looks like an address and is none.
    """
    place = str(given or os.environ.get(VARIABLE) or "")
    if not place:
        from platformdirs import user_data_path

        return URL.create("sqlite", database=str(user_data_path("memcon") / "actors.db"))
    if "://" not in place:
        return URL.create("sqlite", database=str(Path(place).expanduser()))
    try:
        return make_url(place)
    except ArgumentError as error:
        raise _no_address(place) from error


def _no_address(place: str) -> RegistryError:
    return RegistryError(
        f"{place}: it is no address of a database; write sqlite:///PATH, or a path"
    )


def open_database(given: str | Path | Engine | None = None, *, create: bool = True) -> Database:
    """Open the database, and make its tables if there are none yet.

    :param given: as for `where`; or an engine of SQLAlchemy's that others use too: of SQLite's it
        is set up so that writers take turns.
    :param create: whether it may be made; if not, it must be there.
    :raises RegistryError: if it cannot be opened, is not a registry, or is of a newer version.
    """
    if isinstance(given, Engine):
        if given.dialect.name == "sqlite" and not event.contains(given, "begin", _begin):
            _set_up_sqlite(given)
        shared = Database(given, _label(given.url), shared=True)
        _prepare(shared)
        return shared
    url = where(given)
    label = _label(url)
    path = _path(url)
    if path is not None and not path.exists():
        if not create:
            raise RegistryError(
                f"{label}: there is no registry yet; make it with memcon actors add, or name the "
                "right one with --db"
            )
        if given is None and VARIABLE not in os.environ:
            with in_words(label):
                path.parent.mkdir(parents=True, exist_ok=True)
    database = Database(_engine(url, label), label)
    try:
        _prepare(database)
    except BaseException:
        database.close()
        raise
    return database


def _engine(url: URL, label: str) -> Engine:
    sqlite = url.get_backend_name() == "sqlite"
    try:
        engine = create_engine(url, connect_args={"timeout": PATIENCE} if sqlite else {})
    except (NoSuchModuleError, ImportError) as error:
        raise RegistryError(
            f"{label}: there is no driver for this kind of database ({error}); install it (for "
            "PostgreSQL: pip install psycopg), or use sqlite:///PATH"
        ) from error
    except ArgumentError as error:
        raise _no_address(label) from error
    if sqlite:
        _set_up_sqlite(engine)
    return engine


def _set_up_sqlite(engine: Engine) -> None:
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)


def _set_up(connection: Any, _record: object) -> None:
    """Leave transactions to SQLAlchemy, and let readers go on while somebody writes (WAL)."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    until = time.monotonic() + PATIENCE
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except Exception as error:
            # SQLite does not wait for this lock itself: somebody else makes the file at this moment.
            if "locked" in str(error) and time.monotonic() < until:
                time.sleep(0.02)
                continue
            # A registry that can only be read is still worth reading.
            if "readonly" not in str(error):
                raise
        break
    cursor.close()


def _begin(connection: Connection) -> None:
    # Two that read first and write later would each wait for the other: who writes says so at once.
    writes = connection.get_execution_options().get("memcon_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare(database: Database) -> None:
    tables = _tables(database)
    if Setting.__tablename__ not in tables:
        # A file is one program's; on a server many keep theirs side by side.
        own_file = database.engine.dialect.name == "sqlite" and not database.shared
        if own_file and _ARCHIVE in tables:
            # The archive keeps the registry's tables beside its own.
            own_file = False
        if tables if own_file else tables & set(Table.metadata.tables):
            raise RegistryError(
                f"{database.label}: it is the database of another program; {_ANOTHER}"
            )
        try:
            _make_tables(database)
        except RegistryError:
            # On a server somebody else may have made them at this moment.
            if Setting.__tablename__ not in _tables(database):
                raise
    with database.reading() as session:
        version = session.scalar(select(Setting.value).where(Setting.key == "schema"))
    if version != str(VERSION):
        raise RegistryError(
            f"{database.label}: its tables are of version {version}, this memcon knows version "
            f"{VERSION}; install a newer memcon, or {_ANOTHER}"
        )


def _tables(database: Database) -> set[str]:
    with in_words(database.label), database.engine.connect() as connection:
        return set(inspect(connection).get_table_names())


def _make_tables(database: Database) -> None:
    engine = database.engine.execution_options(memcon_writes=True)
    with in_words(database.label), Session(engine) as session, session.begin():
        Table.metadata.create_all(session.connection())
        if session.get(Setting, "schema") is None:
            session.add(Setting(key="schema", value=str(VERSION)))


@contextmanager
def in_words(label: str) -> Iterator[None]:
    """Say what the database's own errors mean, and what to do.

    :raises RegistryError: in place of what the driver raises.
    """
    try:
        yield
    except DBAPIError as error:
        said = line(str(error.orig))
        meaning = next((words for sign, words in _MEANINGS if sign in said), None)
        raise RegistryError(
            f"{label}: {meaning or f'the database says: {said}; mend that, or {_ANOTHER}'}"
        ) from error
    except OSError as error:
        raise RegistryError(
            f"{label}: {(error.strerror or str(error)).lower()}; {_ANOTHER}"
        ) from error


def _path(url: URL) -> Path | None:
    """The file of a SQLite database, unless it is kept in memory or has an address of its own."""
    name = url.database
    if (
        url.get_backend_name() != "sqlite"
        or not name
        or name == ":memory:"
        or name.startswith("file:")
    ):
        return None
    return Path(name)


def _label(url: URL) -> str:
    path = _path(url)
    return str(path) if path is not None else url.render_as_string(hide_password=True)
