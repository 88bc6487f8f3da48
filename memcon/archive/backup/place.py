"""The place that a backup is restored to: nothing is in it, and it gets the backup's own tables."""

from __future__ import annotations

from sqlalchemy import Connection, Table, exists, inspect, select

from memcon.archive.backup.owners import INDEX, Owner, owners
from memcon.archive.backup.reading import Backup, altered
from memcon.archive.errors import ArchiveError
from memcon.database.meanings import ANOTHER


def refuse_taken(connection: Connection, label: str) -> None:
    """See to it that there is nothing in the database, and nothing of another program's in the way.

    :raises ArchiveError: if there is.
    """
    present = _present(connection)
    ours: set[str] = set()
    for owner in owners():
        ours |= owner.names
        if owner.marker not in present and present & owner.names:
            raise _foreign(label)
    others = {name for name in present - ours if not name.startswith(INDEX)}
    # A file is one program's; on a server many keep theirs side by side.
    if others and connection.dialect.name == "sqlite":
        raise _foreign(label)
    for owner in owners():
        for table in owner.tables(present):
            if table.name != owner.settings and _has_rows(connection, table):
                raise ArchiveError(
                    f"{label}: there is something in it already; a backup is restored into an empty "
                    "database or a new file only, give one with --db"
                )


def make_tables(connection: Connection, backup: Backup, label: str) -> list[Owner]:
    """Make the tables of the backup's own versions, as far as they are not there.

    :returns: whose tables are in the backup.
    :raises ArchiveError: if this memcon does not know the versions, or the database has others.
    """
    versions = backup.manifest.versions
    known = owners()
    if known[0].name not in versions or not {owner.name for owner in known} >= set(versions):
        raise altered(backup.label)
    made = [owner for owner in known if owner.name in versions]
    present = _present(connection)
    for owner in made:
        version = versions[owner.name]
        if not owner.knows(version):
            raise ArchiveError(
                f"{backup.label}: its tables are of a version that this memcon does not know "
                f"({owner.name} {version}); install a newer memcon"
            )
        if owner.marker not in present:
            owner.make(connection, version)
        elif owner.version(connection) != version:
            raise ArchiveError(
                f"{label}: its tables are of another version than those of the backup; give a new "
                "file or a database without tables with --db"
            )
    _compare(connection, backup, made)
    return made


def tables_of(owner: Owner, connection: Connection) -> list[Table]:
    """The tables of an owner that are there, those first that others refer to."""
    return owner.tables(_present(connection))


def _compare(connection: Connection, backup: Backup, made: list[Owner]) -> None:
    """See to it that the backup has each table that was made, and each of its columns."""
    inspector = inspect(connection)
    there = {
        table.name: {column["name"] for column in inspector.get_columns(table.name)}
        for owner in made
        for table in tables_of(owner, connection)
    }
    kept = {part.table: set(part.columns) for part in backup.manifest.parts}
    if there != kept:
        raise altered(backup.label)


def _present(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


def _has_rows(connection: Connection, table: Table) -> bool:
    return bool(connection.scalar(select(exists().select_from(table))))


def _foreign(label: str) -> ArchiveError:
    return ArchiveError(f"{label}: it is the database of another program; {ANOTHER}")
