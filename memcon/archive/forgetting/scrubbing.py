"""Scrubbing: that the bytes of what was removed are not left in the database's files either."""

from __future__ import annotations

from sqlalchemy import Engine, inspect, text


def scrub(engine: Engine) -> None:
    """Write the database anew without what was removed; nobody else may be writing meanwhile.

    It takes as long, and as much room, as copying the archive.
    """
    if engine.dialect.name == "sqlite":
        # Not by a connection of SQLAlchemy's, which begins a transaction: VACUUM runs in none.
        connection = engine.raw_connection()
        try:
            cursor = connection.cursor()
            # Deleted terms stay in the segments of FTS5 until these are merged.
            cursor.execute("INSERT INTO archive_index (archive_index) VALUES ('optimize')")
            connection.commit()
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            connection.close()
        return
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as opened:
        for name in inspect(opened).get_table_names():
            if name.startswith(("archive_", "web_")):
                opened.execute(text(f'VACUUM (FULL) "{name}"'))
