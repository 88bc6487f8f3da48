"""Removing: the rows of a text, from all that refers to it down to its own."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from memcon.archive.index import take_from_index
from memcon.archive.rows import statement_ids
from memcon.archive.tables import (
    ActorRow,
    Band,
    Capture,
    Correction,
    EventActorRow,
    EventRow,
    Likeness,
    Original,
    RecordRow,
    StanceRow,
    StatementRow,
    Text,
    TopicRow,
    Vector,
    Version,
)


def remove_text(session: Session, sha256: str) -> None:
    """Remove a text with its versions, captures, Record, corrections and likenesses."""
    records = list(session.scalars(select(RecordRow.id).where(RecordRow.text_sha256 == sha256)))
    take_from_index(session, statement_ids(session, records))
    of_record = select(StatementRow.id).where(StatementRow.record_id.in_(records))
    for table in (Vector, StanceRow, TopicRow):
        session.execute(delete(table).where(table.statement_id.in_(of_record)))
    events = select(EventRow.id).where(EventRow.record_id.in_(records))
    session.execute(delete(EventActorRow).where(EventActorRow.event_id.in_(events)))
    for own in (EventRow, StatementRow, ActorRow):
        session.execute(delete(own).where(own.record_id.in_(records)))
    session.execute(delete(RecordRow).where(RecordRow.id.in_(records)))
    remove_corrections(
        session, session.scalars(select(Correction.id).where(Correction.text_sha256 == sha256))
    )
    remove_likenesses(session, sha256)
    versions = select(Version.id).where(Version.text_sha256 == sha256)
    session.execute(delete(Capture).where(Capture.version_id.in_(versions)))
    session.execute(delete(Version).where(Version.text_sha256 == sha256))
    session.execute(delete(Text).where(Text.sha256 == sha256))


def remove_likenesses(session: Session, sha256: str) -> None:
    """Remove what tells which texts are like a text: it is made of the words."""
    session.execute(delete(Band).where(Band.text_sha256 == sha256))
    beside = or_(Likeness.left_sha256 == sha256, Likeness.right_sha256 == sha256)
    session.execute(delete(Likeness).where(beside))


def remove_corrections(session: Session, corrections: Iterable[int]) -> None:
    """Remove corrections, and what takes them back."""
    gone = set(corrections)
    gone |= set(session.scalars(select(Correction.id).where(Correction.undoes.in_(gone))))
    # They refer to each other.
    session.execute(update(Correction).where(Correction.id.in_(gone)).values(undoes=None))
    session.execute(delete(Correction).where(Correction.id.in_(gone)))


def remove_originals(session: Session, originals: Iterable[str]) -> set[str]:
    """Remove those bytes that nothing was captured as any more.

    :returns: their digests.
    """
    asked = set(originals)
    used = set(
        session.scalars(
            select(Capture.original_sha256).where(Capture.original_sha256.in_(asked)).distinct()
        )
    )
    session.execute(delete(Original).where(Original.sha256.in_(asked - used)))
    return asked - used
