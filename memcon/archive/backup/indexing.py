"""Indexing: the index of terms made anew from Records, corrections and the rows of the archive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from memcon.archive.backup.filling import Filling
from memcon.archive.backup.writing import Told
from memcon.archive.correcting import load_corrections
from memcon.archive.corrections import apply
from memcon.archive.decoding import decode_record
from memcon.archive.errors import DamagedError, OnDamage
from memcon.archive.index import Indexer
from memcon.archive.rows import pairs
from memcon.archive.tables import RecordRow, StatementRow, Text, Version

#: Records that are held at once.
_TOGETHER = 50
INDEX = "archive_index"


def make_index(filling: Filling, damaged: OnDamage, told: Told) -> None:
    """Put the terms of all statements that are searched into the index, which is empty.

    :param damaged: is told of each Record of which they cannot be made; the others are.
    """
    with Session(filling.connection) as session:
        for some in _records(session):
            rows = _terms(session, some, damaged)
            filling.fill_index(rows)
            told(INDEX, len(rows))


def _records(session: Session) -> Iterator[list[Any]]:
    """What is needed of the Records that are searched, some at a time."""
    asked = (
        select(
            RecordRow.id, RecordRow.content, RecordRow.sha256, Text.content,
            RecordRow.text_sha256, Version.publisher,
        )
        .join(Text, Text.sha256 == RecordRow.text_sha256)
        .join(Version, Version.id == RecordRow.version_id)
        .where(RecordRow.current == 1)
        .order_by(RecordRow.id)
        .limit(_TOGETHER)
    )  # fmt: skip
    last = 0
    while some := [*session.execute(asked.where(RecordRow.id > last))]:
        yield some
        last = some[-1][0]


def _terms(session: Session, some: list[Any], damaged: OnDamage) -> list[tuple[int, str]]:
    """Ids of the statements of some Records, and their terms."""
    ids = {
        (record, attribution): id
        for id, record, attribution in session.execute(
            select(StatementRow.id, StatementRow.record_id, StatementRow.attribution).where(
                StatementRow.record_id.in_([row[0] for row in some])
            )
        )
    }
    log = load_corrections(session, [row.text_sha256 for row in some])
    out = []
    for number, content, own, text, sha256, publisher in some:
        try:
            record = decode_record(content, own, text, sha256)
        except DamagedError as error:
            damaged(error)
            continue
        record, _ = apply(record, log.get(sha256, ()))
        indexer = Indexer(record, publisher)
        for attribution, statement in pairs(record):
            id = ids.get((number, attribution.id))
            if id is not None:
                out.append((id, indexer.terms(attribution, statement)))
    return out
