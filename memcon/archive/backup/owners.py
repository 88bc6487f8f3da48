"""Owners: whose tables stand in the database of an archive, of which version, and how they are made."""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, MetaData, Table, text

#: Words of the names of tables that belong to the archive's index of terms, which is not copied.
INDEX = "archive_index"


@dataclass(frozen=True)
class Owner(ABC):
    """One who keeps tables in the database.

    :param metadata: the tables as they are now, in which order they refer to each other.
    :param marker: a table that is there if the others are.
    :param settings: a table that has rows although nothing was ever put in.
    """

    name: str
    metadata: MetaData
    marker: str
    settings: str

    @abstractmethod
    def version(self, connection: Connection) -> str | None:
        """The version of the tables, which must be there."""

    @abstractmethod
    def knows(self, version: str) -> bool:
        """Whether tables of that version can be made, and brought to this one."""

    @abstractmethod
    def make(self, connection: Connection, version: str) -> None:
        """Make the tables of a version that is known."""

    @abstractmethod
    def renew(self, connection: Connection) -> None:
        """Bring the tables to this version."""

    def tables(self, present: set[str]) -> list[Table]:
        """The tables that are present, those first that others refer to."""
        return [table for table in self.metadata.sorted_tables if table.name in present]

    @property
    def names(self) -> set[str]:
        """Names of all tables, and of the marker."""
        return {*self.metadata.tables, self.marker}


@dataclass(frozen=True)
class Migrated(Owner):
    """An owner whose tables are made by migrations of Alembic's.

    :param folder: of the migrations, in which `versions` is.
    """

    folder: Path

    def version(self, connection: Connection) -> str | None:
        """The version of the tables, which must be there."""
        return connection.execute(text(f"SELECT version_num FROM {self.marker}")).scalar()  # noqa: S608 (names of our own)

    def knows(self, version: str) -> bool:
        """Whether tables of that version can be made, and brought to this one."""
        return version in {path.name[:4] for path in self.folder.glob("versions/[0-9]*.py")}

    def make(self, connection: Connection, version: str) -> None:
        """Make the tables of a version that is known."""
        # Half a second to import: only who makes or renews tables pays for it.
        from alembic import command
        from alembic.config import Config

        logging.getLogger("alembic").setLevel(logging.WARNING)
        config = Config()
        # Alembic's files of settings take % for a sign of their own.
        config.set_main_option("script_location", str(self.folder).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, version)

    def renew(self, connection: Connection) -> None:
        """Bring the tables to this version."""
        self.make(connection, "head")


@dataclass(frozen=True)
class Fixed(Owner):
    """An owner with one version of tables, which its settings tell under `schema`."""

    newest: str

    def version(self, connection: Connection) -> str | None:
        """The version of the tables, which must be there."""
        asked = text(f"SELECT value FROM {self.settings} WHERE key = 'schema'")  # noqa: S608 (names of our own)
        return connection.execute(asked).scalar()

    def knows(self, version: str) -> bool:
        """Whether it is this version."""
        return version == self.newest

    def make(self, connection: Connection, version: str) -> None:
        """Make the tables."""
        self.metadata.create_all(connection)

    def renew(self, connection: Connection) -> None:
        """Nothing: there is one version only."""


def owners() -> tuple[Owner, ...]:
    """All owners; the archive is the first."""
    from memcon.archive import migration, tables
    from memcon.registry import tables as registry
    from memcon.web.store import migration as web_migration
    from memcon.web.store import tables as web

    return (
        Migrated(
            "archive", tables.Table.metadata, migration.VERSIONS, "archive_settings",
            Path(migration.__file__).with_name("migrations"),
        ),
        Fixed(
            "registry", registry.Table.metadata, "registry_settings", "registry_settings",
            str(registry.VERSION),
        ),
        Migrated(
            "web", web.Table.metadata, web_migration.VERSIONS, "web_settings",
            Path(web_migration.__file__).with_name("migrations"),
        ),
    )  # fmt: skip
