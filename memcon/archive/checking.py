"""Checking: whether the archive is whole, its tables agree, and texts and originals are as they came."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, column, func, select, text
from sqlalchemy.orm import Session

from memcon.archive.entry import unpack
from memcon.archive.index import INDEX
from memcon.archive.tables import (
    Capture,
    DocumentRow,
    Original,
    RecordRow,
    StatementRow,
    Text,
    Version,
)

#: The word that every SQLite says of a sound file.
_SOUND = "ok"
_AT_A_TIME = 100


def problems(session: Session) -> Iterator[str]:
    """What is not in order, in words; nothing for a sound archive."""
    if session.get_bind().dialect.name == "sqlite":
        for (said,) in session.execute(text("PRAGMA integrity_check")):
            if said != _SOUND:
                yield f"the file is damaged: {said}"
        for row in session.execute(text("PRAGMA foreign_key_check")):
            yield f"a row of {row[0]} refers to one of {row[2]} that is not there"
    yield from _agreement(session)
    for table, what in ((Text, "text"), (Original, "original")):
        rows = session.execute(
            select(table.sha256, table.content).execution_options(yield_per=_AT_A_TIME)
        )
        for sha256, content in rows:
            if hashlib.sha256(unpack(content)).hexdigest() != sha256:
                yield f"the {what} {sha256[:12]} is not what it was when it was added"


def _agreement(session: Session) -> Iterator[str]:
    indexed: Select[Any] = select(column("rowid")).select_from(INDEX)
    searched = (
        select(StatementRow.id)
        .join(RecordRow, RecordRow.id == StatementRow.record_id)
        .where(RecordRow.current == 1)
    )
    of_text = select(RecordRow.text_sha256)
    for what, rows in (
        ("statements that are not in the index", searched.except_(indexed)),
        ("rows of the index of statements that are not searched", indexed.except_(searched)),
        ("texts without a Record", select(Text.sha256).except_(of_text)),
        ("texts without a document", select(Text.sha256).except_(select(Version.text_sha256))),
        ("documents without a text", select(DocumentRow.id).except_(select(Version.document_id))),
        ("versions that nothing was captured for",
         select(Version.id).except_(select(Capture.version_id))),
        ("originals that were had from nowhere",
         select(Original.sha256).except_(select(Capture.original_sha256))),
        ("places with the same bytes twice",
         select(Capture.key).group_by(Capture.key, Capture.original_sha256, Capture.version_id)
         .having(func.count() > 1)),
    ):  # fmt: skip
        number = session.scalar(select(func.count()).select_from(rows.subquery()))
        if number:
            yield f"{number} {what}"
