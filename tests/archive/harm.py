"""Harm done to an archive, as a failing disk or a careless hand does it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import update

from memcon.archive import Archive
from memcon.archive.tables import RecordRow
from memcon.record import Record


def damage(archive: Archive, made: Record, **values: Any) -> None:
    """Overwrite columns of the row of a Record."""
    own = RecordRow.text_sha256 == made.document.sha256
    with archive.database.engine.begin() as connection:
        connection.execute(update(RecordRow).where(own).values(**values))
