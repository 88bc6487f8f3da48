"""Checking: whether the archive is whole, its tables agree, and all that was kept is what it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sqlalchemy import Executable, Select, column, func, select, text
from sqlalchemy.orm import Session

from memcon.archive.decoding import TEXT, decode_original, decode_record, decode_text
from memcon.archive.errors import DamagedError
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
    yield from _contents(session)


def _contents(session: Session) -> Iterator[str]:
    """Every text, original and Record that is not what it was."""
    for table, decode in ((Text, decode_text), (Original, decode_original)):
        for sha256, content in _each(session, select(table.sha256, table.content)):
            yield from _damage(decode, content, sha256)
    records = select(RecordRow.content, RecordRow.sha256, Text.content, Text.sha256).join(
        Text, Text.sha256 == RecordRow.text_sha256
    )
    for row in _each(session, records):
        # A damaged text is named already.
        yield from _damage(decode_record, *row, besides=TEXT)


def _each(session: Session, wanted: Executable) -> Iterable[Any]:
    return session.execute(wanted.execution_options(yield_per=_AT_A_TIME))


def _damage(decode: Callable[..., object], *row: Any, besides: str = "") -> Iterator[str]:
    try:
        decode(*row)
    except DamagedError as error:
        if error.what != besides:
            yield str(error)


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
