"""Renewal: the rows of a Record made anew, when it is read by a newer engine or corrected.

All in the transaction of the caller: the old rows are there until the new ones are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from memcon.archive.corrections import Corrected, apply
from memcon.archive.decoding import digest
from memcon.archive.entry import pack
from memcon.archive.errors import ArchiveError
from memcon.archive.index import take_from_index
from memcon.archive.loading import load_record
from memcon.archive.rows import Rows, add_parts, by_content, statement_ids
from memcon.archive.tables import (
    ActorRow,
    EventActorRow,
    EventRow,
    RecordRow,
    StanceRow,
    StatementRow,
    TopicRow,
    Vector,
    Version,
)
from memcon.record import Record
from memcon.registry.judgements import now


def remake(session: Session, sha256: str, log: Iterable[Corrected]) -> list[Corrected]:
    """Make the rows of a text's Record anew, with those corrections.

    :returns: the corrections that have no place in the Record.
    """
    row = _row(session, sha256)
    record, lost = apply(load_record(session, sha256), log)
    _replace_parts(session, row, record, _vectors(session, row.id))
    return lost


def renew(
    session: Session,
    record: Record,
    log: Iterable[Corrected],
    vectors: NDArray[np.float32] | None = None,
) -> list[Corrected]:
    """Put a newer Record in the place of the one that its text has.

    :returns: the corrections that have no place in it; they stay in the log.
    """
    row = _row(session, record.document.sha256)
    data = record.to_json().encode()
    session.execute(
        update(RecordRow)
        .where(RecordRow.id == row.id)
        .values(
            version=record.engine.version, model=record.engine.model, added=now(),
            genre=record.document.genre, date=record.document.date,
            content=pack(data), sha256=digest(data),
        )
    )  # fmt: skip
    corrected, lost = apply(record, log)
    kept = {**_vectors(session, row.id), **by_content(record, vectors)}
    _replace_parts(session, row, corrected, kept)
    return lost


def outdated(session: Session, version: str, model: str) -> Iterator[str]:
    """Digests of the texts whose Record is of another engine, in the order in which they were added."""
    found = (
        select(RecordRow.text_sha256)
        .where((RecordRow.version != version) | (RecordRow.model != model))
        .order_by(RecordRow.id)
    )
    return iter(session.scalars(found).all())


def _row(session: Session, sha256: str) -> Any:
    row = session.execute(
        select(RecordRow.id, RecordRow.current, RecordRow.text_sha256, Version.publisher)
        .join(Version, Version.id == RecordRow.version_id)
        .where(RecordRow.text_sha256 == sha256)
    ).one_or_none()
    if row is None:
        raise ArchiveError(f"there is no Record of the text {sha256[:12]} in the archive")
    return row


def _replace_parts(
    session: Session, row: Any, record: Record, vectors: Mapping[str, bytes]
) -> None:
    statements = statement_ids(session, [row.id])
    take_from_index(session, statements)
    of_record = select(StatementRow.id).where(StatementRow.record_id == row.id)
    for table in (Vector, StanceRow, TopicRow):
        session.execute(delete(table).where(table.statement_id.in_(of_record)))
    events = select(EventRow.id).where(EventRow.record_id == row.id)
    session.execute(delete(EventActorRow).where(EventActorRow.event_id.in_(events)))
    for own in (EventRow, StatementRow, ActorRow):
        session.execute(delete(own).where(own.record_id == row.id))
    rows = Rows(session)
    add_parts(rows, record, row.id, row.publisher, vectors, searched=bool(row.current))
    rows.write()


def _vectors(session: Session, record_id: int) -> dict[str, bytes]:
    found = session.execute(
        select(StatementRow.content_spans, Vector.content)
        .join(Vector, Vector.statement_id == StatementRow.id)
        .where(StatementRow.record_id == record_id)
    )
    return {row.content_spans: row.content for row in found}
