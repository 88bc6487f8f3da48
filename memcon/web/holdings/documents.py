"""Documents, page by page, the newest first."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from memcon.archive.tables import DocumentRow, RecordRow, StatementRow, Version
from memcon.report.visible import line


@dataclass(frozen=True, slots=True)
class Listed:
    """A text with the document by which it is cited.

    :param statements: how many there are in it.
    """

    sha256: str
    document: int
    name: str
    title: str | None
    publisher: str | None
    url: str | None
    date: str | None
    genre: str | None
    added: str
    statements: int

    @property
    def label(self) -> str:
        """The title, or the name, in visible form."""
        return line(self.title or self.name)

    @property
    def about(self) -> str:
        """Publisher, date and genre."""
        return " · ".join(line(p) for p in (self.publisher, self.date, self.genre) if p)


def list_texts(
    session: Session, words: str = "", *, limit: int = 50, offset: int = 0
) -> tuple[list[Listed], int]:
    """The texts that stand where they are cited, the last added first, and how many there are.

    :param words: only those whose title, name, publisher or address has them.
    """
    wanted = (
        select(RecordRow, Version)
        .join(Version, Version.id == RecordRow.version_id)
        .where(RecordRow.current == 1)
    )
    if words.strip():
        columns = (Version.title, Version.name, Version.publisher, DocumentRow.address)
        has = or_(*(column.icontains(words.strip(), autoescape=True) for column in columns))
        wanted = wanted.join(DocumentRow, DocumentRow.id == Version.document_id).where(has)
    # Every Record is cited by a version: to count them all their index is enough.
    counted = (
        wanted.subquery()
        if words.strip()
        else (select(RecordRow.current).where(RecordRow.current == 1).subquery())
    )
    total = session.scalar(select(func.count()).select_from(counted)) or 0
    rows = session.execute(wanted.order_by(RecordRow.id.desc()).limit(limit).offset(offset)).all()
    return _listed(session, [(r, v) for r, v in rows]), total


def texts_of(session: Session, digests: list[str]) -> dict[str, Listed]:
    """Of each digest the text, as far as it is in the archive."""
    rows = session.execute(
        select(RecordRow, Version)
        .join(Version, Version.id == RecordRow.version_id)
        .where(RecordRow.text_sha256.in_(digests))
    ).all()
    return {text.sha256: text for text in _listed(session, [(r, v) for r, v in rows])}


def _listed(session: Session, rows: list[tuple[RecordRow, Version]]) -> list[Listed]:
    counted = session.execute(
        select(StatementRow.record_id, func.count())
        .where(StatementRow.record_id.in_([r.id for r, _ in rows]))
        .group_by(StatementRow.record_id)
    )
    counts = {row[0]: row[1] for row in counted}
    return [
        Listed(
            r.text_sha256, v.document_id, v.name, v.title, v.publisher, v.url, v.date, r.genre,
            r.added, counts.get(r.id, 0),
        )
        for r, v in rows
    ]  # fmt: skip
