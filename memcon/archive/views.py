"""The documented views, and SQL over them in DuckDB.

DuckDB reads SQLite's files and PostgreSQL by extensions that it downloads when they are first used. So
that nothing has to be downloaded, and what is asked behaves the same over both databases, the views that
a question names are copied into a DuckDB in memory: nothing that is asked there can change the archive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from memcon.archive.database import Database
from memcon.archive.errors import QueryError
from memcon.report.visible import line, writable

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_WHOLE = "BIGINT"
_REAL = "DOUBLE"
_WORDS = "VARCHAR"

#: Columns that are no words.
_TYPES = {
    **dict.fromkeys(
        ("statement_id", "document_id", "event_id", "speaker_id", "addressee_id", "target_id",
         "source_id", "is_current", "is_newest", "begins", "ends", "line", "polarity", "version"),
        _WHOLE,
    ),
    **dict.fromkeys(("confidence", "score"), _REAL),
}  # fmt: skip

VIEWS = (
    "archive_view_documents",
    "archive_view_statements",
    "archive_view_stances",
    "archive_view_topics",
    "archive_view_events",
)
_TOGETHER = 50_000


@dataclass(frozen=True, slots=True)
class View:
    """A view and its columns: names and DuckDB's types."""

    name: str
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gives: names of the columns, and rows as DuckDB's values in Python."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


def views(database: Database) -> list[View]:
    """The views with their columns, as they stand in the database."""
    with database.reading() as session:
        return [View(name, _columns(session.connection(), name)) for name in VIEWS]


def ask(database: Database, query: str) -> Answer:
    """The answer to one query in DuckDB's SQL over the views.

    :raises QueryError: if DuckDB does not understand it, or it gives nothing.
    """
    import duckdb

    asking = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)
    named = {word.casefold() for word in re.findall(r"\w+", query)}
    with duckdb.connect(":memory:", config=_ALONE) as connection:
        with database.reading() as session:
            for view in VIEWS:
                if view in named:
                    _copy(session.connection(), view, connection)
                else:
                    made = ", ".join(f'"{n}" {t}' for n, t in _columns(session.connection(), view))
                    connection.execute(f"CREATE TABLE {view} ({made})")
        # Files and the network are nothing that a question to the archive is about.
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        try:
            statements = connection.extract_statements(query)
            if len(statements) != 1 or statements[0].type not in asking:
                raise QueryError("give one query that asks and changes nothing: SELECT …")
            result = connection.execute(statements[0])
            columns = tuple(str(column[0]) for column in result.description or ())
            return Answer(columns, result.fetchall())
        except duckdb.Error as error:
            raise QueryError(f"DuckDB says: {line(str(error))}") from error


#: No extension is looked for, let alone had from the network.
_ALONE: dict[str, Any] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


def _columns(connection: Any, view: str) -> tuple[tuple[str, str], ...]:
    names = connection.execute(text(f"SELECT * FROM {view} WHERE 1 = 0")).keys()  # noqa: S608 (names of our own; values are bound)
    return tuple((name, _TYPES.get(name, _WORDS)) for name in names)


def _copy(source: Any, view: str, into: DuckDBPyConnection) -> None:
    """Copy a view, some rows at a time."""
    columns = _columns(source, view)
    made = ", ".join(f'"{name}" {type}' for name, type in columns)
    into.execute(f"CREATE TABLE {view} ({made})")
    rows = source.execution_options(yield_per=_TOGETHER).execute(text(f"SELECT * FROM {view}"))  # noqa: S608 (names of our own; values are bound)
    for some in rows.partitions(_TOGETHER):
        into.register("some_rows", _arrays(columns, some))
        into.execute(f"INSERT INTO {view} SELECT * FROM some_rows")  # noqa: S608 (names of our own; values are bound)
        into.unregister("some_rows")


def _arrays(columns: Sequence[tuple[str, str]], rows: Sequence[Any]) -> dict[str, Any]:
    """The columns of some rows as numpy's arrays, under their names."""
    import numpy as np

    made = {}
    for (name, type), values in zip(columns, zip(*rows, strict=True), strict=True):
        if type == _WORDS:
            # A lone surrogate is no UTF-8.
            made[name] = np.array([*_written(values)], dtype=object)
        else:
            none = np.array([value is None for value in values])
            numbers = [0 if value is None else value for value in values]
            kind = np.int64 if type == _WHOLE else np.float64
            made[name] = np.ma.masked_array(np.array(numbers, dtype=kind), mask=none)
    return made


def _written(values: Sequence[str | None]) -> Iterator[str | None]:
    return (None if value is None else writable(value) for value in values)
