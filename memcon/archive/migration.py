"""Migration: tables made on first use, and brought from an older version to this one (Alembic)."""

from __future__ import annotations

import logging
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from memcon.archive.errors import ArchiveError
from memcon.database.meanings import ANOTHER
from memcon.report.visible import line

#: Version that these tables are of: the newest of `migrations/versions`, which a test checks.
HEAD = "0005"
#: Where Alembic writes the version down; another program's Alembic may keep its own beside it.
VERSIONS = "archive_version"
#: For PostgreSQL: who makes the tables holds this lock meanwhile (“memcon” on a telephone's keys).
_LOCK = 636266
_REGISTRY = "registry_settings"


def migrate(engine: Engine, label: str, *, create: bool = True) -> None:
    """Make the tables, or bring them to this version; nothing if they are of it.

    :param create: whether there need not be any yet.
    :raises ArchiveError: if the database is of a newer version, or another program's.
    """
    with engine.connect() as connection:
        if _version(connection, label, create=create) == HEAD:
            return
    with engine.execution_options(memcon_writes=True).begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        # Somebody else may have done it while we waited.
        if _version(connection, label, create=create) != HEAD:
            _upgrade(connection)


def _version(connection: Connection, label: str, *, create: bool) -> str | None:
    """The version of the tables; None if there are none."""
    inspector = inspect(connection)
    if not inspector.has_table(VERSIONS):
        _refuse_foreign(set(inspector.get_table_names()), connection, label)
        if not create:
            raise ArchiveError(
                f"{label}: there is no archive in it; memcon add makes one, or name the right one "
                "with --db"
            )
        return None
    version = connection.execute(text(f"SELECT version_num FROM {VERSIONS}")).scalar()  # noqa: S608 (names of our own; values are bound)
    if version is not None and version not in known_versions():
        raise ArchiveError(
            f"{label}: its tables are of version {line(str(version))}, this memcon knows versions up "
            f"to {HEAD}; install a newer memcon, or {ANOTHER}"
        )
    return version


def _refuse_foreign(tables: set[str], connection: Connection, label: str) -> None:
    # A file is one program's; on a server many keep theirs side by side.
    ours = {name for name in tables if name.startswith("archive_")}
    foreign = tables if connection.dialect.name == "sqlite" and _REGISTRY not in tables else ours
    if foreign:
        raise ArchiveError(f"{label}: it is the database of another program; {ANOTHER}")


def known_versions() -> set[str]:
    """Versions that can be brought to this one, and this one."""
    folder = Path(__file__).with_name("migrations") / "versions"
    return {path.name[:4] for path in folder.glob("[0-9]*.py")}


def _upgrade(connection: Connection) -> None:
    # Half a second to import: only who makes or renews tables pays for it.
    from alembic import command
    from alembic.config import Config

    logging.getLogger("alembic").setLevel(logging.WARNING)
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
