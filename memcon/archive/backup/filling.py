"""Filling: rows into tables by the quickest way that each database has, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Table, column, func, insert, select, table, text, update
from sqlalchemy.exc import DBAPIError

from memcon.archive.index import index_rows

#: For PostgreSQL: the locks that whoever makes the tables holds (`migration.py` of archive and web app).
_LOCKS = (636266, 636267)
_Rows = Sequence[Sequence[Any]]


class Filling:
    """Puts rows into the tables of one connection, within its transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.postgresql = connection.dialect.name == "postgresql"

    def wait_for_turn(self) -> None:
        """Wait until nobody else makes tables; of SQLite's file, the transaction has the whole."""
        if self.postgresql:
            for lock in _LOCKS:
                self.connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": lock})

    def fill(self, name: str, columns: Sequence[str], rows: Iterable[_Rows]) -> None:
        """Put rows into a table.

        :param columns: what each row has, in its order.
        :param rows: some at a time.
        """
        if self.postgresql:
            self._copy(name, columns, rows)
            return
        into = insert(table(name, *map(column, columns)))
        sql = str(into.compile(dialect=self.connection.dialect))
        for some in rows:
            self.connection.exec_driver_sql(sql, [tuple(row) for row in some])

    def number(self, name: str) -> int:
        """How many rows there are in a table."""
        return self.connection.scalar(select(func.count()).select_from(table(name))) or 0

    def merge(self, name: str, columns: Sequence[str], rows: Iterable[_Rows]) -> None:
        """Put settings into their table, `key` and `value`, in the place of those that are there.

        A row that writers wait for stays the same row.
        """
        into = table(name, *map(column, columns))
        for row in chain.from_iterable(rows):
            values = dict(zip(columns, row, strict=True))
            own = into.c.key == values["key"]
            if self.connection.execute(select(into.c.key).where(own)).first() is None:
                self.connection.execute(insert(into).values(**values))
            else:
                self.connection.execute(update(into).where(own).values(**values))

    def fill_index(self, rows: Sequence[tuple[int, str]]) -> None:
        """Put terms of statements into the index: ids, and terms as they were made."""
        made = index_rows(rows, "%s" if self.postgresql else "?")
        if made:
            self.fill("archive_index", ("rowid", "terms"), [made])

    def count_on(self, filled: Table) -> None:
        """Have the database give out numbers behind those that are there."""
        numbered = filled.autoincrement_column
        if not self.postgresql or numbered is None:
            return
        # Where a column has no sequence of its own, nothing is set.
        sequence = func.pg_get_serial_sequence(filled.name, numbered.name)
        greatest = select(func.max(numbered).label("id")).subquery()
        self.connection.execute(
            select(func.setval(sequence, greatest.c.id)).where(greatest.c.id.is_not(None))
        )

    def _copy(self, name: str, columns: Sequence[str], rows: Iterable[_Rows]) -> None:
        quote = self.connection.dialect.identifier_preparer.quote
        sql = f"COPY {quote(name)} ({', '.join(map(quote, columns))}) FROM STDIN"
        driver = self.connection.connection.driver_connection
        assert driver is not None
        with _drivers_errors(sql), driver.cursor() as cursor, cursor.copy(sql) as copy:
            for row in chain.from_iterable(rows):
                copy.write_row(row)


@contextmanager
def _drivers_errors(sql: str) -> Iterator[None]:
    """Raise the driver's errors as SQLAlchemy does, which does not know of `COPY`."""
    from psycopg import Error

    try:
        yield
    except Error as error:
        raise DBAPIError(sql, None, error) from error
