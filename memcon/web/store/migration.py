"""Migration: the web app's tables, made on first use and brought to this version (Alembic)."""

from __future__ import annotations

import logging
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from memcon.archive import ArchiveError

#: Version that these tables are of: the newest of `migrations/versions`.
HEAD = "0002"
#: Where Alembic writes the version down, beside the archive's own.
VERSIONS = "web_version"
#: For PostgreSQL: who makes the tables holds this lock meanwhile.
_LOCK = 636267


def migrate(engine: Engine, label: str) -> None:
    """Make the tables, or bring them to this version; nothing if they are of it.

    :raises ArchiveError: if they are of a newer version.
    """
    with engine.connect() as connection:
        if _version(connection, label) == HEAD:
            return
    with engine.execution_options(memcon_writes=True).begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        if _version(connection, label) != HEAD:
            _upgrade(connection)


def _version(connection: Connection, label: str) -> str | None:
    if not inspect(connection).has_table(VERSIONS):
        return None
    version = connection.execute(text(f"SELECT version_num FROM {VERSIONS}")).scalar()  # noqa: S608 (names of our own; values are bound)
    known = {p.name[:4] for p in (_folder() / "versions").glob("[0-9]*.py")}
    if version is not None and version not in known:
        raise ArchiveError(
            f"{label}: the web app's tables are of a version that this memcon does not know; install "
            "a newer memcon"
        )
    return version


def _folder() -> Path:
    return Path(__file__).with_name("migrations")


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    logging.getLogger("alembic").setLevel(logging.WARNING)
    config = Config()
    config.set_main_option("script_location", str(_folder()))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
