"""The database of the registry: where it is, and opened with its version checked.

SQLite is what needs no set-up. PostgreSQL serves as well (tried with 15 and psycopg 3): every statement
is SQLAlchemy's.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, inspect, select
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.orm import Session

from memcon.database.address import address, file_of, label_of, make_own
from memcon.database.meanings import ANOTHER, Meanings
from memcon.database.readonly import reader_of
from memcon.database.sessions import Sessions
from memcon.database.sqlite import set_up
from memcon.errors import RegistryError
from memcon.registry.tables import VERSION, Setting, Table

#: Seconds to wait for another program that is writing.
PATIENCE = 30.0
#: A table of the archive (`memcon.archive`), which may be in the same database.
_ARCHIVE = "archive_version"
_MEANINGS = Meanings(
    RegistryError,
    more=(("full", "the disk is full; make room and try again: nothing was changed"),),
)


class Database(Sessions):
    """Hands out sessions on a registry of the right version."""

    def __init__(self, engine: Engine, label: str, *, shared: bool = False) -> None:
        """Take an engine that is set up.

        :param label: what messages call it.
        :param shared: whether others use the engine too, so that it is not closed here.
        """
        turn = select(Setting.value).where(Setting.key == "schema")
        super().__init__(engine, label, turn=turn, in_words=_in_words, shared=shared)


def where(given: str | Path | None = None) -> URL:
    """The address of the database.

    :param given: a path, or an address such as `sqlite:///actors.db`; None for `MEMCON_DB`, and
        without that for a file of the user's own.
    :raises RegistryError: if it looks like an address and is none.
    """
    try:
        return address(given, "actors.db")
    except ValueError as error:
        raise _no_address(str(error)) from error


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
        if given.dialect.name == "sqlite":
            set_up(given, PATIENCE)
        shared = Database(given, label_of(given.url), shared=True)
        _prepare(shared)
        return shared
    url = where(given)
    path, label = file_of(url), label_of(url)
    if path is not None and not path.exists():
        if not create:
            raise RegistryError(
                f"{label}: there is no registry yet; make it with memcon actors add, or name the "
                "right one with --db"
            )
        with _in_words(label):
            make_own(given, path)
    database = Database(_engine(url, label), label)
    try:
        _prepare(database)
    except BaseException:
        database.close()
        raise
    return database


def _engine(url: URL, label: str) -> Engine:
    sqlite = url.get_backend_name() == "sqlite"
    reader = reader_of(file_of(url), PATIENCE)
    own: dict[str, Any] = {"creator": reader} if reader else {}
    try:
        engine = create_engine(url, connect_args={"timeout": PATIENCE} if sqlite else {}, **own)
    except (NoSuchModuleError, ImportError) as error:
        raise RegistryError(
            f"{label}: there is no driver for this kind of database ({error}); install it (for "
            "PostgreSQL: pip install psycopg), or use sqlite:///PATH"
        ) from error
    except ArgumentError as error:
        raise _no_address(label) from error
    if sqlite:
        set_up(engine, PATIENCE)
    return engine


def _prepare(database: Database) -> None:
    tables = _tables(database)
    if Setting.__tablename__ not in tables:
        # A file is one program's; on a server many keep theirs side by side.
        own_file = database.is_sqlite and not database.shared
        if own_file and _ARCHIVE in tables:
            # The archive keeps the registry's tables beside its own.
            own_file = False
        if tables if own_file else tables & set(Table.metadata.tables):
            raise RegistryError(
                f"{database.label}: it is the database of another program; {ANOTHER}"
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
            f"{VERSION}; install a newer memcon, or {ANOTHER}"
        )


def _tables(database: Database) -> set[str]:
    with _in_words(database.label), database.engine.connect() as connection:
        return set(inspect(connection).get_table_names())


def _make_tables(database: Database) -> None:
    engine = database.engine.execution_options(memcon_writes=True)
    with _in_words(database.label), Session(engine) as session, session.begin():
        Table.metadata.create_all(session.connection())
        if session.get(Setting, "schema") is None:
            session.add(Setting(key="schema", value=str(VERSION)))


def _in_words(label: str) -> AbstractContextManager[None]:
    return _MEANINGS.in_words(label, PATIENCE)
