"""Restoring: a backup made an archive again, all of it or nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine import URL

from memcon.archive.backup.arriving import arriving
from memcon.archive.backup.filling import Filling
from memcon.archive.backup.indexing import make_index
from memcon.archive.backup.manifest import Manifest
from memcon.archive.backup.place import make_tables, refuse_taken, tables_of
from memcon.archive.backup.reading import Backup, open_backup
from memcon.archive.backup.writing import Told
from memcon.archive.database import PATIENCE, engine_of, where
from memcon.archive.errors import ArchiveError, OnDamage
from memcon.archive.meanings import MEANINGS
from memcon.database.address import VARIABLE, file_of, label_of
from memcon.database.files import make_folder

_FULL = "its disk is full or does not take it; make room and start again: nothing was restored"
#: A server that goes away is not asked again: nothing of what it was given is kept.
_MEANINGS = replace(
    MEANINGS,
    lost=None,
    more=(
        ("is full", _FULL), ("disk I/O error", _FULL), ("No space left", _FULL), *MEANINGS.more,
    ),
)  # fmt: skip


def restore(
    file: str | Path,
    to: str | Path | None = None,
    *,
    damaged: OnDamage | None = None,
    told: Told | None = None,
) -> Manifest:
    """Make an archive of a backup, in a database in which there is nothing yet.

    :param to: path or address of the database; None for `MEMCON_DB` or the user's own file. A file
        that is not there is made, and has its name only when all is in it.
    :param damaged: is told of each Record that was damaged in the archive already, whose statements
        are not searched; None to pass over it.
    :returns: what was restored.
    :raises ArchiveError: if the backup is not what was written, or of a newer memcon; if there is
        something in the database, or it cannot be written. Nothing is changed then.
    """
    url = where(to)
    path = file_of(url)
    with open_backup(file) as backup:
        filled = _Restoring(backup, damaged or (lambda _: None), told or (lambda *_: None))
        if path is None or path.exists():
            with _opened(url, label_of(url)) as engine:
                filled.into(engine, label_of(url))
            return backup.manifest
        if to is None and VARIABLE not in os.environ:
            make_folder(path.parent)
        with arriving(path, over=False) as part:
            filled.into_new(part, label_of(url))
    return backup.manifest


class _Restoring:
    """What is to be restored."""

    def __init__(self, backup: Backup, damaged: OnDamage, told: Told) -> None:
        self.backup = backup
        self.damaged = damaged
        self.told = told

    def into_new(self, path: Path, label: str) -> None:
        """Restore into a file of SQLite's that is empty and has no name yet."""
        with _opened(URL.create("sqlite", database=str(path)), label) as engine:
            event.listen(engine, "connect", _unguarded)
            self.into(engine, label)

    def into(self, engine: Engine, label: str) -> None:
        """Restore into a database, in one transaction."""
        engine = engine.execution_options(memcon_writes=True)
        with _MEANINGS.in_words(label, PATIENCE), engine.begin() as connection:
            filling = Filling(connection)
            filling.wait_for_turn()
            refuse_taken(connection, label)
            made = make_tables(connection, self.backup, label)
            settings = {owner.settings for owner in made}
            for part in self.backup.manifest.parts:
                put = filling.merge if part.table in settings else filling.fill
                put(part.table, part.columns, self._counted(part.table, self.backup.rows(part)))
                if filling.number(part.table) < part.rows:
                    raise ArchiveError(f"{label}: not all rows of {part.table} came in; try again")
            for owner in made:
                owner.renew(connection)
                for table in tables_of(owner, connection):
                    filling.count_on(table)
            make_index(filling, self.damaged, self.told)

    def _counted(self, table: str, rows: Iterator[list[Any]]) -> Iterator[list[Any]]:
        for some in rows:
            yield some
            self.told(table, len(some))


@contextmanager
def _opened(url: URL, label: str) -> Iterator[Engine]:
    engine = engine_of(url, label)
    try:
        yield engine
    finally:
        engine.dispose()


def _unguarded(connection: Any, _record: object) -> None:
    """Write without a journal: the file is thrown away unless all goes well, and kept at the end."""
    cursor = connection.cursor()
    for pragma in ("journal_mode=OFF", "synchronous=OFF"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
