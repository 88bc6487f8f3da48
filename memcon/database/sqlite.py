"""SQLite, set up so that readers go on while somebody writes (WAL), and writers take turns."""

from __future__ import annotations

import time
from typing import Any

from sqlalchemy import Connection, Engine, event


def set_up(engine: Engine, patience: float, *pragmas: str) -> None:
    """Set up every connection that an engine of SQLite's will make; once only, if asked twice.

    :param patience: seconds to wait for another program that is making the file.
    :param pragmas: more settings, such as `cache_size=-65536`.
    """
    if event.contains(engine, "begin", _begin):
        return

    def connected(connection: Any, _record: object) -> None:
        _set_up_one(connection, patience, pragmas)

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", _begin)


def _set_up_one(connection: Any, patience: float, pragmas: tuple[str, ...]) -> None:
    # Transactions are left to SQLAlchemy: the driver would begin them too late.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("foreign_keys=ON", *pragmas):
        cursor.execute(f"PRAGMA {pragma}")
    until = time.monotonic() + patience
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except Exception as error:
            # SQLite does not wait for this lock itself: somebody else makes the file at this moment.
            if "locked" in str(error) and time.monotonic() < until:
                time.sleep(0.02)
                continue
            # What can only be read is still worth reading.
            if "readonly" not in str(error):
                raise
        break
    cursor.close()


def _begin(connection: Connection) -> None:
    # Two that read first and write later would each wait for the other: who writes says so at once.
    writes = connection.get_execution_options().get("memcon_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
